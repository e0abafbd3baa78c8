#pragma once

#include <forms/matter_index.h>
#include <offline/matter_use_store.h>

#include <string>
#include <vector>

namespace desk {

/// What is offered before a letter is typed: codes, none in two of them.
struct MatterChoices {
    std::vector<std::string> favourites;  ///< as the clerk marked them, most used first
    std::vector<std::string> recent;      ///< the clerk's last ones, newest first
    std::vector<std::string> mostUsed;    ///< at most twenty

    bool operator==(const MatterChoices&) const = default;
};

[[nodiscard]] MatterChoices choicesOf(const std::vector<offline::MatterUse>& uses);

/// The order of what a search finds: favourites and the twenty that are used most come before everything else that fits,
/// the others that were ever used before what fits no better. The clerk's own use counts before everybody's.
[[nodiscard]] forms::MatterRanking rankingOf(const std::vector<offline::MatterUse>& uses);

}  // namespace desk
