#include "letter.h"

#include "../people_text.h"
#include "../remedy_text.h"

namespace papers {

using i18n::phrase;

namespace {

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

}  // namespace

NoticePart letterTo(const NoticeFacts& facts)
{
    NoticePart part;
    part.blocks.emplace_back(addressee(facts));
    if (facts.applicants.size() > 1)
        part.blocks.emplace_back(applicantsTable(facts));
    return part;
}

std::string appliedText(const NoticeFacts& facts)
{
    return say(phrase("On {date} {you} applied to {issuer} for “{matter}”.",
                      {{"date", dateText(base::hallDate(facts.receivedAt))},
                       {"you", youText(facts)},
                       {"issuer", issuerText(facts)},
                       {"matter", facts.matter}}));
}

std::string underText(const std::string& ground)
{
    return ground.empty() ? std::string() : say(phrase("Under {ground}, ", {{"ground", ground}}));
}

void addRemedies(NoticePart& part, const NoticeFacts& facts, const forms::OutcomeLaw& row)
{
    if (row.remedies)
        part.blocks.emplace_back(Paragraph{remedyText(facts, paperWord(row.title))});
}

void addGrounds(NoticePart& part, const NoticeFacts& facts, const Grounds& grounds)
{
    FieldGrid grid;
    if (!grounds.cited.empty())
        grid.fields.push_back({say(phrase("Clause that applies")), listText(grounds.cited), true});
    if (!grounds.law.empty())
        grid.fields.push_back({say(phrase("Law that applies")), grounds.law, true});
    if (grounds.basis && !facts.legalBasis.empty())
        grid.fields.push_back({say(phrase("Basis of the matter")), listText(facts.legalBasis), true});
    if (!grounds.reason.empty())
        grid.fields.push_back({say(phrase("Reason")), grounds.reason, true});
    if (!grid.fields.empty())
        part.blocks.emplace_back(std::move(grid));
}

void close(NoticePart& part, const NoticeFacts& facts, base::Date on)
{
    part.blocks.emplace_back(sealedBy(facts, GivenBy::Issuer, signedOnReceipt(), on));
}

tl::unexpected<base::Error> noSuchPaper()
{
    return base::fail(base::ErrorCode::NotAllowed,
                      "The law that governs this matter knows no such paper, so none is made.");
}

RuledTable receivedTable(const NoticeFacts& facts)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.85, ColumnAlign::Centre},
                     {say(phrase("Material received")), 4.2},
                     {say(phrase("Originals")), 0.9, ColumnAlign::Centre},
                     {say(phrase("Photocopies")), 1.1, ColumnAlign::Centre},
                     {say(phrase("Pages kept")), 1.1, ColumnAlign::Centre},
                     {say(phrase("How received")), 1.6, ColumnAlign::Centre},
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

}  // namespace papers
