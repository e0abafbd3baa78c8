#include "../people_text.h"
#include "kinds.h"
#include "letter.h"

#include <papers/period_text.h>

#include <forms/regime.h>
#include <i18n/isolate.h>

namespace papers {
namespace {

using i18n::phrase;

std::string accepted(const NoticeFacts& facts)
{
    const auto regime = forms::regimeOf(facts.correction.regime);
    if (facts.handling.deemed)
        return say(phrase("{issuer} did not say within the time the law gives what is lacking.",
                          {{"issuer", issuerText(facts)}}))
               + underText(std::string(forms::law(regime).deemedGround))
               + say(phrase("the application counts as accepted from {date}.",
                            {{"date", dateText(base::hallDate(*facts.handling.accepted))}}));
    return say(phrase("On checking, the materials are complete and in the form the law asks for."))
           + underText(groundOf(facts, forms::Outcome::Acceptance))
           + say(phrase("{issuer} accepts it.", {{"issuer", issuerText(facts)}}));
}

std::string proceduresText(const NoticeFacts& facts)
{
    const auto regime = forms::regimeOf(facts.correction.regime);
    std::vector<std::string> lines;
    for (const auto& procedure : facts.handOut.limits.specialProcedures) {
        auto line = procedure.name;
        if (procedure.max)
            line += say(phrase(", at most {period}", {{"period", periodText(*procedure.max)}}));
        if (forms::stopsClock(regime, procedure))
            line += say(phrase(" (not counted)"));
        lines.push_back(std::move(line));
    }
    return listText(lines);
}

std::string resultsText(const NoticeFacts& facts)
{
    std::vector<std::string> lines;
    for (const auto& result : facts.handOut.results)
        lines.push_back(result.delivery.empty()
                            ? result.name
                            : result.name + say(phrase(" ({note})", {{"note", listText(result.delivery)}})));
    return listText(lines);
}

FieldGrid termsGrid(const NoticeFacts& facts)
{
    const auto& handling = facts.handling;
    FieldGrid grid;
    grid.fields.push_back({say(phrase("Accepted on")), dateText(base::hallDate(*handling.accepted)), true});
    if (handling.promised)
        grid.fields.push_back({say(phrase("Promised limit")), limitText(*handling.promised), true});
    if (handling.legal)
        grid.fields.push_back({say(phrase("Legal limit")), limitText(*handling.legal), true});
    if (const auto procedures = proceduresText(facts); !procedures.empty())
        grid.fields.push_back({say(phrase("Special procedures")), procedures, true});
    grid.fields.push_back({say(phrase("Fees")), feesText(facts.handOut.fees), true});
    if (const auto results = resultsText(facts); !results.empty())
        grid.fields.push_back({say(phrase("Result")), results, true});
    return grid;
}

}  // namespace

base::Result<NoticeDocument> acceptanceNotice(const NoticeFacts& facts)
{
    const auto& row = lawOf(facts, forms::Outcome::Acceptance);
    if (!row.hasPaper())
        return noSuchPaper();
    if (!facts.handling.accepted)
        return base::fail(base::ErrorCode::BadArgument,
                          "A notice of acceptance needs an accepted case, and this one is not.");
    auto document = blankNotice(facts, forms::PaperKind::AcceptanceNotice, std::string(row.title));
    auto part = letterTo(facts);
    part.blocks.emplace_back(Paragraph{appliedText(facts) + accepted(facts)});
    part.blocks.emplace_back(termsGrid(facts));
    if (!facts.received.empty()) {
        part.blocks.emplace_back(Paragraph{say(phrase("Materials received:")), ParagraphRole::Heading});
        part.blocks.emplace_back(receivedTable(facts));
    }
    const auto& handling = facts.handling;
    close(part, facts, handling.deemed ? facts.madeOn : base::hallDate(*handling.accepted));
    document.parts = {std::move(part)};
    return document;
}

}  // namespace papers
