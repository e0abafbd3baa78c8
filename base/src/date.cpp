#include <base/date.h>

#include <fmt/format.h>

namespace base {

Date hallDate(Timestamp time)
{
    return Date{std::chrono::floor<std::chrono::days>(time + HallOffset)};
}

std::string formatDate(Date date)
{
    return fmt::format("{:04}-{:02}-{:02}",
                       static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Date> parseDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto number = [text](std::size_t from, std::size_t count) {
        int value = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (text[i] < '0' || text[i] > '9')
                return -1;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 1 || month < 1 || day < 1)
        return std::nullopt;
    const Date date{std::chrono::year{year},
                    std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string formatHallTime(Timestamp time)
{
    const auto local = time + HallOffset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss<std::chrono::milliseconds> clock{local - day};
    return fmt::format(
        "{} {:02}:{:02}", formatDate(Date{day}), clock.hours().count(), clock.minutes().count());
}

}  // namespace base
