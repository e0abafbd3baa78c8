#include <base/clock.h>

#include <fmt/format.h>

#include <charconv>

namespace base {

namespace {

using std::chrono::floor;
using std::chrono::milliseconds;

/// Reads exactly `count` digits at the front and removes them; -1 when they are not there.
int takeDigits(std::string_view& text, std::size_t count)
{
    if (text.size() < count)
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char wanted)
{
    if (text.empty() || text.front() != wanted)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<milliseconds> takeFraction(std::string_view& text)
{
    if (!take(text, '.'))
        return milliseconds{0};
    int value = 0;
    std::size_t digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (digits < 3)
            value = value * 10 + (text.front() - '0');
        ++digits;
        text.remove_prefix(1);
    }
    if (digits == 0)
        return std::nullopt;
    for (; digits < 3; ++digits)
        value *= 10;
    return milliseconds{value};
}

std::optional<std::chrono::minutes> takeOffset(std::string_view& text)
{
    if (take(text, 'Z') || take(text, 'z'))
        return std::chrono::minutes{0};
    const bool behind = !text.empty() && text.front() == '-';
    if (!take(text, '+') && !take(text, '-'))
        return std::nullopt;
    const int hours = takeDigits(text, 2);
    if (hours < 0 || hours > 23 || !take(text, ':'))
        return std::nullopt;
    const int minutes = takeDigits(text, 2);
    if (minutes < 0 || minutes > 59)
        return std::nullopt;
    const std::chrono::minutes offset{hours * 60 + minutes};
    return behind ? -offset : offset;
}

}  // namespace

Timestamp SystemClock::now() const
{
    return floor<milliseconds>(std::chrono::system_clock::now());
}

std::string formatTimestamp(Timestamp time)
{
    const auto day = floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss<milliseconds> clock{time - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
                       static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()),
                       clock.hours().count(),
                       clock.minutes().count(),
                       clock.seconds().count(),
                       clock.subseconds().count());
}

std::optional<Timestamp> parseTimestamp(std::string_view text)
{
    const int year = takeDigits(text, 4);
    if (year < 0 || !take(text, '-'))
        return std::nullopt;
    const int month = takeDigits(text, 2);
    if (month < 0 || !take(text, '-'))
        return std::nullopt;
    const int day = takeDigits(text, 2);
    if (day < 0 || !(take(text, 'T') || take(text, 't')))
        return std::nullopt;
    const int hour = takeDigits(text, 2);
    if (hour < 0 || hour > 23 || !take(text, ':'))
        return std::nullopt;
    const int minute = takeDigits(text, 2);
    if (minute < 0 || minute > 59 || !take(text, ':'))
        return std::nullopt;
    const int second = takeDigits(text, 2);
    if (second < 0 || second > 59)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    const auto fraction = takeFraction(text);
    const auto offset = fraction ? takeOffset(text) : std::nullopt;
    if (!date.ok() || !offset || !text.empty())
        return std::nullopt;
    return std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute}
           + std::chrono::seconds{second} + *fraction - *offset;
}

}  // namespace base
