#include "../people_text.h"
#include "kinds.h"
#include "letter.h"

namespace papers {
namespace {

using forms::Outcome;
using i18n::phrase;

/// When the applicant was told what is lacking, and that nothing came.
std::string lapsedText(const NoticeFacts& facts)
{
    const auto& handling = facts.handling;
    std::string text;
    if (handling.asked) {
        std::vector<base::Argument> arguments{
            {"date", dateText(*handling.asked)}, {"issuer", issuerText(facts)}, {"you", youText(facts)}};
        if (handling.answerDue)
            arguments.push_back({"due", dateText(*handling.answerDue)});
        text = handling.answerDue
                   ? say(phrase(
                       "On {date} {issuer} told {you} at once everything that had to be put right by {due}.",
                       arguments))
                   : say(phrase("On {date} {issuer} told {you} at once everything that had to be put right.",
                                arguments));
    }
    return text + say(phrase("{you} did not put it right in time.", {{"you", youText(facts)}}));
}

std::string whyText(const NoticeFacts& facts, Outcome outcome)
{
    const std::vector<base::Argument> you{{"you", youText(facts)}};
    if (outcome == Outcome::TerminatedByLapse)
        return lapsedText(facts);
    if (outcome == Outcome::TerminatedByMissedDeferral)
        return say(phrase(
            "{you} committed in writing to hand in the materials listed below later and did not do so in time.",
            you));
    return say(phrase("{you} asked to end the handling of this application.", you));
}

RuledTable missedTable(const NoticeFacts& facts)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.85, ColumnAlign::Centre},
                     {say(phrase("Deferred material")), 5},
                     {say(phrase("To be handed in by")), 3, ColumnAlign::Centre}};
    for (std::size_t i = 0; i < facts.handling.missed.size(); ++i)
        table.rows.push_back(
            {ordinal(i), facts.handling.missed[i].name, dueText(facts.handling.missed[i].due)});
    return table;
}

std::string endText(const NoticeFacts& facts, Outcome outcome, const forms::OutcomeLaw& row)
{
    auto ground = std::string(row.ground);
    if (outcome == Outcome::TerminatedByMissedDeferral)
        ground = say(phrase("the deferral commitment and {ground}", {{"ground", groundOf(facts, outcome)}}));
    return underText(ground)
           + say(
               phrase("{issuer} ends the handling of this application; the materials handed in are returned.",
                      {{"issuer", issuerText(facts)}}));
}

}  // namespace

base::Result<NoticeDocument> terminationNotice(const NoticeFacts& facts)
{
    if (!facts.handling.end)
        return base::fail(
            base::ErrorCode::BadArgument,
            "A notice of termination needs a case that ended without a decision, and this one did not.");
    const auto& end = *facts.handling.end;
    const auto outcome = end.outcome;
    const auto& row = lawOf(facts, outcome);
    auto document = blankNotice(facts, forms::PaperKind::TerminationNotice, std::string(row.title));
    auto part = letterTo(facts);
    part.blocks.emplace_back(
        Paragraph{appliedText(facts) + whyText(facts, outcome) + endText(facts, outcome, row)});
    if (outcome == Outcome::TerminatedByMissedDeferral && !facts.handling.missed.empty())
        part.blocks.emplace_back(missedTable(facts));
    if (!end.reason.empty() || !end.cited.empty())
        addGrounds(part, facts, {end.cited, {}, end.reason});
    part.blocks.emplace_back(
        Paragraph{say(phrase("{you} may apply again at any time.", {{"you", youText(facts)}}))});
    addRemedies(part, facts, row);
    close(part, facts, end.on);
    document.parts = {std::move(part)};
    return document;
}

}  // namespace papers
