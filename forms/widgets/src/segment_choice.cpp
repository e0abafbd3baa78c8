#include <widgets/segment_choice.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/tglbtn.h>

#include <algorithm>
#include <utility>

namespace widgets {
namespace {

constexpr std::size_t MostInRow = 5;
constexpr double WidestRow = 24;  // in characters
constexpr double NarrowestList = 10;

}  // namespace

SegmentChoice::SegmentChoice(wxWindow* parent, const wxString& name, std::vector<ChoiceOption> options)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_name(name)
    , m_options(std::move(options))
{
    SetSizer(new wxBoxSizer(wxHORIZONTAL));
    if (fitsInRow()) {
        buildRow();
    } else {
        buildList();
    }
    setName(name);
}

bool SegmentChoice::fitsInRow() const
{
    if (m_options.size() > MostInRow) {
        return false;
    }
    const LayoutKit layout(*this);
    int width = 0;
    for (const auto& option : m_options) {
        width += GetTextExtent(option.text).x + layout.ems(1.6);
    }
    return width <= layout.ems(WidestRow);
}

void SegmentChoice::buildRow()
{
    for (const auto& option : m_options) {
        addOption(option);
    }
}

void SegmentChoice::buildList()
{
    m_list = new wxChoice(this, wxID_ANY);
    m_list->Append(wxString());
    for (const auto& option : m_options) {
        m_list->Append(option.text);
    }
    m_list->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        const int row = event.GetSelection();
        m_chosen = row <= 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row - 1));
        if (m_listener) {
            m_listener();
        }
    });
    const LayoutKit kit(*this);
    m_list->SetMinSize(
        wxSize(std::max(m_list->GetBestSize().x, kit.ems(NarrowestList)), kit.controlHeight()));
    GetSizer()->Add(m_list, wxSizerFlags().CentreVertical());
}

void SegmentChoice::addOption(const ChoiceOption& option)
{
    const std::size_t index = m_buttons.size();
    auto* button =
        new wxToggleButton(this, wxID_ANY, option.text, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    wear(*button, Look::Segment, option.tone);
    button->Bind(wxEVT_TOGGLEBUTTON, [this, index](wxCommandEvent&) { pressed(index); });
    button->Bind(wxEVT_KEY_DOWN, [this, index](wxKeyEvent& event) { moveFocus(event, index); });

    const LayoutKit kit(*this);
    button->SetMinSize(wxSize(button->GetTextExtent(option.text).x + kit.ems(1.6), kit.controlHeight()));
    GetSizer()->Add(button, wxSizerFlags().CentreVertical());
    m_buttons.push_back(button);
}

void SegmentChoice::pressed(std::size_t index)
{
    const bool isNew = m_chosen != index;
    m_chosen = index;
    for (std::size_t other = 0; other < m_buttons.size(); ++other) {
        m_buttons[other]->SetValue(other == index);
    }
    if (isNew && m_listener) {
        m_listener();
    }
}

void SegmentChoice::moveFocus(wxKeyEvent& event, std::size_t index)
{
    if (event.GetKeyCode() == WXK_LEFT && index > 0) {
        m_buttons[index - 1]->SetFocus();
    } else if (event.GetKeyCode() == WXK_RIGHT && index + 1 < m_buttons.size()) {
        m_buttons[index + 1]->SetFocus();
    } else {
        event.Skip();
    }
}

std::optional<std::string> SegmentChoice::chosen() const
{
    return m_chosen ? std::optional(m_options[*m_chosen].value) : std::nullopt;
}

std::optional<std::size_t> SegmentChoice::indexOf(const std::string& value) const
{
    for (std::size_t index = 0; index < m_options.size(); ++index) {
        if (m_options[index].value == value) {
            return index;
        }
    }
    return std::nullopt;
}

void SegmentChoice::choose(const std::optional<std::string>& value)
{
    m_chosen = value ? indexOf(*value) : std::nullopt;
    if (value && !m_chosen) {
        m_options.push_back({*value, wxString::FromUTF8(*value), Tone::Danger});
        m_chosen = m_options.size() - 1;
        if (m_list != nullptr) {
            m_list->Append(m_options.back().text);
        } else {
            addOption(m_options.back());
            setName(m_name);
            Layout();
        }
    }
    if (m_list != nullptr) {
        m_list->SetSelection(m_chosen ? static_cast<int>(*m_chosen) + 1 : 0);
    }
    for (std::size_t index = 0; index < m_buttons.size(); ++index) {
        m_buttons[index]->SetValue(m_chosen == index);
    }
}

void SegmentChoice::onChosen(std::function<void()> listener)
{
    m_listener = std::move(listener);
}

void SegmentChoice::setName(const wxString& name)
{
    m_name = name;
    setAccessibleName(*this, name);
    if (m_list != nullptr) {
        setAccessibleName(*m_list, name);
    }
    for (std::size_t index = 0; index < m_buttons.size(); ++index) {
        setAccessibleName(*m_buttons[index], m_options[index].text);
        setAccessibleDescription(*m_buttons[index], name);
    }
}

wxWindow& SegmentChoice::firstControl()
{
    if (m_list != nullptr) {
        return *m_list;
    }
    return m_buttons.empty() ? static_cast<wxWindow&>(*this) : *m_buttons[m_chosen.value_or(0)];
}

void SegmentChoice::SetFocus()
{
    if (wxWindow& first = firstControl(); &first != this) {
        first.SetFocus();
    }
}

bool SegmentChoice::Enable(bool enable)
{
    if (m_list != nullptr) {
        m_list->Enable(enable);
    }
    for (auto* button : m_buttons) {
        button->Enable(enable);
    }
    return wxPanel::Enable(enable);
}

}  // namespace widgets
