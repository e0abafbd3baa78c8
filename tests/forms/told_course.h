#pragma once

#include "guide_folder.h"

#include <forms/clocks.h>
#include <forms/course.h>

#include <string>

namespace tests {

inline forms::Calendar shippedCalendar()
{
    return forms::calendarFromJson(readText(std::filesystem::path(OW_SOURCE_DIR) / "forms/calendars/cn.json"))
        .value();
}

/// "2026-09-24T10:00" by the hall's clock.
inline base::Timestamp hall(const std::string& time)
{
    return base::parseTimestamp(time + ":00+08:00").value();
}

/// A course told line by line: `.then(Act::Accepted, "2026-09-24T10:00")`.
class ToldCourse
{
  public:
    ToldCourse& then(forms::Act act, const std::string& time, const std::string& by = "somebody")
    {
        forms::CourseEntry entry;
        entry.act = act;
        entry.at = hall(time);
        entry.noted = entry.at;
        entry.by = by;
        entry.role = forms::Role::Reviewer;
        forms::append(course, std::move(entry));
        return *this;
    }

    ToldCourse& citing(const std::string& what)
    {
        course.back().cites.push_back(what);
        return *this;
    }

    ToldCourse& until(const std::string& day)
    {
        course.back().until = base::parseDate(day).value();
        return *this;
    }

    ToldCourse& lasting(int n, forms::TimeUnit unit)
    {
        course.back().period = forms::Period{n, unit, {}};
        return *this;
    }

    ToldCourse& procedure(const std::string& code)
    {
        course.back().procedure = code;
        return *this;
    }

    ToldCourse& write(const std::vector<forms::CourseEntry>& entries)
    {
        for (auto entry : entries)
            forms::append(course, std::move(entry));
        return *this;
    }

    forms::Course course;
};

/// What a clock says: "2026-10-09 green", "2026-05-01 10:00 red", "- none"; "none" when it does not run.
inline std::string clockText(const std::vector<forms::CaseClock>& all, forms::ClockKind kind)
{
    for (const auto& clock : all) {
        if (clock.kind != kind)
            continue;
        std::string text = "-";
        if (clock.deadline.moment)
            text = base::formatHallTime(*clock.deadline.moment);
        else if (clock.deadline.date)
            text = base::formatDate(*clock.deadline.date);
        return text + ' ' + std::string(nameOf(clock.light));
    }
    return "none";
}

}  // namespace tests
