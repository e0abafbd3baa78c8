#include <desk/case_parts.h>

#include <forms/allowed.h>

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

std::optional<Phrase> obstacleTo(const Dossier& dossier,
                                 const api::Identity& who,
                                 const api::ChildRecord& part,
                                 forms::ChildAction action)
{
    if (std::find(part.allowed.begin(), part.allowed.end(), action) != part.allowed.end())
        return std::nullopt;
    forms::Person person;
    person.user = who.name;
    person.roles = who.roles;
    if (!person.has(forms::Role::Reviewer) && !person.has(forms::Role::Approver))
        return phrase("Only reviewers and approvers settle the parts of a case.");
    const auto may = forms::mayTakeChild(
        action, part.child.id, *dossier.guide, dossier.detail.course, person, childCasesOf(dossier.detail));
    return may ? phrase("The back office does not allow it now.") : wordsFor(may.error());
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
