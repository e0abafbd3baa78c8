#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace i18n {

/// What a person may type to find a Chinese text, without tone marks, ü written v. Both lists are free of
/// repetitions and begin with the most usual reading of every character.
struct PinyinKeys {
    std::vector<std::string> full;      ///< 重庆 -> "zhongqing", "chongqing"
    std::vector<std::string> initials;  ///< 重庆 -> "zq", "cq"
};

/// All readings of a character, the most usual first: 乐 -> "le", "yue", "lao". Empty for a character without
/// any. From Unihan (Unicode 15), compiled in; the views live as long as the program.
[[nodiscard]] std::vector<std::string_view> readingsOf(char32_t character);

/// The keys of a UTF-8 text. Characters that are read in several ways are combined, the most usual combinations
/// first, at most `limit` in each list. Other characters stand in both keys as they are, A-Z and full-width
/// letters and digits folded to lower case. A broken byte becomes U+FFFD. Any thread; the cost grows with
/// text length × limit.
[[nodiscard]] PinyinKeys pinyinKeys(std::string_view text, std::size_t limit = 16);

}  // namespace i18n
