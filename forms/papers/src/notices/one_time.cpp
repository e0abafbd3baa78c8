#include "../people_text.h"
#include "kinds.h"
#include "letter.h"

#include <forms/regime.h>

namespace papers {
namespace {

using forms::Outcome;
using forms::Regime;
using i18n::phrase;

std::string required(const CorrectionItem& item)
{
    std::string text = item.standard;
    if (!item.basis.empty())
        text += (text.empty() ? "" : "\n") + say(phrase("Basis: {basis}", {{"basis", listText(item.basis)}}));
    return text.empty() ? say(phrase("as the guide says")) : text;
}

RuledTable itemTable(const NoticeFacts& facts)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.85, ColumnAlign::Centre},
                     {say(phrase("Material or form")), 2.2},
                     {say(phrase("What is wrong")), 2.9},
                     {say(phrase("What is required")), 2.9},
                     {say(phrase("How to supplement")), 2.2}};
    for (std::size_t i = 0; i < facts.corrections.size(); ++i) {
        const auto& item = facts.corrections[i];
        table.rows.push_back({ordinal(i),
                              item.material,
                              item.wrong,
                              required(item),
                              item.supplementBy.empty()
                                  ? say(phrase("at any window of this hall or where you applied"))
                                  : item.supplementBy});
    }
    return table;
}

/// Where land is registered, telling what is lacking is itself the 不予受理.
std::string opening(const NoticeFacts& facts, Regime regime)
{
    auto text =
        appliedText(facts)
        + say(phrase("On checking, the materials are incomplete or not in the form the law asks for."))
        + underText(groundOf(facts, Outcome::OneTimeNotice));
    if (regime == Regime::RealEstate)
        text += say(phrase("{issuer} decides: {decision}.",
                           {{"issuer", issuerText(facts)},
                            {"decision", std::string(lawOf(facts, Outcome::OneTimeNotice).decision)}}));
    return text + say(phrase("Everything that must be put right is told at once:"));
}

std::string whatFollows(const NoticeFacts& facts, Regime regime)
{
    if (regime == Regime::RealEstate)
        return say(phrase(
            "When the materials are complete, please hand them in again; receipt and time limits count "
            "from the day they are all there."));
    if (facts.correction.resubmissionIsNewCase())
        return say(phrase("The materials are returned with this notice. When they are complete, apply again; "
                          "that is a new application."));
    if (facts.supplementDue)
        return say(
            phrase("Please put it right by {due}. If it is not put right by then, the materials are returned "
                   "and the handling ends; you may apply again.",
                   {{"due", dueText(*facts.supplementDue)}}));
    return say(phrase(
        "No time limit is set for putting it right; it can be done on the spot today or at any time."));
}

}  // namespace

base::Result<NoticeDocument> oneTimeNotice(const NoticeFacts& facts)
{
    if (facts.corrections.empty())
        return base::fail(base::ErrorCode::BadArgument,
                          "A one-time notice needs at least one thing to put right, and there is none.");
    const auto regime = forms::regimeOf(facts.correction.regime);
    const auto& row = lawOf(facts, Outcome::OneTimeNotice);
    auto document = blankNotice(facts, forms::PaperKind::OneTimeNotice, std::string(row.title));
    auto part = letterTo(facts);
    part.blocks.emplace_back(Paragraph{opening(facts, regime)});
    part.blocks.emplace_back(itemTable(facts));
    if (!facts.handling.request.empty())
        part.blocks.emplace_back(
            Paragraph{say(phrase("In the reviewer's words: {text}", {{"text", facts.handling.request}}))});
    part.blocks.emplace_back(Paragraph{whatFollows(facts, regime)});
    part.blocks.emplace_back(
        Paragraph{say(phrase("{paper} lists everything. Nothing beyond it will be asked for.",
                             {{"paper", paperWord(row.title)}}))});
    addRemedies(part, facts, row);
    close(part, facts, facts.madeOn);
    document.parts = {std::move(part)};
    return document;
}

}  // namespace papers
