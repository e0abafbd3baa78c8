#pragma once

#include <desk/review_desk.h>

#include <i18n/phrase.h>

#include <optional>
#include <vector>

namespace desk {

/// A step of the table (forms/case_flow.h) from where a case stands, and why this person cannot take it now.
struct StepOffer {
    forms::Action action;
    std::optional<i18n::Phrase> obstacle;  ///< nothing: it can be taken

    bool operator==(const StepOffer&) const = default;
};

/// Every step that somebody may take by hand from where the course stands, in the order of the table, and the settling of
/// flags where there are any: what the back office allows is free, and for the rest the rule that forbids it says why
/// (forms::mayTake, forms::checkStep).
[[nodiscard]] std::vector<StepOffer> stepOffers(const Dossier& dossier, const api::Identity& who);

}  // namespace desk
