#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// A rule that a guide may name as a review point's `auto` (docs/guides.md has the table of what each needs).
struct AutomaticPoint {
    std::string_view name;  ///< "gb11643"; "dict:" and "share:" are followed by what they look into
    bool decides =
        true;  ///< the program decides it by itself; else it stays a question, with its text beside the page
};

[[nodiscard]] std::span<const AutomaticPoint> automaticPoints();

[[nodiscard]] bool isAutomaticPoint(std::string_view automatic);

/// The names of the rules that decidePoint() has.
[[nodiscard]] std::vector<std::string_view> decidedPoints();

}  // namespace forms
