#include <review/parts_panel.h>

#include <desk/due_state.h>
#include <kit/card_list.h>
#include <kit/section_header.h>
#include <papers/period_text.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/sizer.h>

#include <algorithm>

namespace review {

namespace {

constexpr std::size_t PartsInSight = 4;

/// A moment of the hall's day: a light changes with the day.
base::Timestamp noonOf(base::Date today)
{
    return base::Timestamp(std::chrono::sys_days(today) + std::chrono::hours(12)) - base::HallOffset;
}

widgets::Tone toneOf(const api::ChildRecord& part, base::Date today)
{
    switch (part.child.state) {
    case forms::ChildState::Done: return widgets::Tone::Ok;
    case forms::ChildState::Refused: return widgets::Tone::Danger;
    case forms::ChildState::Blocked: return widgets::Tone::Warn;
    case forms::ChildState::Running: break;
    case forms::ChildState::Waiting:
    case forms::ChildState::Ended: return widgets::Tone::Neutral;
    }
    switch (desk::lightOf(part, noonOf(today))) {
    case forms::Light::None:
    case forms::Light::Paused:
    case forms::Light::Green: return widgets::Tone::Info;
    case forms::Light::Yellow: return widgets::Tone::Warn;
    case forms::Light::Red: return widgets::Tone::Danger;
    }
    return widgets::Tone::Neutral;
}

}  // namespace

PartsPanel::PartsPanel(wxWindow* parent, workbench::Bench& bench)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
    , m_list(nullptr)
{
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto title = bench.say("Parts of this matter");
    column->Add(new kit::SectionHeader(this, title), wxSizerFlags().Expand());
    m_list = new kit::CardList(this, title, kit::CardShape::Edge);
    m_list->onChosen([this](const std::string&) {
        if (onChosen)
            onChosen();
    });
    m_list->onActivated([this](const std::string& id) {
        if (onActivated)
            onActivated(id);
    });
    column->Add(m_list, wxSizerFlags().Expand());
    SetSizer(column);
    Hide();
}

std::optional<std::string> PartsPanel::chosen() const
{
    return m_list->chosen();
}

void PartsPanel::show(const std::vector<api::ChildRecord>& parts)
{
    std::vector<kit::Card> cards;
    for (const auto& part : parts)
        cards.push_back(cardOf(part));
    m_list->show(std::move(cards));
    m_list->fitHeight(PartsInSight);
    Show(!parts.empty());
    GetParent()->Layout();
}

wxString PartsPanel::dueText(const api::ChildRecord& part) const
{
    if (!forms::isOpen(part.child.state) || !part.child.started)
        return {};
    if (!part.due)
        return wxString::FromUTF8(papers::deadlineText({part.limit, {}, {}}, m_bench.language()));
    if (desk::daysTo(m_bench.today(), *part.due) < 0)
        return m_bench.sayCount("{count} day late",
                                "{count} days late",
                                static_cast<std::uint64_t>(-desk::daysTo(m_bench.today(), *part.due)));
    return m_bench.say("by {day}", {{"day", base::formatDate(*part.due)}});
}

wxString PartsPanel::detailOf(const forms::ChildCase& child) const
{
    auto text = m_bench.say(titleOf(child.state));
    if (child.ended)
        text += wxString::FromUTF8(" · " + base::formatDate(base::hallDate(*child.ended)));
    if (!child.note.empty())
        text += wxString::FromUTF8(" · " + child.note);
    return text;
}

kit::Card PartsPanel::cardOf(const api::ChildRecord& part) const
{
    const auto tone = toneOf(part, m_bench.today());
    kit::Card card;
    card.id = part.child.id;
    card.tone = tone;
    card.title = wxString::FromUTF8(part.child.department);
    card.detail = detailOf(part.child);
    card.badge = dueText(part);
    card.badgeTone = tone;
    return card;
}

}  // namespace review
