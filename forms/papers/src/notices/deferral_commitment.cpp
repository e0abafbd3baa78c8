#include "../wording.h"
#include "kinds.h"

#include <utility>

namespace papers {
namespace {

using i18n::phrase;

RuledTable deferredTable(const NoticeFacts& facts)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.7, ColumnAlign::Centre},
                     {say(phrase("Deferred material")), 4},
                     {say(phrase("In what form")), 2.2, ColumnAlign::Centre},
                     {say(phrase("To be handed in by")), 3, ColumnAlign::Centre}};
    for (std::size_t i = 0; i < facts.deferred.size(); ++i) {
        const auto& material = facts.deferred[i];
        table.rows.push_back({ordinal(i), material.name, material.form, dueText(material.due)});
    }
    return table;
}

std::vector<std::string> promises()
{
    return {
        say(phrase("1. I will hand in the materials listed above by the day named for each.")),
        say(phrase(
            "2. I know that the case is examined meanwhile, and that the result is not handed out before all of "
            "them are there.")),
        say(phrase(
            "3. If I do not hand them in in time, the hall may end the case and return the materials; the loss is "
            "mine.")),
        say(phrase(
            "4. What I have handed in and stated is true, and I have no unrepaired record of broken trust.")),
    };
}

NoticePart copyFor(const NoticeFacts& facts, std::string label)
{
    NoticePart part;
    part.label = std::move(label);
    part.blocks.emplace_back(caseFields(facts));
    part.blocks.emplace_back(Paragraph{say(phrase(
        "I apply for “{matter}”. The main materials are complete; I ask for acceptance with deferral of the following:",
        {{"matter", facts.matter}}))});
    part.blocks.emplace_back(deferredTable(facts));
    part.blocks.emplace_back(Paragraph{say(phrase("I commit myself to the following:"))});
    for (auto& promise : promises()) {
        part.blocks.emplace_back(Paragraph{std::move(promise)});
    }
    part.blocks.emplace_back(sealedBy(facts,
                                      {say(phrase("Committed by (signature):")),
                                       say(phrase("Date signed:")),
                                       say(phrase("Clerk (signature):"))}));
    return part;
}

}  // namespace

base::Result<NoticeDocument> deferralCommitment(const NoticeFacts& facts)
{
    if (facts.deferred.empty()) {
        return base::fail(base::ErrorCode::BadArgument,
                          "A deferral commitment needs at least one deferred material, and there is none.");
    }
    auto document = blankNotice(facts, say(phrase("Deferral commitment")), 2);
    document.separation = PartSeparation::NewPage;
    document.parts = {copyFor(facts, say(phrase("Copy 1, kept by the applicant"))),
                      copyFor(facts, say(phrase("Copy 2, kept in the file")))};
    return document;
}

}  // namespace papers
