#pragma once

#include <forms/case_flow.h>
#include <forms/guide.h>

#include <string>
#include <vector>

namespace desk {

/// Something of the guide that a step may rest on.
struct GroundChoice {
    std::string cite;  ///< forms/citation.h
    std::string text;  ///< in the guide's words

    bool operator==(const GroundChoice&) const = default;
};

/// Everything a refusal or a non-acceptance may cite under the matter's law: its routes and its conditions, as far as
/// forms::checkGround takes them. Empty where the law leaves no ground.
[[nodiscard]] std::vector<GroundChoice> groundChoices(const forms::Guide& guide, forms::Action action);

}  // namespace desk
