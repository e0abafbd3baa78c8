// The parts of a bundle (一件事) on the reviewer's page.
#include <review/review_page.h>

#include <review/parts_panel.h>

#include <desk/case_parts.h>
#include <workbench/question.h>

#include <algorithm>

namespace review {

const api::ChildRecord* ReviewPage::partOf(const std::string& child) const
{
    if (!m_dossier)
        return nullptr;
    const auto& parts = m_dossier->detail.children;
    const auto found = std::find_if(parts.begin(), parts.end(), [&child](const api::ChildRecord& part) {
        return part.child.id == child;
    });
    return found == parts.end() ? nullptr : &*found;
}

/// The menu's entry is there for a bundle, and free when something can be done with the chosen part.
void ReviewPage::refreshParts()
{
    const auto* part = partOf(m_parts->chosen().value_or(std::string()));
    m_actions->showAction("part", m_dossier && !m_dossier->detail.children.empty());
    m_actions->enable("part", part != nullptr && !part->allowed.empty());
}

void ReviewPage::settlePart(const std::string& child)
{
    const auto* part = partOf(child);
    if (part == nullptr)
        return;
    workbench::ChoiceQuestion question{wxString::FromUTF8(part->child.department),
                                       say("The reason of a refusal is read by the applicant."),
                                       say("What became of this part"),
                                       say("Settle the part"),
                                       {},
                                       say("Note or reason"),
                                       std::nullopt};
    std::vector<forms::ChildAction> free;
    std::optional<i18n::Phrase> obstacle;
    for (const auto& offer : desk::partOffers(*m_dossier, bench().user(), *part)) {
        if (offer.obstacle) {
            obstacle = offer.obstacle;
            continue;
        }
        free.push_back(offer.action);
        question.choices.push_back(say(titleOf(offer.action)));
    }
    if (free.empty()) {
        bench().tell(widgets::Tone::Info,
                     "part",
                     obstacle ? say(*obstacle) : say("Nothing is to be decided about this part now."));
        return;
    }
    ask(this, bench(), question, [this, child, free](std::size_t choice, const std::string& note) {
        act({free.at(choice), note, {}, std::nullopt, std::nullopt, {}, child});
    });
}

}  // namespace review
