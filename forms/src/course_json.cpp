#include "course_json.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace forms {

namespace {

using nlohmann::json;

constexpr std::size_t MaxCourseBytes = std::size_t{4} << 20;
constexpr int Most = std::numeric_limits<int>::max();

void put(json& object, const char* name, const std::string& text)
{
    if (!text.empty())
        object[name] = text;
}

json entryAsJson(const CourseEntry& entry)
{
    json object{{"n", entry.n},
                {"act", nameOf(entry.act)},
                {"at", base::formatTimestamp(entry.at)},
                {"noted", base::formatTimestamp(entry.noted)},
                {"by", entry.by},
                {"role", nameOf(entry.role)}};
    put(object, "site", entry.site);
    if (entry.revision)
        object["revision"] = *entry.revision;
    if (!entry.cites.empty())
        object["cites"] = entry.cites;
    if (entry.until)
        object["until"] = base::formatDate(*entry.until);
    if (entry.period)
        object["period"] = periodAsJson(*entry.period);
    put(object, "procedure", entry.procedure);
    put(object, "paper", entry.paper);
    put(object, "taker", entry.taker);
    put(object, "reason", entry.reason);
    if (entry.calendar)
        object["calendar"] = *entry.calendar;
    return object;
}

CourseEntry readEntry(JsonReader& reader, Act act)
{
    CourseEntry entry;
    entry.act = act;
    entry.n = static_cast<int>(reader.integer("n", 0, Most));
    entry.at = reader.time("at");
    entry.noted = reader.has("noted") ? reader.time("noted") : entry.at;
    entry.by = reader.textOr("by");
    entry.role = reader.parsed<Role>("role", &parseRole);
    entry.site = reader.textOr("site");
    if (reader.has("revision"))
        entry.revision = static_cast<int>(reader.integer("revision", 1, Most));
    entry.cites = reader.texts("cites");
    if (reader.has("until"))
        entry.until = reader.date("until");
    if (reader.has("period"))
        entry.period = readPeriodOf(reader.object("period"));
    entry.procedure = reader.textOr("procedure");
    entry.paper = reader.textOr("paper");
    entry.taker = reader.textOr("taker");
    entry.reason = reader.textOr("reason");
    if (reader.has("calendar"))
        entry.calendar = static_cast<int>(reader.integer("calendar", 0, Most));
    return entry;
}

}  // namespace

json periodAsJson(const Period& period)
{
    json object{{"unit", nameOf(period.unit)}};
    if (period.n)
        object["n"] = *period.n;
    put(object, "note", period.note);
    return object;
}

Period readPeriodOf(JsonReader reader)
{
    Period period;
    if (reader.has("n"))
        period.n = static_cast<int>(reader.integer("n", 0, Most));
    period.unit = reader.parsed<TimeUnit>("unit", &parseTimeUnit);
    period.note = reader.textOr("note");
    return period;
}

json courseAsJson(std::span<const CourseEntry> course)
{
    json list = json::array();
    for (const auto& entry : course)
        list.push_back(entryAsJson(entry));
    return list;
}

Course readCourse(JsonReader& reader, std::string_view name)
{
    Course course;
    reader.each(name, [&](JsonReader& item) {
        if (const auto act = parseAct(item.text("act")))
            course.push_back(readEntry(item, *act));
    });
    return course;
}

std::string courseToJson(std::span<const CourseEntry> course)
{
    return writeJson(courseAsJson(course));
}

base::Result<Course> courseFromJson(std::string_view text)
{
    auto list = parseJson(text, "course", MaxCourseBytes);
    if (!list)
        return base::passOn(list);
    const json shell{{"course", *std::move(list)}};
    JsonReader reader(shell, "course");
    auto course = readCourse(reader, "course");
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return course;
}

}  // namespace forms
