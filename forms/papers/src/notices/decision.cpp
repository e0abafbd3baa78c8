#include "../people_text.h"
#include "kinds.h"
#include "letter.h"

#include <papers/period_text.h>

#include <forms/regime.h>

namespace papers {
namespace {

using forms::Outcome;
using i18n::phrase;

constexpr auto Record = i18n::Language::SimplifiedChinese;

/// Where nothing is accepted (market entities) the application was only received.
std::string acceptedText(const NoticeFacts& facts)
{
    if (!facts.handling.accepted || !lawOf(facts, Outcome::Acceptance).hasPaper())
        return {};
    return say(
        phrase("It was accepted on {date}.", {{"date", dateText(base::hallDate(*facts.handling.accepted))}}));
}

/// Only a law sets lawful conditions; a public service has those its guide publishes.
bool isByLaw(const NoticeFacts& facts)
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

std::string metText(const NoticeFacts& facts)
{
    return isByLaw(facts)
               ? say(phrase("On examination, the application meets the conditions and standards of the law."))
               : say(phrase("On examination, the application meets the published conditions and standards."));
}

std::string unmetText(const NoticeFacts& facts)
{
    return isByLaw(facts)
               ? say(phrase("On examination, the application does not meet the conditions and standards "
                            "of the law, as listed below."))
               : say(phrase("On examination, the application does not meet the published conditions and "
                            "standards, as listed below."));
}

std::string decidesText(const NoticeFacts& facts, const forms::OutcomeLaw& row)
{
    return say(phrase("{issuer} decides: {decision}.",
                      {{"issuer", issuerText(facts)}, {"decision", std::string(row.decision)}}));
}

std::string deliveryText(const NoticeFacts& facts)
{
    if (!facts.handling.delivery)
        return {};
    return say(phrase(
        "The licence is handed over or sent to {you} by {due} (within ten working days of this decision, "
        "Article 44 of the Administrative Licensing Law).",
        {{"you", youText(facts)}, {"due", deadlineText(*facts.handling.delivery, Record)}}));
}

FieldGrid resultsGrid(const NoticeFacts& facts)
{
    FieldGrid grid;
    for (const auto& result : facts.handOut.results)
        grid.fields.push_back(
            {say(phrase("Result")),
             result.delivery.empty()
                 ? result.name
                 : result.name + say(phrase(" ({note})", {{"note", listText(result.delivery)}})),
             true});
    return grid;
}

base::Status isDecided(const NoticeFacts& facts, Outcome outcome)
{
    if (facts.handling.decision && facts.handling.decision->outcome == outcome)
        return {};
    return base::fail(base::ErrorCode::BadArgument,
                      "The case was not decided in this way, so this paper is not made.");
}

}  // namespace

base::Result<NoticeDocument> approvalDecision(const NoticeFacts& facts)
{
    if (auto decided = isDecided(facts, Outcome::Approval); !decided)
        return base::passOn(decided);
    const auto& decision = *facts.handling.decision;
    const auto& row = lawOf(facts, Outcome::Approval);
    auto document = blankNotice(facts, forms::PaperKind::Approval, std::string(row.title));
    auto part = letterTo(facts);
    part.blocks.emplace_back(Paragraph{appliedText(facts) + acceptedText(facts) + metText(facts)
                                       + underText(groundOf(facts, Outcome::Approval))
                                       + decidesText(facts, row)});
    addGrounds(part, facts, {decision.cited, {}, decision.reason, !row.ground.empty()});
    if (const auto grid = resultsGrid(facts); !grid.fields.empty())
        part.blocks.emplace_back(grid);
    if (const auto delivery = deliveryText(facts); !delivery.empty())
        part.blocks.emplace_back(Paragraph{delivery});
    close(part, facts, decision.on);
    document.parts = {std::move(part)};
    return document;
}

base::Result<NoticeDocument> refusalDecision(const NoticeFacts& facts)
{
    if (auto decided = isDecided(facts, Outcome::Refusal); !decided)
        return base::passOn(decided);
    const auto& decision = *facts.handling.decision;
    if (decision.cited.empty())
        return base::fail(
            base::ErrorCode::BadArgument,
            "A decision not to approve needs the condition, material or route it rests on, and there is "
            "none.");
    const auto& row = lawOf(facts, Outcome::Refusal);
    auto document = blankNotice(facts, forms::PaperKind::Refusal, std::string(row.title));
    auto part = letterTo(facts);
    part.blocks.emplace_back(Paragraph{appliedText(facts) + acceptedText(facts) + unmetText(facts)
                                       + underText(groundOf(facts, Outcome::Refusal))
                                       + decidesText(facts, row)});
    addGrounds(part, facts, {decision.cited, {}, decision.reason, !row.ground.empty()});
    addRemedies(part, facts, row);
    close(part, facts, decision.on);
    document.parts = {std::move(part)};
    return document;
}

}  // namespace papers
