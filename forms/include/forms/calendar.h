#pragma once

#include <base/clock.h>
#include <base/date.h>
#include <base/result.h>

#include <forms/period.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forms {

/// The days off and made-up working days of the years a catalogue release knows (国务院办公厅 announces them
/// yearly). A year that is not in it is never guessed: arithmetic reaching it fails with NotFound and the notice
/// says "n working days, date follows".
class Calendar
{
  public:
    struct Year {
        std::set<base::Date> off;   ///< days off beyond and including weekends, as announced
        std::set<base::Date> work;  ///< Saturdays and Sundays that are worked
        bool operator==(const Year&) const = default;
    };

    Calendar() = default;
    explicit Calendar(std::map<int, Year> years);

    [[nodiscard]] bool knows(int year) const;

    [[nodiscard]] const std::map<int, Year>& years() const { return m_years; }

    /// Error NotFound for a year without a calendar.
    [[nodiscard]] base::Result<bool> isWorkday(base::Date day) const;

    bool operator==(const Calendar&) const = default;

  private:
    std::map<int, Year> m_years;
};

/// {"2025": {"off": ["2025-01-01", …], "work": […]}, …}: how a catalogue carries it. Error BadInput names the year
/// that is wrong.
[[nodiscard]] base::Result<Calendar> calendarFromJson(std::string_view json);
[[nodiscard]] std::string calendarToJson(const Calendar& calendar);

/// Days strictly after `from` through `to` do not count (suspension by a special procedure, 行政许可法 art. 45).
struct Suspension {
    base::Date from;
    base::Date to;
};

[[nodiscard]] bool isSuspended(base::Date day, const std::vector<Suspension>& suspensions);

/// When a period that begins on `start` ends. The start day is not counted (民法典 201); a month ends on the
/// corresponding day or the month's last (202); a period of days or months whose last day is no working day ends
/// on the next working day (203). Hours, minutes and OnSpot end on the start day. None: NotFound.
[[nodiscard]] base::Result<base::Date> dueDate(base::Date start,
                                               const Period& period,
                                               const Calendar& calendar,
                                               const std::vector<Suspension>& suspensions = {});

/// When a period of hours or minutes that begins at that moment ends; nothing for other units.
[[nodiscard]] std::optional<base::Timestamp> dueMoment(base::Timestamp start, const Period& period);

/// Working days from `today` (not counted) through `due`; negative when past.
[[nodiscard]] base::Result<int> workdaysLeft(base::Date today, base::Date due, const Calendar& calendar);

}  // namespace forms
