#include "case_parts_json.h"

#include "answers_json.h"
#include "course_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <limits>
#include <set>

namespace forms {

namespace {

using nlohmann::json;

constexpr int Most = std::numeric_limits<int>::max();

std::string_view tokenOf(PointVerdict verdict)
{
    switch (verdict) {
    case PointVerdict::Pass: return "pass";
    case PointVerdict::Fail: return "fail";
    case PointVerdict::Open: return "open";
    }
    return "open";
}

std::optional<PointVerdict> parsePointVerdict(std::string_view token)
{
    for (const auto verdict : {PointVerdict::Pass, PointVerdict::Fail, PointVerdict::Open})
        if (tokenOf(verdict) == token)
            return verdict;
    return std::nullopt;
}

std::string_view tokenOf(PageOrigin origin)
{
    switch (origin) {
    case PageOrigin::Scan: return "scan";
    case PageOrigin::Camera: return "camera";
    case PageOrigin::File: return "file";
    }
    return "scan";
}

std::optional<PageOrigin> parseOrigin(std::string_view token)
{
    for (const auto origin : {PageOrigin::Scan, PageOrigin::Camera, PageOrigin::File})
        if (tokenOf(origin) == token)
            return origin;
    return std::nullopt;
}

std::string_view tokenOf(PageSide side)
{
    return side == PageSide::Back ? "back" : "front";
}

std::optional<PageSide> parseSide(std::string_view token)
{
    for (const auto side : {PageSide::Front, PageSide::Back})
        if (tokenOf(side) == token)
            return side;
    return std::nullopt;
}

void put(json& object, std::string_view name, const std::string& text)
{
    if (!text.empty())
        object[std::string(name)] = text;
}

json pointToJson(const RecordedPoint& point)
{
    json object{{"id", point.id},
                {"verdict", tokenOf(point.verdict)},
                {"by", point.by},
                {"at", base::formatTimestamp(point.at)}};
    put(object, "note", point.note);
    return object;
}

RecordedPoint readPoint(JsonReader& reader)
{
    return {reader.text("id"),
            reader.parsed<PointVerdict>("verdict", &parsePointVerdict),
            reader.textOr("by"),
            reader.time("at"),
            reader.textOr("note")};
}

Proof readProof(JsonReader reader)
{
    return {reader.text("by"), reader.textOr("reference"), reader.time("at")};
}

int countOr(JsonReader& reader, std::string_view name)
{
    return reader.has(name) ? static_cast<int>(reader.integer(name, 0, Most)) : 0;
}

PaperCount readPaper(JsonReader reader)
{
    return {countOr(reader, "originals"), countOr(reader, "copies"), countOr(reader, "kept")};
}

}  // namespace

json guideReferenceToJson(const GuideReference& guide)
{
    return {{"code", guide.code}, {"version", guide.version}, {"sha256", guide.sha256.toString()}};
}

GuideReference readGuideReference(JsonReader reader)
{
    return {reader.text("code"), reader.text("version"), reader.digest("sha256")};
}

json partyToJson(const Party& party)
{
    json object{{"role", party.role}, {"name", party.name}};
    put(object, "id_type", party.idType);
    put(object, "id_number", party.idNumber);
    put(object, "phone", party.phone);
    return object;
}

Party readParty(JsonReader& reader)
{
    Party party;
    party.role = reader.text("role");
    party.name = reader.textOr("name");
    party.idType = reader.textOr("id_type");
    party.idNumber = reader.textOr("id_number");
    party.phone = reader.textOr("phone");
    return party;
}

json materialToJson(const CaseMaterial& material)
{
    json object{{"id", material.id},
                {"paper",
                 {{"originals", material.paper.originals},
                  {"copies", material.paper.copies},
                  {"kept", material.paper.kept}}},
                {"facts", material.facts}};
    put(object, "party", material.party);
    if (material.proof)
        object["proof"] = {{"by", material.proof->by},
                           {"reference", material.proof->reference},
                           {"at", base::formatTimestamp(material.proof->at)}};
    if (material.deferredUntil)
        object["due"] = base::formatDate(*material.deferredUntil);
    object["points"] = json::array();
    for (const auto& point : material.points)
        object["points"].push_back(pointToJson(point));
    object["pages"] = json::array();
    for (const auto& page : material.pages)
        object["pages"].push_back(page.toString());
    return object;
}

CaseMaterial readMaterial(JsonReader& reader)
{
    CaseMaterial material;
    material.id = reader.text("id");
    material.party = reader.textOr("party");
    if (reader.has("proof"))
        material.proof = readProof(reader.object("proof"));
    if (reader.has("due"))
        material.deferredUntil = reader.date("due");
    if (reader.has("paper"))
        material.paper = readPaper(reader.object("paper"));
    material.facts = reader.textMap("facts");
    reader.each("points", [&](JsonReader& point) { material.points.push_back(readPoint(point)); });
    material.pages = reader.parsedList<base::PageId>("pages", &base::PageId::parse);
    return material;
}

json pageToJson(const Page& page)
{
    json edits = json::array();
    for (const auto& edit : page.edits)
        edits.push_back({{"kind", edit.kind}, {"value", edit.value}});
    return {{"id", page.id.toString()},
            {"sha256", page.sha256.toString()},
            {"type", page.type},
            {"bytes", page.bytes.value},
            {"width", page.width},
            {"height", page.height},
            {"dpi", page.dpi.value},
            {"side", tokenOf(page.side)},
            {"from", tokenOf(page.from)},
            {"flags", page.flags},
            {"edits", edits}};
}

Page readPage(JsonReader& reader)
{
    Page page;
    page.id = reader.id<base::PageId>("id");
    page.sha256 = reader.digest("sha256");
    page.type = reader.text("type");
    page.bytes.value =
        static_cast<std::uint64_t>(reader.integer("bytes", 0, std::numeric_limits<std::int64_t>::max()));
    page.width = static_cast<int>(reader.integer("width", 0, Most));
    page.height = static_cast<int>(reader.integer("height", 0, Most));
    page.dpi.value = static_cast<int>(reader.integer("dpi", 0, Most));
    page.side = reader.parsed<PageSide>("side", &parseSide);
    page.from = reader.parsed<PageOrigin>("from", &parseOrigin);
    page.flags = reader.texts("flags");
    reader.each("edits", [&](JsonReader& edit) {
        page.edits.push_back({edit.text("kind"), edit.text("value")});
    });
    return page;
}

json noticeToJson(const NoticeRecord& notice)
{
    json object{{"kind", notice.kind}, {"sha256", notice.sha256.toString()}};
    put(object, "number", notice.number);
    if (notice.bytes.value > 0)
        object["bytes"] = notice.bytes.value;
    if (notice.made)
        object["made"] = base::formatTimestamp(*notice.made);
    if (notice.handed)
        object["handed"] = {{"at", base::formatTimestamp(notice.handed->at)},
                            {"to", notice.handed->to},
                            {"how", notice.handed->how}};
    if (notice.copies != 1)
        object["copies"] = notice.copies;
    for (const auto& page : notice.signedPages)
        object["signed"].push_back(page.toString());
    return object;
}

NoticeRecord readNotice(JsonReader& reader)
{
    NoticeRecord notice{reader.text("kind"), reader.digest("sha256")};
    notice.number = reader.textOr("number");
    if (reader.has("bytes"))
        notice.bytes.value =
            static_cast<std::uint64_t>(reader.integer("bytes", 0, std::numeric_limits<std::int64_t>::max()));
    if (reader.has("made"))
        notice.made = reader.time("made");
    if (reader.has("handed")) {
        auto handed = reader.object("handed");
        notice.handed = HandedOver{handed.time("at"), handed.textOr("to"), handed.textOr("how")};
    }
    if (reader.has("copies"))
        notice.copies = static_cast<int>(reader.integer("copies", 1, Most));
    notice.signedPages = reader.parsedList<base::PageId>("signed", &base::PageId::parse);
    return notice;
}

namespace {

json rowIdsToJson(const RowIds& tables)
{
    json object = json::object();
    for (const auto& [pointer, ids] : tables)
        object[pointer] = ids;
    return object;
}

json answersToJson(const std::vector<MarkAnswer>& answers)
{
    json list = json::array();
    for (const auto& answer : answers) {
        json object{{"annotation", answer.annotation.toString()}, {"how", nameOf(answer.how)}};
        put(object, "reason", answer.reason);
        list.push_back(std::move(object));
    }
    return list;
}

std::map<std::string, RowIds> readRows(JsonReader& reader)
{
    std::map<std::string, RowIds> rows;
    const auto* member = reader.find("rows");
    if (!member)
        return rows;
    try {
        for (const auto& [form, tables] : member->items())
            rows[form] = tables.get<RowIds>();
    } catch (const json::exception&) {
        reader.reject("rows");
    }
    return rows;
}

}  // namespace

void putCourseParts(json& object, const Case& content)
{
    if (!content.rows.empty()) {
        object["rows"] = json::object();
        for (const auto& [form, tables] : content.rows)
            object["rows"][form] = rowIdsToJson(tables);
    }
    if (!content.answersTo.empty())
        object["answers_to"] = answersToJson(content.answersTo);
    if (!content.course.empty())
        object["course"] = courseAsJson(content.course);
    if (content.office)
        object["office"] = content.office->toString();
    if (content.insisted)
        object["insisted"] = content.insistedRoute;
}

void readCourseParts(JsonReader& reader, Case& content)
{
    content.rows = readRows(reader);
    reader.each("answers_to", [&](JsonReader& item) {
        content.answersTo.push_back({item.id<base::AnnotationId>("annotation"),
                                     item.parsed<AnswerHow>("how", &parseAnswerHow),
                                     item.textOr("reason")});
    });
    content.course = readCourse(reader, "course");
    if (reader.has("office"))
        content.office = reader.digest("office");
    if (reader.has("insisted")) {
        content.insisted = true;
        content.insistedRoute = reader.text("insisted");
    }
}

json formsToJson(const std::map<std::string, FormData>& forms)
{
    json object = json::object();
    for (const auto& [id, data] : forms)
        object[id] = data.json();
    return object;
}

std::map<std::string, FormData> readForms(JsonReader& reader, std::string_view name)
{
    std::map<std::string, FormData> forms;
    const auto* member = reader.find(name);
    if (!member)
        return forms;
    if (!member->is_object()) {
        reader.reject(name);
        return forms;
    }
    for (const auto& [id, data] : member->items()) {
        if (data.is_object())
            forms.emplace(id, FormData::fromJson(data));
        else
            reader.reject(name);
    }
    return forms;
}

Answers readAnswers(JsonReader& reader, std::string_view name)
{
    const auto* member = reader.find(name);
    auto answers = member ? answersOf(*member) : base::Result<Answers>(Answers());
    if (!answers)
        reader.reject(name);
    return answers.value_or(Answers());
}

RevisionPlace readRevisionPlace(JsonReader& reader)
{
    RevisionPlace place;
    place.revision = static_cast<int>(reader.integer("revision", 1, Most));
    if (reader.has("previous"))
        place.previous = reader.digest("previous");
    if (place.previous.has_value() != (place.revision > 1))
        reader.reject("previous");
    return place;
}

void checkPages(JsonReader& reader, const Case& read)
{
    std::set<base::PageId> known;
    for (const auto& page : read.pages)
        if (page.id.isNil() || !known.insert(page.id).second)
            reader.reject("pages");
    for (const auto& material : read.materials)
        for (const auto& page : material.pages)
            if (!known.contains(page))
                reader.reject("materials");
}

}  // namespace forms
