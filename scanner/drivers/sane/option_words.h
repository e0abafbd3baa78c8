#pragma once

#include <scanner/device.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drivers {

/// SANE leaves the words for sources and modes to each backend. These say what a backend's word means; nothing
/// for one that no request asks for (film, halftone, the back side alone).
[[nodiscard]] std::optional<scanner::PaperSource> sourceOfWord(std::string_view word);
[[nodiscard]] std::optional<scanner::ColourMode> modeOfWord(std::string_view word);

/// The first word of the list with that meaning.
[[nodiscard]] std::optional<std::string> wordFor(scanner::PaperSource source,
                                                 const std::vector<std::string>& words);
[[nodiscard]] std::optional<std::string> wordFor(scanner::ColourMode mode,
                                                 const std::vector<std::string>& words);

}  // namespace drivers
