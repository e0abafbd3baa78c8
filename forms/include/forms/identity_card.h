#pragma once

#include <base/date.h>
#include <i18n/phrase.h>

#include <forms/identity_paper.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// What stands on a resident identity card (居民身份证), a residence permit, a permanent resident card or a travel permit,
/// as somebody copied its text. Fields that were not there are empty; the number is always valid.
struct IdentityCard {
    std::string name;
    std::string sex;     ///< 男 or 女
    std::string nation;  ///< 汉, without 族
    std::optional<base::Date> birth;
    std::string address;
    std::string number;                                 ///< folded, with a capital X
    IdentityPaper paper = IdentityPaper::IdentityCard;  ///< what the number is of

    /// Reads the labels 姓名, 性别, 民族, 出生, 住址 and 公民身份号码 or 证件号码 in any order, also with their English
    /// beside them, with or without colons, spaces inside the labels and line breaks as printed. A word of a value that
    /// looks like a label is none: 民族路 has no nation behind it. Nothing without a valid number and at least one other
    /// field, so that a text that only mentions a number is left alone.
    [[nodiscard]] static std::optional<IdentityCard> read(std::string_view text);
};

/// What on the card cannot be: a birth date or a sex that is not the one in its number, a birth date after `today`.
[[nodiscard]] std::vector<i18n::Phrase> contradictionsOf(const IdentityCard& card, base::Date today);

}  // namespace forms
