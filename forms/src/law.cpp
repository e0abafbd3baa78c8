#include <forms/law.h>

#include "law_table.h"
#include "word_table.h"

#include <forms/case.h>
#include <forms/citation.h>
#include <forms/guide.h>
#include <forms/identity_number.h>

#include <algorithm>
#include <array>
#include <set>

namespace forms {

namespace {

constexpr std::array Names{
    Word<Outcome>{Outcome::OneTimeNotice, "one-time-notice", {}},
    Word<Outcome>{Outcome::NotNeeded, "not-needed", {}},
    Word<Outcome>{Outcome::NotCompetent, "not-competent", {}},
    Word<Outcome>{Outcome::NotAccepted, "not-accepted", {}},
    Word<Outcome>{Outcome::Acceptance, "acceptance", {}},
    Word<Outcome>{Outcome::DeferredAcceptance, "deferred-acceptance", {}},
    Word<Outcome>{Outcome::Approval, "approval", {}},
    Word<Outcome>{Outcome::Refusal, "refusal", {}},
    Word<Outcome>{Outcome::TerminatedByApplicant, "terminated-by-applicant", {}},
    Word<Outcome>{Outcome::TerminatedByLapse, "terminated-by-lapse", {}},
    Word<Outcome>{Outcome::TerminatedByMissedDeferral, "terminated-by-missed-deferral", {}},
    Word<Outcome>{Outcome::PapersReturned, "papers-returned", {}},
    Word<Outcome>{Outcome::SpecialProcedure, "special-procedure", {}},
    Word<Outcome>{Outcome::Extension, "extension", {}},
};

static_assert(follows(Names, Outcome::Extension));
constexpr auto OutcomeValues = valuesOf(Names);

constexpr std::string_view BusinessEnvironment36 = "《优化营商环境条例》第三十六条第一款";
constexpr int LicenceWindow = 5;                 ///< 行政许可法 art. 32(1)(4)
constexpr std::string_view CompanyObject = "2";  ///< GB/T 39046 服务对象: 企业法人

RegimeLaw rowOf(Regime regime)
{
    RegimeLaw row;
    row.regime = regime;
    switch (regime) {
    case Regime::Licence:
        row.deemsAccepted = true;
        row.deemedGround = "《中华人民共和国行政许可法》第三十二条第一款第（四）项";
        row.insistAllowed = true;
        row.notAcceptOnRoutesOnly = true;
        row.deliveryLimit = Period{10, TimeUnit::Workday, {}};  // arts. 44, 82
        return row;
    case Regime::RealEstate:
        row.deemsAccepted = true;
        row.deemedGround = "《不动产登记暂行条例》第十七条第二款";
        row.correctionIsNewReceipt = true;
        return row;
    case Regime::MarketEntity: row.acceptancePaper = false; return row;
    case Regime::PublicService:
    case Regime::Other: row.deemsAccepted = true; return row;
    }
    return row;
}

std::string listOf(std::span<const std::string> texts)
{
    std::string list;
    for (const auto& text : texts)
        list.append(list.empty() ? "" : "、").append(text);
    return list;
}

/// Public services leave the ground of a correction to the guide and to who applies.
std::string correctionGround(const CorrectionRule& rule, bool business)
{
    const auto regime = regimeOf(rule.regime);
    const bool ownGround = regime == Regime::PublicService || regime == Regime::Other;
    if (ownGround && !rule.basis.empty())
        return rule.basis;
    if (regime == Regime::PublicService && business)
        return std::string(BusinessEnvironment36);
    return std::string(law(regime, Outcome::OneTimeNotice).ground);
}

const Route* citedRoute(const Guide& guide, const Citation& citation)
{
    const auto found = std::find_if(guide.routes.begin(), guide.routes.end(), [&](const Route& route) {
        return citation.kind == CitationKind::Route && route.id == citation.route;
    });
    return found == guide.routes.end() ? nullptr : &*found;
}

base::Status notAcceptGround(const Guide& guide, const Citation& citation)
{
    if (!law(regimeOf(guide)).notAcceptOnRoutesOnly)
        return {};
    const auto* route = citedRoute(guide, citation);
    if (route && route->outcome != RouteOutcome::Refused)
        return {};
    return base::fail(
        base::ErrorCode::NotAllowed,
        "Under the Administrative Licensing Law an application is not accepted only where no licence is "
        "needed (art. 32(1)) or another body is competent (art. 32(2)). Cite such a route of the guide; a "
        "complete application must be accepted (art. 32(5)), and an unmet condition is a ground of refusal.");
}

base::Status requestGround(const Citation& citation)
{
    if (isDemand(citation))
        return {};
    return base::fail(base::ErrorCode::NotAllowed,
                      "A correction can only ask for materials of the guide and their review points.");
}

base::Status checkCitation(const Guide& guide, Action action, const std::string& text)
{
    const auto citation = citationOf(guide, text);
    if (citation.kind == CitationKind::Nothing)
        return base::fail(
            base::ErrorCode::NotAllowed,
            "{citation} is nothing of this guide. Cite a material, a point of one, a route or a condition.",
            {{"citation", text}});
    if (action == Action::NotAccept)
        return notAcceptGround(guide, citation);
    if (action == Action::RequestCorrection)
        return requestGround(citation);
    return {};
}

bool needsGround(Action action)
{
    return action == Action::NotAccept || action == Action::Refuse || action == Action::RequestCorrection;
}

}  // namespace

std::string_view nameOf(Outcome outcome)
{
    return Names[static_cast<std::size_t>(outcome)].token;
}

std::span<const Outcome> allOutcomes()
{
    return OutcomeValues;
}

const RegimeLaw& law(Regime regime)
{
    static const std::array rows{rowOf(Regime::Licence),
                                 rowOf(Regime::RealEstate),
                                 rowOf(Regime::MarketEntity),
                                 rowOf(Regime::PublicService),
                                 rowOf(Regime::Other)};
    return rows[static_cast<std::size_t>(regime)];
}

bool silenceAccepts(const CorrectionRule& rule)
{
    const auto regime = regimeOf(rule.regime);
    const bool byLaw = regime == Regime::Licence || regime == Regime::RealEstate;
    return law(regime).deemsAccepted && (byLaw || rule.deemedAcceptedOnExpiry);
}

Period windowOf(const CorrectionRule& rule)
{
    const auto regime = regimeOf(rule.regime);
    if (regime == Regime::RealEstate)
        return {0, TimeUnit::OnSpot, {}};
    const auto& window = rule.window;
    const bool ofDays = window.unit == TimeUnit::Workday || window.unit == TimeUnit::Day;
    const bool ofHours =
        window.unit == TimeUnit::Hour || window.unit == TimeUnit::Minute || window.unit == TimeUnit::WorkHour;
    const bool withinFive = ofHours || (ofDays && window.n.value_or(0) <= LicenceWindow);
    return regime != Regime::Licence || withinFive ? window : Period{LicenceWindow, TimeUnit::Workday, {}};
}

const OutcomeLaw& law(Regime regime, Outcome outcome)
{
    return outcomeTable(regime)[static_cast<std::size_t>(outcome)];
}

Outcome outcomeOf(RouteOutcome outcome)
{
    switch (outcome) {
    case RouteOutcome::NotNeeded: return Outcome::NotNeeded;
    case RouteOutcome::NotCompetent: return Outcome::NotCompetent;
    case RouteOutcome::Refused: break;
    }
    return Outcome::NotAccepted;
}

std::optional<Outcome> terminationOf(std::span<const CourseEntry> course)
{
    std::optional<Outcome> ended;
    std::set<std::string> missed;
    for (const auto& entry : course) {
        if (entry.act == Act::DeferralMissed)
            missed.insert(entry.cites.begin(), entry.cites.end());
        if (entry.act == Act::Supplied)
            for (const auto& material : entry.cites)
                missed.erase(material);
        if (entry.act == Act::Withdrawn)
            ended = Outcome::TerminatedByApplicant;
        if (entry.act == Act::Lapsed)
            ended = Outcome::TerminatedByLapse;
        if (entry.act == Act::Terminated && ended != Outcome::TerminatedByLapse)
            ended = missed.empty() ? Outcome::TerminatedByApplicant : Outcome::TerminatedByMissedDeferral;
    }
    return ended;
}

bool isBusiness(const Guide& guide, const Party* applicant)
{
    if (applicant && !applicant->idNumber.empty())
        return applicant->idNumber.front() == '9' && isCreditCode(applicant->idNumber);
    const auto& objects = guide.serviceObjects;
    return !objects.empty() && std::all_of(objects.begin(), objects.end(), [](const std::string& object) {
        return object == CompanyObject;
    });
}

std::string groundOf(const Guide& guide, Outcome outcome, bool business)
{
    return groundOf(guide.limits.correction, guide.legalBasis, outcome, business);
}

std::string groundOf(const CorrectionRule& rule,
                     std::span<const std::string> legalBasis,
                     Outcome outcome,
                     bool business)
{
    auto ground = outcome == Outcome::OneTimeNotice ? correctionGround(rule, business)
                                                    : std::string(law(regimeOf(rule.regime), outcome).ground);
    return ground.empty() ? listOf(legalBasis) : ground;
}

base::Status checkGround(const Guide& guide, Action action, std::span<const std::string> cites)
{
    if (!needsGround(action))
        return {};
    if (cites.empty())
        return base::fail(
            base::ErrorCode::NotAllowed,
            "This step needs a ground of the guide: cite a material, a point, a route or a condition. "
            "Words alone are none.");
    for (const auto& text : cites)
        if (auto checked = checkCitation(guide, action, text); !checked)
            return checked;
    return {};
}

}  // namespace forms
