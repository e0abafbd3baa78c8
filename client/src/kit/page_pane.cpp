#include <kit/page_pane.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>

#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace kit {
namespace {

constexpr double ZoomStep = 1.25;
constexpr int MarksInSight = 4;
constexpr double ZoomTextWidth = 3.5;

}  // namespace

PagePane::PagePane(wxWindow* parent, UiTasks& tasks, const PagePaneTexts& texts)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_canvas(new PageCanvas(this, texts.page, tasks))
    , m_position(new wxStaticText(this, wxID_ANY, wxString()))
    , m_zoom(new wxStaticText(this,
                              wxID_ANY,
                              wxString(),
                              wxDefaultPosition,
                              wxDefaultSize,
                              wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE))
    , m_list(new wxListBox(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, 0, nullptr, wxLB_SINGLE | wxBORDER_NONE))
    , m_shown(texts.shown)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    m_zoom->SetMinSize(wxSize(kit.ems(ZoomTextWidth), -1));
    auto* tools = new wxBoxSizer(wxHORIZONTAL);
    const auto turn = [this](int pages) {
        return [this, pages] {
            if (onTurn) {
                onTurn(pages);
            }
        };
    };
    addButton(*tools, widgets::Icon::Previous, texts.previous, turn(-1));
    tools->Add(m_position, wxSizerFlags().CentreVertical());
    addButton(*tools, widgets::Icon::Next, texts.next, turn(1));
    tools->AddStretchSpacer();
    addButton(*tools, widgets::Icon::ZoomOut, texts.zoomOut, [this] { m_canvas->zoomBy(1 / ZoomStep); });
    tools->Add(m_zoom, wxSizerFlags().CentreVertical());
    addButton(*tools, widgets::Icon::ZoomIn, texts.zoomIn, [this] { m_canvas->zoomBy(ZoomStep); });
    addButton(*tools, widgets::Icon::Fit, texts.fit, [this] { m_canvas->fit(PageGeometry::Fit::Page); });
    addButton(*tools, widgets::Icon::RotateLeft, texts.rotateLeft, [this] { m_canvas->rotateLeft(); });
    addButton(*tools, widgets::Icon::RotateRight, texts.rotateRight, [this] { m_canvas->rotateRight(); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(tools, wxSizerFlags().Expand().Border(wxALL, kit.smallGap()));
    column->Add(m_canvas, wxSizerFlags(1).Expand());
    column->Add(m_list, wxSizerFlags().Expand());
    SetSizer(column);
    widgets::setAccessibleName(*m_list, texts.marks);
    widgets::wear(*m_list, widgets::Look::List);
    m_list->Hide();
    m_list->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { chosenInList(); });
    m_canvas->onTurn = [this](int pages) {
        if (onTurn) {
            onTurn(pages);
        }
    };
    m_canvas->onShown = [this] { describe(); };
    m_canvas->onView = [this] { m_zoom->SetLabelText(wxString::Format("%d %%", m_canvas->zoomPercent())); };
    m_canvas->onMarkChosen = [this](const std::string& id) {
        chooseMark(id);
        if (onMarkChosen) {
            onMarkChosen(id);
        }
    };
}

wxButton* PagePane::addButton(wxSizer& row,
                              widgets::Icon icon,
                              const wxString& name,
                              std::function<void()> act)
{
    const widgets::LayoutKit kit(*this);
    auto* button = new wxButton(
        this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT | wxBU_NOTEXT);
    widgets::wear(*button, widgets::Look::Quiet);
    button->SetBitmap(widgets::iconBundle(icon, widgets::Theme::fromSystem().text, ToDIP(kit.ems(1.2))));
    button->SetToolTip(name);
    widgets::setAccessibleName(*button, name);
    button->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
    row.Add(button, wxSizerFlags().CentreVertical());
    return button;
}

void PagePane::show(PageSource source, const wxString& position)
{
    m_position->SetLabelText(position);
    m_canvas->show(std::move(source));
    describe();
    setMarks({});
}

void PagePane::describe()
{
    const auto position = m_position->GetLabelText();
    widgets::setAccessibleDescription(*m_canvas, m_canvas->hasPixels() ? position + " " + m_shown : position);
}

void PagePane::setMarks(std::vector<PageMark> marks)
{
    const widgets::LayoutKit kit(*this);
    m_ids.clear();
    m_list->Clear();
    for (const auto& mark : marks) {
        m_ids.push_back(mark.id);
        m_list->Append(mark.label);
    }
    m_list->SetMinSize(
        wxSize(-1, std::min<int>(MarksInSight, static_cast<int>(marks.size())) * kit.rowHeight()));
    m_list->Show(!marks.empty());
    m_canvas->setMarks(std::move(marks));
    Layout();
}

void PagePane::chooseMark(const std::string& id)
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    m_list->SetSelection(found == m_ids.end() ? wxNOT_FOUND : static_cast<int>(found - m_ids.begin()));
    m_canvas->chooseMark(id);
}

void PagePane::chosenInList()
{
    const int row = m_list->GetSelection();
    if (row == wxNOT_FOUND) {
        return;
    }
    const std::string id = m_ids[static_cast<std::size_t>(row)];
    m_canvas->chooseMark(id);
    if (onMarkChosen) {
        onMarkChosen(id);
    }
}

}  // namespace kit
