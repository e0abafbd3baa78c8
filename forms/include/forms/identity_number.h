#pragma once

#include <base/date.h>

#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// Citizen number, GB 11643-1999: 18 characters, MOD 11-2 check, real birth date. The division prefix may be
/// historic and is never judged.
struct CitizenNumber {
    std::string text;  ///< with a capital X
    base::Date birth;
    bool male = false;

    [[nodiscard]] static std::optional<CitizenNumber> parse(std::string_view text);
};

/// The 18 characters a 15-digit citizen number of before 1999 became: born 19yy, check character added; nothing for
/// any other text. Only for looking somebody up: forms take no 15-digit number.
[[nodiscard]] std::optional<std::string> modernNumber(std::string_view old);

/// Unified social credit code, GB 32100-2015: 18 characters with both check characters right.
[[nodiscard]] bool isCreditCode(std::string_view text);

/// A unified social credit code by its length and alphabet, whether its check characters compute or not: some of the
/// public register, given out before 2016, do not. One of digits alone must compute: else it is taken for a mistyped
/// citizen number.
[[nodiscard]] bool looksLikeCreditCode(std::string_view text);

/// Mainland mobile (11 digits from 1) or fixed line with area code, with or without a dash and an extension.
[[nodiscard]] bool isPhone(std::string_view text);

/// First six and last four characters, stars between: how numbers are shown in lists.
[[nodiscard]] std::string maskNumber(std::string_view text);

/// The family name's first character, stars for the rest.
[[nodiscard]] std::string maskName(std::string_view text);

}  // namespace forms
