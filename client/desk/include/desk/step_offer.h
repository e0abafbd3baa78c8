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

/// Every step that somebody may take by hand from this state, in the order of the table: what the back office allows is
/// free, and for the rest the reason is said in words: a role that is lacking, the separation of duties (DESIGN 5.9),
/// the one correction that is used up, somebody who has claimed the case.
[[nodiscard]] std::vector<StepOffer> stepOffers(const Dossier& dossier, const api::Identity& who);

}  // namespace desk
