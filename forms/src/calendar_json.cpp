#include "calendar_json.h"
#include "bounded_json.h"

#include <nlohmann/json.hpp>

namespace forms {

namespace {

using Json = nlohmann::json;

tl::unexpected<base::Error> bad(const std::string& year)
{
    return base::fail(base::ErrorCode::BadInput,
                      "The calendar of {year} is not a pair of lists of that year's dates, off and work.",
                      {{"year", year}});
}

base::Result<std::set<base::Date>> readDays(const Json& lists, const char* member, const std::string& year)
{
    std::set<base::Date> days;
    const auto found = lists.find(member);
    if (found == lists.end())
        return days;
    if (!found->is_array())
        return bad(year);
    for (const auto& text : *found) {
        const auto day = text.is_string() ? base::parseDate(text.get<std::string>()) : std::nullopt;
        if (!day || std::to_string(static_cast<int>(day->year())) != year)
            return bad(year);
        days.insert(*day);
    }
    return days;
}

Json daysJson(const std::set<base::Date>& days)
{
    auto list = Json::array();
    for (const auto day : days)
        list.push_back(base::formatDate(day));
    return list;
}

bool isYear(const std::string& text)
{
    return text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

base::Result<Calendar> calendarOf(const Json& json)
{
    if (!json.is_object())
        return base::fail(base::ErrorCode::BadInput, "The calendar is not an object of years.");
    std::map<int, Calendar::Year> years;
    for (const auto& [year, lists] : json.items()) {
        if (!isYear(year) || !lists.is_object())
            return bad(year);
        auto off = readDays(lists, "off", year);
        auto work = readDays(lists, "work", year);
        if (!off || !work)
            return bad(year);
        years[std::stoi(year)] = {std::move(*off), std::move(*work)};
    }
    return Calendar(std::move(years));
}

Json calendarAsJson(const Calendar& calendar)
{
    auto json = Json::object();
    for (const auto& [year, days] : calendar.years())
        json[std::to_string(year)] = {{"off", daysJson(days.off)}, {"work", daysJson(days.work)}};
    return json;
}

base::Result<Calendar> calendarFromJson(std::string_view json)
{
    const auto parsed = parseBounded(json);
    if (!parsed)
        return base::passOn(parsed);
    return calendarOf(*parsed);
}

std::string calendarToJson(const Calendar& calendar)
{
    return calendarAsJson(calendar).dump();
}

}  // namespace forms
