#include "../people_text.h"
#include "kinds.h"
#include "letter.h"

#include <forms/law.h>
#include <forms/regime.h>

#include <utility>

namespace papers {
namespace {

using i18n::phrase;

std::string becauseText(const NotReceivedMaterial& material)
{
    switch (material.because) {
    case NotReceivedBecause::Missing: return say(phrase("not handed in"));
    case NotReceivedBecause::Exempt: return say(phrase("need not be handed in"));
    case NotReceivedBecause::Deferred:
        return material.due ? say(phrase("deferred until {date}", {{"date", dateText(*material.due)}}))
                            : say(phrase("deferred, to be handed in later"));
    }
    return {};
}

RuledTable notReceivedTable(const NoticeFacts& facts)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.85, ColumnAlign::Centre},
                     {say(phrase("Material not received")), 5.1},
                     {say(phrase("Why not received")), 4.6}};
    for (std::size_t i = 0; i < facts.notReceived.size(); ++i) {
        table.rows.push_back({ordinal(i), facts.notReceived[i].name, becauseText(facts.notReceived[i])});
    }
    return table;
}

/// When everything that is lacking is told, and what follows where it is not told and the law and the guide say so.
std::string clockText(const NoticeFacts& facts, forms::Regime regime)
{
    std::string text;
    if (regime == forms::Regime::RealEstate)
        text = say(phrase(
            "If anything is lacking, that is told in writing on the spot with everything that must be put "
            "right."));
    else if (facts.correctionDue)
        text = say(phrase("If anything is lacking, all of it is told at once, by {due} at the latest.",
                          {{"due", dueText(*facts.correctionDue)}}));
    else
        text = say(phrase("If anything is lacking, all of it is told at once, in writing and on the spot."));
    if (forms::silenceAccepts(facts.correction))
        text += say(
            phrase("If it is not told, the application counts as accepted from the day it was received."));
    return text;
}

/// Where nothing is accepted, the slip shows receipt and says what it is no proof of.
std::string notMeant(forms::Regime regime)
{
    return forms::law(regime).acceptancePaper
               ? say(phrase("This slip does not mean that the application is accepted."))
               : say(
                   phrase("This slip only shows what was received and does not mean that the application is "
                          "registered."));
}

/// The hall has the pages themselves: its stub counts them.
std::string countText(const NoticeFacts& facts)
{
    int pages = 0;
    int handedBack = 0;
    for (const auto& material : facts.received) {
        pages += material.pages;
        handedBack += material.handedBack;
    }
    return say(phrase("{materials} materials, {pages} pages kept, {back} papers handed back",
                      {{"materials", std::to_string(facts.received.size())},
                       {"pages", std::to_string(pages)},
                       {"back", std::to_string(handedBack)}}));
}

NoticePart stub(const NoticeFacts& facts)
{
    NoticePart part;
    part.label = say(phrase("Stub, kept by the hall"));
    auto fields = caseFields(facts, FieldChoice::Brief);
    fields.fields.push_back({say(phrase("Material received")), countText(facts), true});
    part.blocks.emplace_back(std::move(fields));
    part.blocks.emplace_back(Paragraph{
        say(phrase(
            "The materials listed on the slip were handed in, what it lists as handed back was taken back, and the slip was received.")),
        ParagraphRole::Note});
    part.blocks.emplace_back(Closing{{say(phrase("Handed in by (signature):"))}, {}, {}, {}});
    return part;
}

NoticePart slip(const NoticeFacts& facts)
{
    NoticePart part;
    part.label = say(phrase("Slip, kept by the applicant"));
    const auto regime = forms::regimeOf(facts.correction.regime);
    part.blocks.emplace_back(caseFields(facts));
    if (facts.applicants.size() > 1)
        part.blocks.emplace_back(applicantsTable(facts));
    if (!facts.received.empty()) {
        part.blocks.emplace_back(receivedTable(facts));
    }
    if (!facts.notReceived.empty()) {
        part.blocks.emplace_back(notReceivedTable(facts));
    }
    part.blocks.emplace_back(Paragraph{clockText(facts, regime), ParagraphRole::Note});
    part.blocks.emplace_back(Paragraph{notMeant(regime), ParagraphRole::Statement});
    part.blocks.emplace_back(
        sealedBy(facts, GivenBy::Hall, {say(phrase("Clerk (signature):"))}, facts.madeOn));
    return part;
}

}  // namespace

NoticeDocument receiptSlip(const NoticeFacts& facts)
{
    auto document = blankNotice(facts, forms::PaperKind::ReceiptSlip, say(phrase("Receipt of materials")));
    document.separation = PartSeparation::CutLine;
    document.parts = {stub(facts), slip(facts)};
    return document;
}

}  // namespace papers
