#pragma once

#include <i18n/phrase.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace i18n {

/// The languages shipped: those of i18n/LINGUAS, and English, in which the message ids are written. Simplified
/// Chinese is the default and complete; documents of record are always made in it, whatever the window speaks.
/// So one process speaks several languages at once, and speaks them on a machine where no locale is installed:
/// that is why the catalogues are inside the program and are read by MoFile, not by the C library's gettext.
enum class Language { SimplifiedChinese, English };

/// "zh_CN", "en"; nothing for a language we do not ship. Accepts BCP 47 and POSIX spellings ("zh-Hans-CN",
/// "zh_CN.UTF-8"). Chinese of no known script is Simplified; "zh-Hant" and "zh_TW" are other languages.
[[nodiscard]] std::optional<Language> parseLanguage(std::string_view tag);
[[nodiscard]] std::string_view tagOf(Language language);
[[nodiscard]] std::vector<Language> allLanguages();

/// The phrase in that language, places filled; arguments that are words of the program (base::word) are translated
/// too. An untranslated phrase falls back to its English id.
[[nodiscard]] std::string translate(const Phrase& phrase, Language language);

/// The bare message id in that language.
[[nodiscard]] std::string translate(std::string_view id, Language language);

/// Plural: chooses by `count`, which is also place {count}. `one` is the English singular id.
[[nodiscard]] std::string translatePlural(std::string_view one,
                                          std::string_view other,
                                          std::uint64_t count,
                                          Language language,
                                          std::vector<base::Argument> arguments = {});

}  // namespace i18n
