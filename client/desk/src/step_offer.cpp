#include <desk/step_offer.h>

#include <desk/case_parts.h>

#include <forms/allowed.h>
#include <forms/step.h>

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

forms::Person personOf(const api::Identity& who)
{
    forms::Person person;
    person.user = who.name;
    person.roles = who.roles;
    person.division = who.division;
    return person;
}

/// What the guide itself would let such a step rest on.
std::vector<std::string> groundFor(const Dossier& dossier, Action action)
{
    const auto& guide = *dossier.guide;
    if (action == Action::SettleFlag)
        return forms::openFlags(dossier.detail.course);
    if (action == Action::NotAccept)
        for (const auto& route : guide.routes)
            if (route.outcome != forms::RouteOutcome::Refused)
                return {"route:" + route.id};
    const bool rests =
        action == Action::NotAccept || action == Action::Refuse || action == Action::RequestCorrection;
    if (!rests || guide.materials.empty())
        return {};
    return {guide.materials.front().id};
}

/// A request that lacks nothing a person can give: what is still refused then is refused to everybody.
forms::StepRequest wellFormed(const Dossier& dossier, Action action)
{
    forms::StepRequest request;
    request.action = action;
    request.reason = "-";
    request.cites = groundFor(dossier, action);
    if (action == Action::SettleFlag)
        request.cites.resize(std::min<std::size_t>(request.cites.size(), 1));
    const auto& limits = dossier.guide->limits;
    if (action == Action::Suspend && !limits.specialProcedures.empty()) {
        request.procedure = limits.specialProcedures.front().code;
        request.period = forms::Period{1, forms::TimeUnit::Workday, {}};
    }
    if (action == Action::Extend)
        request.period = limits.extension;
    return request;
}

Phrase wordsFor(Action action, const base::Error& error)
{
    if (error.code == base::ErrorCode::Separation && action == Action::Certify)
        return phrase("You decided this case or a part of it: another certifier certifies it.");
    if (error.code == base::ErrorCode::Separation)
        return phrase("You had a part in this case: another approver decides it.");
    return i18n::phraseOf(error);
}

const forms::FlowStep* someStep(forms::CaseState state, Action action)
{
    const auto flow = forms::caseFlow();
    const auto step = std::find_if(flow.begin(), flow.end(), [&](const forms::FlowStep& each) {
        return each.from == state && each.action == action && each.role != Role::Clock;
    });
    return step == flow.end() ? nullptr : &*step;
}

/// Nobody with these roles may take the step, whatever else stands in its way.
std::optional<Phrase> roleLacking(const Dossier& dossier, const api::Identity& who, Action action)
{
    const auto state = forms::stateOf(dossier.detail.course);
    const auto* step = someStep(state, action);
    const bool has = std::any_of(who.roles.begin(), who.roles.end(), [&](Role role) {
        return forms::findStep(state, action, role) != nullptr;
    });
    if (!step || has)
        return std::nullopt;
    return phrase("Only for the role “{role}”.", {base::word("role", titleOf(step->role))});
}

Phrase claimed(const Dossier& dossier)
{
    const auto holder = forms::claimedBy(dossier.detail.course);
    return phrase("{user} works on this case.", {{"user", dossier.detail.nameOf(holder)}});
}

std::optional<Phrase> obstacleTo(const Dossier& dossier, const api::Identity& who, Action action)
{
    const auto& detail = dossier.detail;
    if (auto right = forms::checkStep(wellFormed(dossier, action),
                                      *dossier.guide,
                                      detail.course,
                                      dossier.calendar,
                                      dossier.office,
                                      dossier.shown);
        !right && right.error().code == base::ErrorCode::NotAllowed)
        return wordsFor(action, right.error());
    if (action == Action::Suspend && dossier.guide->limits.specialProcedures.empty())
        return phrase("The guide of this matter knows no special procedure.");
    const auto& allowed = detail.allowed;
    if (std::find(allowed.begin(), allowed.end(), api::RequestedAction(action)) != allowed.end())
        return std::nullopt;
    if (auto lacking = roleLacking(dossier, who, action))
        return lacking;
    const auto children = childCasesOf(detail);
    const auto may = forms::mayTake(
        action, *dossier.guide, detail.course, dossier.office, personOf(who), dossier.shown, children);
    if (!may && may.error().code == base::ErrorCode::Conflict)
        return claimed(dossier);
    if (!may)
        return wordsFor(action, may.error());
    return phrase("The back office does not allow it now.");
}

}  // namespace

std::vector<StepOffer> stepOffers(const Dossier& dossier, const api::Identity& who)
{
    std::vector<StepOffer> offers;
    const auto state = forms::stateOf(dossier.detail.course);
    const auto add = [&](Action action) {
        const bool known = std::any_of(
            offers.begin(), offers.end(), [action](const StepOffer& offer) { return offer.action == action; });
        if (!known)
            offers.push_back({action, obstacleTo(dossier, who, action)});
    };
    for (const auto& step : forms::caseFlow())
        if (step.from == state && step.role != Role::Clock && !comesWithARevision(step.action))
            add(step.action);
    if (!forms::openFlags(dossier.detail.course).empty())
        add(Action::SettleFlag);
    return offers;
}

}  // namespace desk
