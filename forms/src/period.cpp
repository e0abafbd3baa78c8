#include <forms/period.h>

#include <array>
#include <utility>

namespace forms {

namespace {

constexpr std::array<std::pair<TimeUnit, std::string_view>, 8> Tokens{{
    {TimeUnit::Workday, "workday"},
    {TimeUnit::Day, "day"},
    {TimeUnit::Month, "month"},
    {TimeUnit::Hour, "hour"},
    {TimeUnit::Minute, "minute"},
    {TimeUnit::OnSpot, "on_spot"},
    {TimeUnit::None, "none"},
    {TimeUnit::WorkHour, "work_hour"},
}};

}  // namespace

std::string_view nameOf(TimeUnit unit)
{
    for (const auto& [known, token] : Tokens)
        if (known == unit)
            return token;
    return "none";
}

std::optional<TimeUnit> parseTimeUnit(std::string_view token)
{
    for (const auto& [unit, known] : Tokens)
        if (known == token)
            return unit;
    return std::nullopt;
}

}  // namespace forms
