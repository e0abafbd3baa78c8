#pragma once

#include <span>
#include <string_view>

namespace desk {

/// Usual words (常用语) a person may begin with instead of typing them; message ids.
enum class WordsFor {
    FailedPoint,  ///< what is wrong at a review point or on a page
    Opinion       ///< a reviewer's opinion of the case
};

[[nodiscard]] std::span<const std::string_view> usualWords(WordsFor what);

}  // namespace desk
