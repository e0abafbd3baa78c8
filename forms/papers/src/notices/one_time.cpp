#include "../wording.h"
#include "kinds.h"

namespace papers {
namespace {

using i18n::phrase;

std::string required(const CorrectionItem& item)
{
    std::string text = item.standard;
    if (!item.basis.empty()) {
        text += (text.empty() ? "" : "\n") + say(phrase("Basis: {basis}", {{"basis", listText(item.basis)}}));
    }
    return text.empty() ? say(phrase("as the guide says")) : text;
}

RuledTable itemTable(const NoticeFacts& facts)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.7, ColumnAlign::Centre},
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

std::string opening(const NoticeFacts& facts)
{
    return say(phrase(
        "On {date} you applied for “{matter}”. On checking, the materials are incomplete or not in the "
        "form the law asks for. Under {ground}, everything that must be put right is told to you at once:",
        {{"date", dateText(base::hallDate(facts.receivedAt))},
         {"matter", facts.matter},
         {"ground", correctionGround(facts)}}));
}

std::string untilWhen(const NoticeFacts& facts)
{
    if (facts.correction.resubmissionIsNewCase()) {
        return {};
    }
    if (facts.supplementDue) {
        return say(phrase("Please supplement by: {due}.", {{"due", dueText(*facts.supplementDue)}}));
    }
    return say(phrase("No time limit is set; you may supplement at any time, and on the spot today."));
}

std::string otherwise(const NoticeFacts& facts)
{
    if (facts.correction.resubmissionIsNewCase()) {
        return say(phrase("The materials are returned with this notice. When they are complete, apply again; "
                          "that is a new application."));
    }
    if (facts.supplementDue) {
        return say(
            phrase("If nothing is supplemented by then, the materials are returned and the case is closed; "
                   "you may apply again at any time."));
    }
    return say(phrase("Until the materials are complete the application cannot be accepted."));
}

}  // namespace

base::Result<NoticeDocument> oneTimeNotice(const NoticeFacts& facts)
{
    if (facts.corrections.empty()) {
        return base::fail(base::ErrorCode::BadArgument,
                          "A one-time notice needs at least one thing to put right, and there is none.");
    }
    auto document = blankNotice(facts, say(phrase("One-time notice")), 2);
    NoticePart part;
    part.blocks.emplace_back(addressee(facts));
    part.blocks.emplace_back(Paragraph{opening(facts)});
    part.blocks.emplace_back(itemTable(facts));
    part.blocks.emplace_back(Paragraph{untilWhen(facts) + otherwise(facts)});
    part.blocks.emplace_back(
        Paragraph{say(phrase("This notice lists everything. Nothing beyond it will be asked for."))});
    part.blocks.emplace_back(sealedBy(facts, signedOnReceipt()));
    document.parts = {part};
    return document;
}

}  // namespace papers
