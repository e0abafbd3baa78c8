#pragma once

#include <base/date.h>

#include <optional>
#include <string_view>

namespace forms {

/// A day as cards print and people type it: 2035.06.15, 2035-6-15, 2035/06/15, 2035 06 15, 20350615, 2035年6月15日, in
/// full width and with blanks too. Nothing for any other text, an impossible day, and a year outside 1000 to 9999.
[[nodiscard]] std::optional<base::Date> readDay(std::string_view text);

/// A term as cards print it. What the text does not say is absent.
struct PrintedTerm {
    std::optional<base::Date> from;
    std::optional<base::Date> to;
    bool endless = false;  ///< 长期: `to` is absent
};

/// "2015.06.15-2035.06.15", "2015.06.15-长期", 自2015年6月15日至2035年6月15日, "长期"; one day alone is the last.
[[nodiscard]] std::optional<PrintedTerm> readTerm(std::string_view text);

/// The day a term begins, or a day alone: that of issue.
[[nodiscard]] std::optional<base::Date> firstDay(std::string_view text);

/// Whether the text says that there is no end: 长期, 长期有效, 永久, "long".
[[nodiscard]] bool isEndless(std::string_view text);

}  // namespace forms
