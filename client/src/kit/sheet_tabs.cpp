#include <kit/sheet_tabs.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>

#include <wx/sizer.h>
#include <wx/tglbtn.h>

#include <algorithm>
#include <utility>

namespace kit {

SheetTabs::SheetTabs(wxWindow* parent)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().ground);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddSpacer(kit.gap());
    SetSizer(row);
    SetMinSize(wxSize(-1, kit.ems(2.6)));
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetBackgroundColour(widgets::Theme::fromSystem().ground);
        event.Skip();
    });
}

std::size_t SheetTabs::indexOf(const std::string& id) const
{
    const auto found =
        std::find_if(m_tabs.begin(), m_tabs.end(), [&](const Tab& tab) { return tab.id == id; });
    return static_cast<std::size_t>(found - m_tabs.begin());
}

void SheetTabs::add(const std::string& id, const wxString& label)
{
    const widgets::LayoutKit kit(*this);
    auto* button = new wxToggleButton(
        this, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT | wxNO_BORDER);
    widgets::wear(*button, widgets::Look::Tab);
    button->Bind(wxEVT_TOGGLEBUTTON, [this, id](wxCommandEvent&) { pressed(id); });
    button->Bind(wxEVT_KEY_DOWN, [this, id](wxKeyEvent& event) { moveFocus(event, id); });
    GetSizer()->Add(button, wxSizerFlags().Bottom().Border(wxRIGHT, kit.hair() * 2));
    m_tabs.push_back({id, button});
    relabel(id, label);
}

void SheetTabs::remove(const std::string& id)
{
    if (const std::size_t index = indexOf(id); index < m_tabs.size()) {
        m_tabs[index].button->Destroy();
        m_tabs.erase(m_tabs.begin() + static_cast<std::ptrdiff_t>(index));
        Layout();
    }
}

void SheetTabs::relabel(const std::string& id, const wxString& label)
{
    const std::size_t index = indexOf(id);
    if (index == m_tabs.size()) {
        return;
    }
    wxToggleButton& button = *m_tabs[index].button;
    button.SetLabelText(label);
    widgets::setAccessibleName(button, label);
    const widgets::LayoutKit kit(*this);
    // As wide as the bold letters of the open one, so that nothing moves.
    wxCoord width = 0;
    const wxFont strong = widgets::fontFor(widgets::TextRole::Strong);
    GetTextExtent(label, &width, nullptr, nullptr, nullptr, &strong);
    button.SetMinSize(wxSize(width + kit.ems(2.4), kit.ems(2.3)));
    Layout();
}

void SheetTabs::open(const std::string& id)
{
    m_current = id;
    for (auto& tab : m_tabs) {
        tab.button->SetValue(tab.id == id);
    }
}

const std::string& SheetTabs::current() const
{
    return m_current;
}

void SheetTabs::onOpen(std::function<void(const std::string&)> listener)
{
    m_listener = std::move(listener);
}

void SheetTabs::pressed(const std::string& id)
{
    const bool isNew = id != m_current;
    open(id);
    if (isNew && m_listener) {
        m_listener(id);
    }
}

void SheetTabs::moveFocus(wxKeyEvent& event, const std::string& id)
{
    const std::size_t index = indexOf(id);
    if (event.GetKeyCode() == WXK_LEFT && index > 0) {
        m_tabs[index - 1].button->SetFocus();
    } else if (event.GetKeyCode() == WXK_RIGHT && index + 1 < m_tabs.size()) {
        m_tabs[index + 1].button->SetFocus();
    } else {
        event.Skip();
    }
}

}  // namespace kit
