#include "../people_text.h"
#include "../wording.h"
#include "kinds.h"

#include <i18n/isolate.h>

#include <utility>

namespace papers {
namespace {

using i18n::phrase;

RuledTable deferredTable(const NoticeFacts& facts)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.85, ColumnAlign::Centre},
                     {say(phrase("Deferred material")), 4},
                     {say(phrase("In what form")), 2.2, ColumnAlign::Centre},
                     {say(phrase("To be handed in by")), 3, ColumnAlign::Centre}};
    for (std::size_t i = 0; i < facts.deferred.size(); ++i) {
        const auto& material = facts.deferred[i];
        table.rows.push_back({ordinal(i), material.name, material.form, dueText(material.due)});
    }
    return table;
}

/// What is missing and cannot be put off: the main materials are not complete while there is any.
std::vector<std::string> stillMissing(const NoticeFacts& facts)
{
    std::vector<std::string> names;
    for (const auto& material : facts.notReceived)
        if (material.because == NotReceivedBecause::Missing)
            names.push_back(material.name);
    return names;
}

/// 容缺受理; 容缺办理 where nothing is accepted.
std::string deferWord(const NoticeFacts& facts)
{
    return std::string(lawOf(facts, forms::Outcome::DeferredAcceptance).decision);
}

std::string opening(const NoticeFacts& facts, std::vector<base::Argument> arguments)
{
    arguments.push_back({"matter", facts.matter});
    arguments.push_back({"defer", deferWord(facts)});
    const auto missing = stillMissing(facts);
    if (missing.empty())
        return say(phrase(
            "{self} apply for “{matter}”. The main materials are complete; {self} ask for {defer} of the "
            "following:",
            arguments));
    arguments.push_back({"missing", listText(missing)});
    return say(
        phrase("{self} apply for “{matter}”. What cannot be put off is still lacking and has to be handed in "
               "first: {missing}. {self} ask for {defer} of the following:",
               arguments));
}

std::vector<std::string> promises(const std::vector<base::Argument>& self)
{
    return {
        say(phrase("1. {self} will hand in the materials listed above by the day named for each.", self)),
        say(phrase(
            "2. {self} know that the application is examined meanwhile, and that the result is not handed out "
            "before all of them are there.",
            self)),
        say(phrase(
            "3. If they are not handed in in time, the handling may be ended and the materials returned; {self} "
            "bear the loss.",
            self)),
        say(phrase(
            "4. What was handed in and stated is true, and {self} have no unrepaired record of broken trust.",
            self)),
    };
}

std::vector<std::string> signatures(const NoticeFacts& facts)
{
    const bool organisation = facts.applicants.size() == 1 && facts.applicants.front().isOrganisation();
    std::vector<std::string> lines{organisation ? say(phrase("Committed by (seal of the organisation):"))
                                                : say(phrase("Committed by (signature):"))};
    if (facts.agent)
        lines.push_back(say(phrase("Agent (signature):")));
    lines.push_back(say(phrase("Date signed:")));
    lines.push_back(say(phrase("Clerk (signature):")));
    return lines;
}

NoticePart copyFor(const NoticeFacts& facts, std::string label)
{
    const std::vector<base::Argument> self{{"self", selfText(facts)}};
    NoticePart part;
    part.label = std::move(label);
    part.blocks.emplace_back(caseFields(facts));
    if (facts.applicants.size() > 1)
        part.blocks.emplace_back(applicantsTable(facts));
    part.blocks.emplace_back(Paragraph{opening(facts, self)});
    part.blocks.emplace_back(deferredTable(facts));
    part.blocks.emplace_back(Paragraph{say(phrase("{self} commit to the following:", self))});
    for (auto& promise : promises(self))
        part.blocks.emplace_back(Paragraph{std::move(promise)});
    part.blocks.emplace_back(Closing{signatures(facts), {}, {}, {}});
    return part;
}

}  // namespace

base::Result<NoticeDocument> deferralCommitment(const NoticeFacts& facts)
{
    if (facts.deferred.empty()) {
        return base::fail(base::ErrorCode::BadArgument,
                          "A deferral commitment needs at least one deferred material, and there is none.");
    }
    auto document = blankNotice(
        facts,
        forms::PaperKind::DeferralCommitment,
        i18n::withoutIsolates(say(phrase("commitment to {defer}", {{"defer", deferWord(facts)}}))));
    document.separation = PartSeparation::NewPage;
    document.parts = {copyFor(facts, say(phrase("Copy 1, kept by the applicant"))),
                      copyFor(facts, say(phrase("Copy 2, kept in the file")))};
    return document;
}

}  // namespace papers
