#pragma once

#include <forms/deadlines.h>
#include <forms/period.h>
#include <i18n/language.h>

#include <string>

namespace papers {

/// "5 working days", "on the spot", "no limit stated".
[[nodiscard]] std::string periodText(const forms::Period& period, i18n::Language language);

/// "2026年11月29日", or in English "2026-11-29".
[[nodiscard]] std::string dateText(base::Date date, i18n::Language language);

/// The day, with the hour where the clock runs in hours or minutes; without a calendar the period and that the date
/// follows (DESIGN section 9).
[[nodiscard]] std::string deadlineText(const forms::Deadline& deadline, i18n::Language language);

}  // namespace papers
