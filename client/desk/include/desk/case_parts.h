#pragma once

#include <desk/review_desk.h>

#include <i18n/phrase.h>

#include <offline/workplace.h>

#include <optional>
#include <vector>

namespace desk {

/// The children of a bundle (一件事) that was sent from here, as the back office told last. None: it is no bundle, was
/// not accepted yet, or nothing came back of it.
[[nodiscard]] base::Result<std::vector<api::ChildRecord>> partsOf(offline::Workplace& workplace,
                                                                  base::CaseId id);

[[nodiscard]] std::vector<forms::ChildCase> childCasesOf(const api::CaseDetail& detail);

/// A step of the table (forms/child_flow.h) from where a child stands, and why this person cannot take it now.
struct PartOffer {
    forms::ChildAction action;
    std::optional<i18n::Phrase> obstacle;  ///< nothing: it can be taken

    bool operator==(const PartOffer&) const = default;
};

/// Every step that somebody may take by hand with this child; none when it is settled or waits for another.
[[nodiscard]] std::vector<PartOffer> partOffers(const Dossier& dossier,
                                                const api::Identity& who,
                                                const api::ChildRecord& part);

}  // namespace desk
