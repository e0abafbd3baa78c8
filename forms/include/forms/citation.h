#pragma once

#include <string>
#include <string_view>

namespace forms {

struct Guide;

enum class CitationKind {
    Material,   ///< "m-id"
    Point,      ///< "m-id/point"
    Route,      ///< "route:not-resident", or the route's bare id where no material has it
    Condition,  ///< "condition:2": the second of the guide's conditions, counted from 1
    Nothing     ///< not of this guide
};

/// What a request, a refusal or a mark refers to. A demand is a citation: what a guide version does not hold cannot be
/// asked for (DESIGN 5.8).
struct Citation {
    CitationKind kind = CitationKind::Nothing;
    std::string material;
    std::string point;
    std::string route;
    int condition = 0;  ///< from 1
};

/// How `text` reads in this guide; Nothing for what it does not hold.
[[nodiscard]] Citation citationOf(const Guide& guide, std::string_view text);

/// Whether it asks for a material or one of its points: what a correction and a mark may cite.
[[nodiscard]] bool isDemand(const Citation& citation);

/// The words of what is cited, as a paper prints them: the material and what its point asks, the route's text, the
/// condition. Empty for Nothing.
[[nodiscard]] std::string citedText(const Guide& guide, const Citation& citation);

}  // namespace forms
