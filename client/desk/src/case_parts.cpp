#include <desk/case_parts.h>

#include "case_pasts.h"

#include <algorithm>

namespace desk {

namespace {

using i18n::phrase;
using i18n::Phrase;

Phrase wordsFor(const base::Error& error)
{
    if (error.code == base::ErrorCode::Separation)
        return phrase("You sealed or accepted this case: somebody else decides its parts.");
    return i18n::phraseOf(error);
}

/// Why none of the person's roles leads to the step; nothing when one does.
std::optional<Phrase> forbidden(const Dossier& dossier,
                                const api::Identity& who,
                                forms::ChildState from,
                                forms::ChildAction action)
{
    std::optional<Phrase> why = phrase("Only reviewers and approvers settle the parts of a case.");
    for (const auto role : who.roles) {
        if (role != forms::Role::Reviewer && role != forms::Role::Approver)
            continue;
        const auto taken = forms::takeChildStep(from, action, role, who.name, pastOf(dossier));
        if (taken)
            return std::nullopt;
        why = wordsFor(taken.error());
    }
    return why;
}

std::optional<Phrase> obstacleTo(const Dossier& dossier,
                                 const api::Identity& who,
                                 const api::ChildRecord& part,
                                 forms::ChildAction action)
{
    if (std::find(part.allowed.begin(), part.allowed.end(), action) != part.allowed.end())
        return std::nullopt;
    if (auto why = forbidden(dossier, who, part.child.state, action))
        return why;
    return phrase("The back office does not allow it now.");
}

}  // namespace

base::Result<std::vector<api::ChildRecord>> partsOf(offline::Workplace& workplace, base::CaseId id)
{
    auto detail = workplace.inbox().detail(id);
    if (!detail && detail.error().code == base::ErrorCode::NotFound)
        return std::vector<api::ChildRecord>();
    if (!detail)
        return base::passOn(detail);
    return std::move(detail->children);
}

std::vector<forms::ChildCase> childCasesOf(const api::CaseDetail& detail)
{
    std::vector<forms::ChildCase> children;
    for (const auto& part : detail.children)
        children.push_back(part.child);
    return children;
}

std::vector<PartOffer> partOffers(const Dossier& dossier,
                                  const api::Identity& who,
                                  const api::ChildRecord& part)
{
    std::vector<PartOffer> offers;
    for (const auto& step : forms::childFlow()) {
        const bool known = std::any_of(offers.begin(), offers.end(), [&step](const PartOffer& offer) {
            return offer.action == step.action;
        });
        if (step.from == part.child.state && step.role != forms::Role::Clock && !known)
            offers.push_back({step.action, obstacleTo(dossier, who, part, step.action)});
    }
    return offers;
}

}  // namespace desk
