#include "remedy_text.h"

#include "wording.h"

#include <forms/regime.h>

namespace papers {
namespace {

using i18n::phrase;

/// Licences and registrations are decided by authorities alone; a public service may be an undertaking's.
bool isSurelyAnAuthority(const NoticeFacts& facts)
{
    switch (forms::regimeOf(facts.correction.regime)) {
    case forms::Regime::Licence:
    case forms::Regime::RealEstate:
    case forms::Regime::MarketEntity: return true;
    case forms::Regime::PublicService:
    case forms::Regime::Other: return false;
    }
    return false;
}

std::string complaintText(const NoticeFacts& facts)
{
    const auto& telephone =
        facts.complaintTelephone.empty() ? facts.issuer.telephone : facts.complaintTelephone;
    if (telephone.empty())
        return say(phrase("If you do not agree, you may complain at the place where you applied."));
    return say(phrase("If you do not agree, you may complain by telephone: {telephone}.",
                      {{"telephone", telephone}}));
}

std::string namedText(const forms::Remedy& remedy, const std::string& paper)
{
    const std::vector<base::Argument> arguments{
        {"paper", paper}, {"authority", remedy.reconsideration}, {"court", remedy.court}};
    if (remedy.reconsideration.empty())
        return say(phrase(
            "If you do not agree, you may bring an action before {court} within six months of receiving {paper}.",
            arguments));
    if (remedy.court.empty())
        return say(phrase(
            "If you do not agree, you may apply to {authority} for reconsideration within 60 days of receiving {paper}.",
            arguments));
    if (remedy.reconsiderationFirst)
        return say(phrase(
            "If you do not agree, you must first apply to {authority} for reconsideration within 60 days of receiving "
            "{paper}; if you do not agree with its decision, you may bring an action before {court} within 15 days of "
            "receiving it.",
            arguments));
    return say(phrase(
        "If you do not agree, you may apply to {authority} for reconsideration within 60 days of receiving {paper}, or "
        "bring an action directly before {court} within six months of receiving it.",
        arguments));
}

}  // namespace

std::string remedyText(const NoticeFacts& facts, const std::string& paper)
{
    const auto& issuer = facts.issuer;
    if (issuer.kind == forms::DepartmentKind::Authority && issuer.remedy
        && !(issuer.remedy->reconsideration.empty() && issuer.remedy->court.empty()))
        return namedText(*issuer.remedy, paper);
    if (issuer.kind == forms::DepartmentKind::Authority && (issuer.known || isSurelyAnAuthority(facts)))
        return say(phrase(
            "If you do not agree, you may apply for administrative reconsideration according to law within 60 days of "
            "receiving {paper}, or bring an action before a people's court within six months of receiving it.",
            {{"paper", paper}}));
    return complaintText(facts);
}

}  // namespace papers
