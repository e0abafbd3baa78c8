#pragma once

#include <i18n/phrase.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace i18n {

/// The languages shipped (i18n/LINGUAS). Simplified Chinese is the default and complete; documents of record
/// are always made in it, whatever the window speaks.
enum class Language { SimplifiedChinese, English };

/// "zh_CN", "en"; nothing for a language we do not ship. Accepts BCP 47 and POSIX spellings.
[[nodiscard]] std::optional<Language> parseLanguage(std::string_view tag);
[[nodiscard]] std::string_view tagOf(Language language);
[[nodiscard]] std::vector<Language> allLanguages();

/// The phrase in that language, places filled. An untranslated phrase falls back to its English id; a place
/// whose argument is itself a message id (an enum's word) is not translated here: pass it translated.
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
