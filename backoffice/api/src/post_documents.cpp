#include <api/post_documents.h>

#include "document_json.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace api {

namespace {

using forms::JsonReader;
using nlohmann::json;

constexpr int MostCopies = 1000;

json handedToJson(const forms::HandedOver& handed)
{
    return {{"at", base::formatTimestamp(handed.at)}, {"to", handed.to}, {"how", handed.how}};
}

forms::HandedOver readHanded(JsonReader reader)
{
    return {reader.time("at"), reader.textOr("to"), reader.textOr("how")};
}

/// The same paper, whomever it went to.
bool isOnePaper(const DocumentRecord& one, const DocumentRecord& other)
{
    auto bare = one;
    bare.handed = other.handed;
    bare.signedPages = other.signedPages;
    bare.pages = other.pages;
    return bare == other;
}

}  // namespace

json documentToJson(const DocumentRecord& record)
{
    json object{{"id", record.id.toString()},
                {"kind", nameOf(record.kind)},
                {"number", record.number},
                {"sha256", record.sha256.toString()},
                {"type", record.type},
                {"bytes", record.bytes.value},
                {"made", base::formatTimestamp(record.made)},
                {"by", record.by},
                {"site", record.site},
                {"copies", record.copies},
                {"signed", json::array()}};
    if (record.handed)
        object["handed"] = handedToJson(*record.handed);
    for (const auto page : record.signedPages)
        object["signed"].push_back(page.toString());
    for (const auto& page : record.pages)
        object["pages"].push_back({{"id", page.id.toString()}, {"sha256", page.sha256.toString()}});
    return object;
}

DocumentRecord readDocument(JsonReader& reader)
{
    DocumentRecord record;
    record.id = reader.id<base::DocumentId>("id");
    record.kind = reader.parsed<forms::PaperKind>("kind", &forms::parsePaperKind);
    record.number = reader.textOr("number");
    record.sha256 = reader.digest("sha256");
    record.type = reader.text("type");
    record.bytes = {
        static_cast<std::uint64_t>(reader.integer("bytes", 1, std::numeric_limits<std::int64_t>::max()))};
    record.made = reader.time("made");
    record.by = reader.text("by");
    record.site = reader.textOr("site");
    record.copies =
        reader.has("copies") ? static_cast<int>(reader.integer("copies", 1, MostCopies)) : record.copies;
    if (reader.has("handed"))
        record.handed = readHanded(reader.object("handed"));
    record.signedPages = reader.parsedList<base::PageId>("signed", &base::PageId::parse);
    reader.each("pages", [&](JsonReader& item) {
        record.pages.push_back({item.id<base::PageId>("id"), item.digest("sha256")});
    });
    return record;
}

std::string toJson(const DocumentRecord& record)
{
    return forms::writeJson(documentToJson(record));
}

base::Result<DocumentRecord> parseDocumentRecord(std::string_view text)
{
    const auto body = forms::parseJson(text, "document", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    JsonReader reader(*body, "document");
    auto record = readDocument(reader);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return record;
}

DocumentNews newsOf(const DocumentRecord& kept, const DocumentRecord& record)
{
    if (!isOnePaper(kept, record))
        return DocumentNews::Contradicts;
    const bool handedOver = record.handed && record.handed != kept.handed;
    const bool cameBack =
        !record.signedPages.empty() && (record.signedPages != kept.signedPages || record.pages != kept.pages);
    if ((handedOver && kept.handed) || (cameBack && !kept.signedPages.empty()))
        return DocumentNews::Contradicts;
    return handedOver || cameBack ? DocumentNews::Added : DocumentNews::None;
}

}  // namespace api
