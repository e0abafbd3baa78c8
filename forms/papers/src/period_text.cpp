#include <papers/period_text.h>

#include <i18n/phrase.h>

namespace papers {

namespace {

using i18n::phrase;

}  // namespace

std::string periodText(const forms::Period& period, i18n::Language language)
{
    const auto n = static_cast<std::uint64_t>(period.n.value_or(0));
    switch (period.unit) {
    case forms::TimeUnit::Workday:
        return i18n::translatePlural("{count} working day", "{count} working days", n, language);
    case forms::TimeUnit::Day: return i18n::translatePlural("{count} day", "{count} days", n, language);
    case forms::TimeUnit::Month: return i18n::translatePlural("{count} month", "{count} months", n, language);
    case forms::TimeUnit::Hour: return i18n::translatePlural("{count} hour", "{count} hours", n, language);
    case forms::TimeUnit::Minute:
        return i18n::translatePlural("{count} minute", "{count} minutes", n, language);
    case forms::TimeUnit::WorkHour:
        return i18n::translatePlural("{count} working hour", "{count} working hours", n, language);
    case forms::TimeUnit::OnSpot: return i18n::translate(phrase("on the spot"), language);
    case forms::TimeUnit::None: return i18n::translate(phrase("no limit stated"), language);
    }
    return {};
}

std::string dateText(base::Date date, i18n::Language language)
{
    return i18n::translate(phrase("{year}-{month}-{day}",
                                  {{"year", std::to_string(static_cast<int>(date.year()))},
                                   {"month", std::to_string(static_cast<unsigned>(date.month()))},
                                   {"day", std::to_string(static_cast<unsigned>(date.day()))}}),
                           language);
}

std::string deadlineText(const forms::Deadline& deadline, i18n::Language language)
{
    if (deadline.moment) {
        const auto clock = base::formatHallTime(*deadline.moment);  // "2026-11-22 10:42"
        return dateText(*deadline.date, language) + " " + clock.substr(clock.size() - 5);
    }
    if (deadline.date)
        return dateText(*deadline.date, language);
    return i18n::translate(phrase("{period} (the date follows when the year's calendar is published)",
                                  {{"period", periodText(deadline.period, language)}}),
                           language);
}

}  // namespace papers
