#include "course_json.h"

#include <forms/folding.h>
#include <forms/office.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace forms {

namespace {

using nlohmann::json;
using std::chrono::minutes;

constexpr int MostReleases = 1'000'000'000;
constexpr minutes Day = std::chrono::hours{24};
/// State, province, city, county, town, village: a longer way up is a ring.
constexpr int MostLevels = 16;

constexpr std::array<const char*, 7> Weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array<std::string_view, 5> Actions{"receive", "accept", "decide", "certify", "deliver"};

// Writing

json textsAsJson(const std::vector<std::string>& texts)
{
    return texts.empty() ? json::array() : json(texts);
}

json remedyAsJson(const std::optional<Remedy>& remedy)
{
    if (!remedy)
        return {};
    return {{"reconsideration", remedy->reconsideration},
            {"court", remedy->court},
            {"first", remedy->reconsiderationFirst}};
}

json departmentAsJson(const OfficeDepartment& department)
{
    return {{"id", department.id},
            {"division", department.division},
            {"name", department.name},
            {"aliases", textsAsJson(department.aliases)},
            {"uscc", department.uscc},
            {"short", department.shortName},
            {"kind", nameOf(department.kind)},
            {"seal", department.seal},
            {"telephone", department.telephone},
            {"remedy", remedyAsJson(department.remedy)}};
}

std::string timeOfDay(minutes since)
{
    return fmt::format("{:02}:{:02}", since.count() / 60, since.count() % 60);
}

json hoursAsJson(const std::array<std::vector<OpenSpan>, 7>& hours)
{
    json object = json::object();
    for (std::size_t day = 0; day < Weekdays.size(); ++day) {
        json spans = json::array();
        for (const auto& span : hours.at(day))
            spans.push_back(json::array({timeOfDay(span.from), timeOfDay(span.to)}));
        object[Weekdays.at(day)] = std::move(spans);
    }
    return object;
}

json siteAsJson(const Site& site)
{
    json closed = json::array();
    for (const auto day : site.closed)
        closed.push_back(base::formatDate(day));
    return {{"id", site.id},
            {"division", site.division},
            {"name", site.name},
            {"address", site.address},
            {"telephone", site.telephone},
            {"complaints", site.complaints},
            {"hours", hoursAsJson(site.hours)},
            {"closed", std::move(closed)}};
}

json grantAsJson(const AuthorityGrant& grant)
{
    json object{{"site", grant.site}, {"matter", grant.matter}, {"action", grant.action}};
    if (grant.from)
        object["from"] = base::formatDate(*grant.from);
    if (grant.until)
        object["until"] = base::formatDate(*grant.until);
    return object;
}

template <class Value>
json listAsJson(const std::vector<Value>& values, json (*write)(const Value&))
{
    json list = json::array();
    for (const auto& value : values)
        list.push_back(write(value));
    return list;
}

json divisionAsJson(const OfficeDivision& division)
{
    return {
        {"id", division.id}, {"parent", division.parent}, {"level", division.level}, {"name", division.name}};
}

// Reading

/// What must be there and show something.
std::string filledText(JsonReader& reader, std::string_view name)
{
    auto text = reader.text(name);
    if (foldedText(text).empty())
        reader.reject(name);
    return text;
}

std::string newId(JsonReader& reader, std::set<std::string>& ids)
{
    auto id = filledText(reader, "id");
    if (!ids.insert(id).second)
        reader.reject("id");
    return id;
}

std::string knownId(JsonReader& reader, std::string_view name, const std::set<std::string>& ids)
{
    auto id = reader.text(name);
    if (!ids.contains(id))
        reader.reject(name);
    return id;
}

/// Every way up ends at a division without a parent.
void checkParents(JsonReader& reader, const std::vector<OfficeDivision>& divisions)
{
    std::map<std::string_view, std::string_view> parents;
    for (const auto& division : divisions)
        parents.emplace(division.id, division.parent);
    for (std::size_t i = 0; i < divisions.size(); ++i) {
        std::string_view up = divisions[i].parent;
        for (int level = 0; !up.empty(); ++level) {
            const auto parent = parents.find(up);
            if (parent == parents.end() || level == MostLevels) {
                reader.reject(fmt::format("divisions/{}/parent", i));
                return;
            }
            up = parent->second;
        }
    }
}

std::vector<OfficeDivision> readDivisions(JsonReader& reader, std::set<std::string>& ids)
{
    std::vector<OfficeDivision> divisions;
    reader.each("divisions", [&](JsonReader& item) {
        OfficeDivision division;
        division.id = newId(item, ids);
        division.parent = item.textOr("parent");
        division.level = item.textOr("level");
        division.name = filledText(item, "name");
        divisions.push_back(std::move(division));
    });
    if (divisions.empty())
        reader.reject("divisions");
    checkParents(reader, divisions);
    return divisions;
}

Remedy readRemedy(JsonReader reader)
{
    Remedy remedy;
    remedy.reconsideration = reader.textOr("reconsideration");
    remedy.court = reader.textOr("court");
    remedy.reconsiderationFirst = reader.flagOr("first", false);
    if (remedy.reconsideration.empty() && remedy.court.empty())
        reader.reject("");
    if (remedy.reconsiderationFirst && remedy.reconsideration.empty())
        reader.reject("first");
    return remedy;
}

OfficeDepartment readDepartment(JsonReader& reader,
                                std::set<std::string>& ids,
                                const std::set<std::string>& divisions)
{
    OfficeDepartment department;
    department.id = newId(reader, ids);
    department.division = knownId(reader, "division", divisions);
    department.name = filledText(reader, "name");
    department.aliases = reader.texts("aliases");
    department.uscc = reader.textOr("uscc");
    department.shortName = reader.textOr("short");
    department.kind = reader.parsed<DepartmentKind>("kind", &parseDepartmentKind);
    department.seal = reader.textOr("seal");
    department.telephone = reader.textOr("telephone");
    if (reader.has("remedy"))
        department.remedy = readRemedy(reader.object("remedy"));
    if (department.remedy && department.kind == DepartmentKind::Undertaking)
        reader.reject("remedy");
    return department;
}

/// "09:00" to "24:00".
std::optional<minutes> parseTimeOfDay(std::string_view text)
{
    const auto digit = [text](std::size_t place) { return text[place] >= '0' && text[place] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
        return std::nullopt;
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    const minutes since{hour * 60 + minute};
    return minute < 60 && since <= Day ? std::optional(since) : std::nullopt;
}

std::optional<OpenSpan> spanOf(const json& value)
{
    if (!value.is_array() || value.size() != 2 || !value[0].is_string() || !value[1].is_string())
        return std::nullopt;
    const auto from = parseTimeOfDay(value[0].get_ref<const std::string&>());
    const auto to = parseTimeOfDay(value[1].get_ref<const std::string&>());
    return from && to && *from < *to ? std::optional(OpenSpan{*from, *to}) : std::nullopt;
}

std::vector<OpenSpan> readSpans(JsonReader& reader, const char* weekday)
{
    std::vector<OpenSpan> spans;
    const auto* list = reader.find(weekday);
    if (!list)
        return spans;
    if (!list->is_array())
        reader.reject(weekday);
    for (std::size_t i = 0; i < list->size() && list->is_array(); ++i) {
        const auto span = spanOf((*list)[i]);
        if (!span || (!spans.empty() && span->from < spans.back().to)) {
            reader.reject(fmt::format("{}/{}", weekday, i));
            return spans;
        }
        spans.push_back(*span);
    }
    return spans;
}

/// A weekday that is misspelt would close the hall without a word.
void checkWeekdays(JsonReader& hours, const json& object)
{
    for (const auto& [name, spans] : object.items())
        if (std::find(Weekdays.begin(), Weekdays.end(), name) == Weekdays.end())
            hours.reject(name);
}

std::array<std::vector<OpenSpan>, 7> readHours(JsonReader& reader)
{
    std::array<std::vector<OpenSpan>, 7> hours;
    const auto* object = reader.find("hours");
    if (!object)
        return hours;
    auto days = reader.object("hours");
    if (object->is_object())
        checkWeekdays(days, *object);
    for (std::size_t day = 0; day < Weekdays.size(); ++day)
        hours.at(day) = readSpans(days, Weekdays.at(day));
    return hours;
}

Site readSite(JsonReader& reader, std::set<std::string>& ids, const std::set<std::string>& divisions)
{
    Site site;
    site.id = newId(reader, ids);
    site.division = knownId(reader, "division", divisions);
    site.name = filledText(reader, "name");
    site.address = reader.textOr("address");
    site.telephone = reader.textOr("telephone");
    site.complaints = reader.textOr("complaints");
    site.hours = readHours(reader);
    for (const auto day : reader.parsedList<base::Date>("closed", &base::parseDate))
        site.closed.insert(day);
    return site;
}

std::optional<base::Date> dateIfThere(JsonReader& reader, std::string_view name)
{
    return reader.has(name) ? std::optional(reader.date(name)) : std::nullopt;
}

AuthorityGrant readGrant(JsonReader& reader, const std::set<std::string>& sites)
{
    AuthorityGrant grant;
    grant.site = knownId(reader, "site", sites);
    grant.matter = filledText(reader, "matter");
    grant.action = reader.text("action");
    if (std::find(Actions.begin(), Actions.end(), grant.action) == Actions.end())
        reader.reject("action");
    grant.from = dateIfThere(reader, "from");
    grant.until = dateIfThere(reader, "until");
    if (grant.from && grant.until && *grant.until < *grant.from)
        reader.reject("until");
    return grant;
}

/// Days, months or working days: nobody corrects or forgets within minutes.
std::optional<Period> readDays(JsonReader& reader, std::string_view name)
{
    if (!reader.has(name))
        return std::nullopt;
    auto period = readPeriodOf(reader.object(name));
    const bool counted =
        period.unit == TimeUnit::Workday || period.unit == TimeUnit::Day || period.unit == TimeUnit::Month;
    if (!counted || period.n.value_or(0) < 1)
        reader.reject(name);
    return period;
}

}  // namespace

std::string officeToJson(const Office& office)
{
    return writeJson({{"format", OfficeFormat},
                      {"release", office.release},
                      {"issued", base::formatTimestamp(office.issued)},
                      {"divisions", listAsJson(office.divisions, &divisionAsJson)},
                      {"departments", listAsJson(office.departments, &departmentAsJson)},
                      {"sites", listAsJson(office.sites, &siteAsJson)},
                      {"authority", listAsJson(office.authority, &grantAsJson)},
                      {"lapse", office.lapse ? periodAsJson(*office.lapse) : json()},
                      {"retention", office.retention ? periodAsJson(*office.retention) : json()}});
}

base::Result<Office> officeFromJson(std::string_view text)
{
    const auto object = parseJson(text, OfficeFormat, MaxOfficeJson);
    if (!object)
        return base::passOn(object);
    JsonReader reader(*object, OfficeFormat);
    Office office;
    if (reader.text("format") != OfficeFormat)
        reader.reject("format");
    office.release = static_cast<int>(reader.integer("release", 1, MostReleases));
    office.issued = reader.time("issued");
    std::set<std::string> divisions;
    std::set<std::string> departments;
    std::set<std::string> sites;
    office.divisions = readDivisions(reader, divisions);
    reader.each("departments", [&](JsonReader& item) {
        office.departments.push_back(readDepartment(item, departments, divisions));
    });
    reader.each("sites", [&](JsonReader& item) { office.sites.push_back(readSite(item, sites, divisions)); });
    reader.each("authority", [&](JsonReader& item) { office.authority.push_back(readGrant(item, sites)); });
    office.lapse = readDays(reader, "lapse");
    office.retention = readDays(reader, "retention");
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return office;
}

}  // namespace forms
