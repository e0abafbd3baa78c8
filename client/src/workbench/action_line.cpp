#include <workbench/action_line.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>

#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace workbench {

namespace {

wxString keyText(int key)
{
    if (key >= WXK_F1 && key <= WXK_F12)
        return wxString::Format("F%d", key - WXK_F1 + 1);
    return key == 0 ? wxString() : wxString::Format("Ctrl+%c", key);
}

bool isPressed(int key, const wxKeyEvent& event)
{
    if (key == 0 || event.GetKeyCode() != key)
        return false;
    return key >= WXK_F1 && key <= WXK_F12 ? event.GetModifiers() == wxMOD_NONE : event.ControlDown();
}

}  // namespace

ActionLine::ActionLine(wxWindow* parent, const wxString& moreLabel, std::vector<PageAction> actions)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddSpacer(kit.padding());
    for (auto& action : actions)
        m_entries.push_back({std::move(action), nullptr, true, true});
    for (auto& entry : m_entries)
        if (entry.action.where == PageAction::Where::Left)
            addButton(entry, *row);
    const bool hasMenu = std::any_of(m_entries.begin(), m_entries.end(), [](const Entry& entry) {
        return entry.action.where == PageAction::Where::Menu;
    });
    if (hasMenu) {
        m_more = new kit::ActionButton(this, moreLabel, "F10");
        m_more->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { openMenu(); });
        row->Add(m_more, kit.inRow());
    }
    m_status = new wxStaticText(this,
                                wxID_ANY,
                                wxString(),
                                wxDefaultPosition,
                                wxDefaultSize,
                                wxST_ELLIPSIZE_END | wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
    m_status->SetForegroundColour(widgets::Theme::fromSystem().muted);
    row->Add(m_status, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, kit.padding()));
    m_obstacle =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    widgets::wear(*m_obstacle, widgets::Look::Badge, widgets::Tone::Danger);
    m_obstacle->Hide();
    row->Add(m_obstacle, kit.inRow());
    for (auto& entry : m_entries)
        if (entry.action.where == PageAction::Where::Right)
            addButton(entry, *row);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, kit.gap()));
    SetSizer(column);
}

void ActionLine::addButton(Entry& entry, wxBoxSizer& row)
{
    entry.button =
        new kit::ActionButton(this, entry.action.label, keyText(entry.action.key), entry.action.weight);
    entry.button->Bind(wxEVT_BUTTON, [act = entry.action.act](wxCommandEvent&) { act(); });
    row.Add(entry.button, widgets::LayoutKit(*this).inRow());
}

ActionLine::Entry* ActionLine::find(const std::string& id)
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [&id](const Entry& entry) { return entry.action.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

void ActionLine::enable(const std::string& id, bool enabled)
{
    if (auto* entry = find(id)) {
        entry->enabled = enabled;
        if (entry->button != nullptr)
            entry->button->Enable(enabled);
        explain(*entry, wxString());
    }
}

void ActionLine::refuse(const std::string& id, const wxString& why)
{
    enable(id, false);
    if (auto* entry = find(id))
        explain(*entry, why);
}

void ActionLine::explain(Entry& entry, const wxString& why)
{
    if (entry.why == why)
        return;
    entry.why = why;
    if (entry.button != nullptr) {
        entry.button->SetToolTip(why);
        widgets::setAccessibleDescription(*entry.button, why);
    }
    showObstacle();
}

/// One reason at a time: that of the last button at the right, which ends the task, or of one before it.
void ActionLine::showObstacle()
{
    wxString why;
    for (const auto& entry : m_entries)
        if (entry.action.where == PageAction::Where::Right && entry.shown && !entry.why.empty())
            why = entry.why;
    m_obstacle->SetLabelText(why);
    m_obstacle->SetToolTip(why);
    m_obstacle->Show(!why.empty());
    Layout();
}

void ActionLine::showAction(const std::string& id, bool shown)
{
    auto* entry = find(id);
    if (entry == nullptr || entry->shown == shown)
        return;
    entry->shown = shown;
    if (entry->button != nullptr)
        entry->button->Show(shown);
    showObstacle();
}

void ActionLine::setStatus(const wxString& text)
{
    m_status->SetLabelText(text);
}

void ActionLine::openMenu()
{
    wxMenu menu;
    for (auto& entry : m_entries)
        if (entry.action.where == PageAction::Where::Menu && entry.shown) {
            const auto key = keyText(entry.action.key);
            auto* item =
                menu.Append(wxID_ANY, key.empty() ? entry.action.label : entry.action.label + "\t" + key);
            item->Enable(entry.enabled);
            menu.Bind(
                wxEVT_MENU, [act = entry.action.act](wxCommandEvent&) { act(); }, item->GetId());
        }
    m_more->PopupMenu(&menu, 0, -1);
}

bool ActionLine::press(const wxKeyEvent& event)
{
    if (m_more != nullptr && isPressed(WXK_F10, event)) {
        openMenu();
        return true;
    }
    bool known = false;
    for (auto& entry : m_entries)
        if (isPressed(entry.action.key, event) && entry.shown) {
            known = true;
            if (entry.enabled) {
                entry.action.act();
                break;
            }
            if (!entry.why.empty())
                setStatus(entry.why);
        }
    return known;
}

}  // namespace workbench
