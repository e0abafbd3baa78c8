#include <forms/case.h>

#include "answers_json.h"
#include "case_parts_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace forms {

namespace {

using nlohmann::json;

constexpr std::size_t MaxCaseBytes = std::size_t{64} << 20;

constexpr std::array<std::string_view, 29> Known{
    "format",      "case",    "revision", "previous",        "state",     "division",
    "workstation", "clerk",   "number",   "official_number", "guide",     "received",
    "answers",     "forms",   "parties",  "pages",           "materials", "matter_name",
    "notices",     "settled", "replaces", "supplements",     "rows",      "answers_to",
    "course",      "office",  "insisted", "rows_given",      "gone"};

json keyedPartyToJson(const Party& party)
{
    auto object = partyToJson(party);
    object["key"] = party.key;
    return object;
}

json keptPageToJson(const Page& page)
{
    auto object = pageToJson(page);
    object["discarded"] = page.discarded;
    return object;
}

json otherMembers(const std::string& other)
{
    auto object = other.empty() ? json::object() : json::parse(other, nullptr, false);
    return object.is_object() ? object : json::object();
}

std::string readOther(const json& object)
{
    json other = json::object();
    for (const auto& [name, value] : object.items())
        if (std::find(Known.begin(), Known.end(), name) == Known.end())
            other[name] = value;
    return other.empty() ? std::string() : writeJson(other);
}

void putHead(json& object, const Case& draft)
{
    object["format"] = CaseFormat;
    object["case"] = draft.id.toString();
    object["revision"] = draft.revision;
    if (draft.previous)
        object["previous"] = draft.previous->toString();
    object["state"] = nameOf(draft.state);
    object["division"] = draft.division;
    object["workstation"] = draft.workstation;
    object["clerk"] = draft.clerk;
    object["number"] = draft.number;
    object["official_number"] = draft.officialNumber;
    object["guide"] = guideReferenceToJson(draft.guide);
    object["matter_name"] = draft.matterName;
    object["received"] = base::formatTimestamp(draft.received);
    object["replaces"] = draft.replaces;
}

void readHead(JsonReader& reader, Case& draft)
{
    if (reader.text("format") != CaseFormat)
        reader.reject("format");
    draft.id = reader.id<base::CaseId>("case");
    draft.revision = static_cast<int>(reader.integer("revision", 1, std::numeric_limits<int>::max()));
    if (reader.has("previous"))
        draft.previous = reader.digest("previous");
    draft.state = reader.parsed<CaseState>("state", &parseCaseState);
    draft.division = reader.textOr("division");
    draft.workstation = reader.textOr("workstation");
    draft.clerk = reader.textOr("clerk");
    draft.number = reader.textOr("number");
    draft.officialNumber = reader.textOr("official_number");
    draft.guide = readGuideReference(reader.object("guide"));
    draft.matterName = reader.textOr("matter_name");
    draft.received = reader.time("received");
    draft.replaces = reader.textOr("replaces");
}

Party readKeyedParty(JsonReader& reader)
{
    auto party = readParty(reader);
    party.key = reader.textOr("key");
    return party;
}

Page readKeptPage(JsonReader& reader)
{
    auto page = readPage(reader);
    page.discarded = reader.flagOr("discarded", false);
    return page;
}

json goneToJson(const GoneParty& gone)
{
    json object{{"party", keyedPartyToJson(gone.party)}, {"pages", json::array()}};
    for (const auto& page : gone.pages)
        object["pages"].push_back(page.toString());
    if (!gone.table.empty())
        object["row"] = {
            {"form", gone.form}, {"table", gone.table}, {"place", gone.row}, {"content", gone.content}};
    return object;
}

GoneParty readGone(JsonReader& reader)
{
    GoneParty gone;
    auto party = reader.object("party");
    gone.party = readKeyedParty(party);
    gone.pages = reader.parsedList<base::PageId>("pages", &base::PageId::parse);
    if (reader.has("row")) {
        auto row = reader.object("row");
        gone.form = row.textOr("form");
        gone.table = row.textOr("table");
        gone.row = static_cast<std::size_t>(row.integer("place", 0, std::numeric_limits<int>::max()));
        gone.content = row.textOr("content");
    }
    return gone;
}

}  // namespace

std::string caseToJson(const Case& draft)
{
    auto object = otherMembers(draft.other);
    putHead(object, draft);
    object["answers"] = answersAsJson(draft.answers);
    object["forms"] = formsToJson(draft.forms);
    for (const auto* name : {"parties", "materials", "pages", "notices", "settled"})
        object[name] = json::array();
    for (const auto& party : draft.parties)
        object["parties"].push_back(keyedPartyToJson(party));
    for (const auto& material : draft.materials)
        object["materials"].push_back(materialToJson(material));
    for (const auto& page : draft.pages)
        object["pages"].push_back(keptPageToJson(page));
    for (const auto& notice : draft.notices)
        object["notices"].push_back(noticeToJson(notice));
    for (const auto& annotation : draft.settled)
        object["settled"].push_back(annotation.toString());
    if (!draft.supplements.empty())
        object["supplements"] = draft.supplements;
    putCourseParts(object, draft);
    if (draft.rowsGiven > 0)
        object["rows_given"] = draft.rowsGiven;
    for (const auto& gone : draft.gone)
        object["gone"].push_back(goneToJson(gone));
    return writeJson(object);
}

base::Result<Case> caseFromJson(std::string_view text)
{
    const auto object = parseJson(text, CaseFormat, MaxCaseBytes);
    if (!object)
        return base::passOn(object);
    JsonReader reader(*object, CaseFormat);
    Case draft;
    readHead(reader, draft);
    draft.answers = readAnswers(reader, "answers");
    draft.forms = readForms(reader, "forms");
    reader.each("parties", [&](JsonReader& item) { draft.parties.push_back(readKeyedParty(item)); });
    reader.each("materials", [&](JsonReader& item) { draft.materials.push_back(readMaterial(item)); });
    reader.each("pages", [&](JsonReader& item) { draft.pages.push_back(readKeptPage(item)); });
    reader.each("notices", [&](JsonReader& item) { draft.notices.push_back(readNotice(item)); });
    draft.settled = reader.parsedList<base::AnnotationId>("settled", &base::AnnotationId::parse);
    draft.supplements = reader.texts("supplements");
    readCourseParts(reader, draft);
    if (reader.has("rows_given"))
        draft.rowsGiven = static_cast<int>(reader.integer("rows_given", 0, std::numeric_limits<int>::max()));
    reader.each("gone", [&](JsonReader& item) { draft.gone.push_back(readGone(item)); });
    if (object->is_object())
        draft.other = readOther(*object);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return draft;
}

}  // namespace forms
