#include <desk/step_offer.h>

#include "case_pasts.h"

#include <algorithm>

namespace desk {

namespace {

using forms::Action;
using forms::Role;
using i18n::phrase;
using i18n::Phrase;

/// Steps that come with a sealed revision are taken at the counter, not here.
bool comesWithARevision(Action action)
{
    return action == Action::Seal || action == Action::Arrive || action == Action::Resubmit
           || action == Action::Supply;
}

Phrase wordsFor(Action action, const base::Error& error)
{
    if (error.code == base::ErrorCode::Separation && action == Action::Certify)
        return phrase("You decided this case or a part of it: another certifier certifies it.");
    if (error.code == base::ErrorCode::Separation)
        return phrase("You had a part in this case: another approver decides it.");
    if (action == Action::RequestCorrection)
        return phrase("A second correction needs the supervisor.");
    return i18n::phraseOf(error);
}

/// Why none of the person's roles leads to the step; nothing when one does.
std::optional<Phrase> forbidden(const Dossier& dossier, const api::Identity& who, Action action)
{
    const auto state = dossier.detail.summary.state;
    std::optional<Phrase> why;
    for (const auto role : who.roles) {
        if (forms::findStep(state, action, role) == nullptr)
            continue;
        const auto taken = forms::takeStep(state, action, role, who.name, pastOf(dossier));
        if (taken)
            return std::nullopt;
        why = wordsFor(action, taken.error());
    }
    if (why)
        return why;
    const auto flow = forms::caseFlow();
    const auto step = std::find_if(flow.begin(), flow.end(), [&](const forms::FlowStep& each) {
        return each.from == state && each.action == action && each.role != Role::Clock;
    });
    return phrase("Only for the role “{role}”.", {base::word("role", titleOf(step->role))});
}

/// What the guide of the matter does not provide for.
std::optional<Phrase> notInGuide(const Dossier& dossier, Action action)
{
    const auto& limits = dossier.guide->limits;
    if (action == Action::Suspend && limits.specialProcedures.empty())
        return phrase("The guide of this matter knows no special procedure.");
    if (action != Action::Extend)
        return std::nullopt;
    if (!limits.extension)
        return phrase("The guide of this matter allows no extension.");
    if (forms::findLast(dossier.detail.course, forms::Act::Extended) != nullptr)
        return phrase("The limit of this case was extended already.");
    return std::nullopt;
}

std::optional<Phrase> obstacleTo(const Dossier& dossier, const api::Identity& who, Action action)
{
    const auto& detail = dossier.detail;
    if (auto why = notInGuide(dossier, action))
        return why;
    const auto& allowed = detail.allowed;
    if (std::find(allowed.begin(), allowed.end(), api::RequestedAction(action)) != allowed.end())
        return std::nullopt;
    if (auto why = forbidden(dossier, who, action))
        return why;
    const auto& claimedBy = detail.summary.claimedBy;
    if (!claimedBy.empty() && claimedBy != who.name)
        return phrase("{user} works on this case.", {{"user", detail.nameOf(claimedBy)}});
    return phrase("The back office does not allow it now.");
}

}  // namespace

std::vector<StepOffer> stepOffers(const Dossier& dossier, const api::Identity& who)
{
    std::vector<StepOffer> offers;
    for (const auto& step : forms::caseFlow()) {
        const bool known = std::any_of(offers.begin(), offers.end(), [&step](const StepOffer& offer) {
            return offer.action == step.action;
        });
        if (step.from == dossier.detail.summary.state && step.role != Role::Clock && !known
            && !comesWithARevision(step.action))
            offers.push_back({step.action, obstacleTo(dossier, who, step.action)});
    }
    return offers;
}

}  // namespace desk
