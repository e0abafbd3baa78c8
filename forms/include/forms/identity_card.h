#pragma once

#include <base/date.h>

#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// What stands on a resident identity card (居民身份证), as somebody copied its text. Fields that were not there are
/// empty; the number is always valid.
struct IdentityCard {
    std::string name;
    std::string sex;     ///< 男 or 女
    std::string nation;  ///< 汉, without 族
    std::optional<base::Date> birth;
    std::string address;
    std::string number;  ///< GB 11643, with a capital X

    /// Reads the labels 姓名, 性别, 民族, 出生, 住址 and 公民身份号码 in any order, with or without colons, spaces inside
    /// the labels and line breaks as printed. Nothing without a valid number and at least one other field, so that
    /// a text that only mentions a number is left alone.
    [[nodiscard]] static std::optional<IdentityCard> read(std::string_view text);
};

}  // namespace forms
