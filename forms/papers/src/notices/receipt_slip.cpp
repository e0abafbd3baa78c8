#include "../wording.h"
#include "kinds.h"

#include <utility>

namespace papers {
namespace {

using i18n::phrase;

std::string howText(HandedIn how)
{
    switch (how) {
    case HandedIn::Scanned: return say(phrase("paper, scanned"));
    case HandedIn::Photographed: return say(phrase("paper, photographed"));
    case HandedIn::FileGiven: return say(phrase("electronic file"));
    case HandedIn::FilledHere: return say(phrase("form filled here"));
    }
    return {};
}

std::string sheets(int count)
{
    return count > 0 ? std::to_string(count) : "—";
}

RuledTable receivedTable(const NoticeFacts& facts)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.7, ColumnAlign::Centre},
                     {say(phrase("Material received")), 4.2},
                     {say(phrase("Originals")), 0.9, ColumnAlign::Centre},
                     {say(phrase("Photocopies")), 0.9, ColumnAlign::Centre},
                     {say(phrase("Pages kept")), 0.9, ColumnAlign::Centre},
                     {say(phrase("How received")), 1.7, ColumnAlign::Centre},
                     {say(phrase("Handed back")), 1.1, ColumnAlign::Centre}};
    for (std::size_t i = 0; i < facts.received.size(); ++i) {
        const auto& material = facts.received[i];
        table.rows.push_back({ordinal(i),
                              material.name,
                              sheets(material.originals),
                              sheets(material.copies),
                              sheets(material.pages),
                              howText(material.how),
                              sheets(material.handedBack)});
    }
    return table;
}

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
    table.columns = {{say(phrase("No.")), 0.7, ColumnAlign::Centre},
                     {say(phrase("Material not received")), 5.1},
                     {say(phrase("Why not received")), 4.6}};
    for (std::size_t i = 0; i < facts.notReceived.size(); ++i) {
        table.rows.push_back({ordinal(i), facts.notReceived[i].name, becauseText(facts.notReceived[i])});
    }
    return table;
}

/// When the hall must have told what is lacking, and what follows where the regime says so.
std::string clockText(const NoticeFacts& facts)
{
    auto text = facts.correctionDue
                    ? say(phrase("If anything is lacking, we will tell you all of it at once by {due}.",
                                 {{"due", dueText(*facts.correctionDue)}}))
                    : say(phrase("If anything is lacking, we tell you all of it in writing on the spot."));
    if (facts.correction.deemedAcceptedOnExpiry) {
        text += say(phrase("If we do not, the application counts as accepted from the day it was received."));
    }
    return text;
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
            "I handed in the materials listed on the slip, took back what it lists as handed back, and received the slip.")),
        ParagraphRole::Note});
    part.blocks.emplace_back(Closing{{say(phrase("Handed in by (signature):"))}, {}, {}, {}});
    return part;
}

NoticePart slip(const NoticeFacts& facts)
{
    NoticePart part;
    part.label = say(phrase("Slip, kept by the applicant"));
    part.blocks.emplace_back(caseFields(facts));
    if (!facts.received.empty()) {
        part.blocks.emplace_back(receivedTable(facts));
    }
    if (!facts.notReceived.empty()) {
        part.blocks.emplace_back(notReceivedTable(facts));
    }
    part.blocks.emplace_back(Paragraph{clockText(facts), ParagraphRole::Note});
    part.blocks.emplace_back(Paragraph{
        say(phrase("This slip does not mean that the application is accepted.")), ParagraphRole::Statement});
    part.blocks.emplace_back(sealedBy(facts, {say(phrase("Clerk (signature):"))}));
    return part;
}

}  // namespace

NoticeDocument receiptSlip(const NoticeFacts& facts)
{
    auto document = blankNotice(facts, say(phrase("Receipt of materials")), 2);
    document.reference.clear();  // a receipt goes by the case's number
    document.separation = PartSeparation::CutLine;
    document.parts = {stub(facts), slip(facts)};
    return document;
}

}  // namespace papers
