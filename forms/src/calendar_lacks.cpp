#include <forms/clocks.h>

namespace forms {

std::optional<int> calendarLacks(const Calendar& calendar, base::Date today)
{
    const int year = static_cast<int>(today.year());
    if (!calendar.knows(year))
        return year;
    if (today.month() >= std::chrono::November && !calendar.knows(year + 1))
        return year + 1;
    return std::nullopt;
}

}  // namespace forms
