#pragma once

#include <base/date.h>

#include <forms/masking.h>

#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// Citizen number, GB 11643-1999: 18 characters, MOD 11-2 check, real birth date; the residence permits of 2018 and
/// the permanent resident cards of 2023 follow it too. The division prefix may be historic and is never judged.
struct CitizenNumber {
    std::string text;  ///< folded (forms/folding.h), with a capital X
    base::Date birth;
    bool male = false;

    /// Judged as folded: blanks, dashes, width and signs that nobody sees do not matter.
    [[nodiscard]] static std::optional<CitizenNumber> parse(std::string_view text);
};

/// The 18 characters a 15-digit citizen number of before 1999 became: born 19yy, check character added; nothing for
/// any other text. Only for looking somebody up: forms take no 15-digit number.
[[nodiscard]] std::optional<std::string> modernNumber(std::string_view old);

/// Unified social credit code, GB 32100-2015, judged as folded: 18 characters with both check characters right.
[[nodiscard]] bool isCreditCode(std::string_view text);

/// The same by length and alphabet alone, unless it is a right citizen number. Some codes of the public register, given
/// out before 2016, do not compute: they are warned of, never refused.
[[nodiscard]] bool hasCreditCodeForm(std::string_view text);

/// A text that can only be meant as a credit code. One of digits alone has to compute: else it is taken for a mistyped
/// citizen number.
[[nodiscard]] bool looksLikeCreditCode(std::string_view text);

/// A telephone number as people write it, judged as folded, with or without blanks, dashes and brackets: mainland mobile
/// and fixed lines with area code and extension, +86 before them, 400 and 800, service numbers (12345, 95588), Hong Kong,
/// Macau, Taiwan and others abroad with their country code.
[[nodiscard]] bool isPhone(std::string_view text);

}  // namespace forms
