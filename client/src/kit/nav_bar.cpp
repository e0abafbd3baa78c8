#include <kit/nav_bar.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>

#include <wx/dcmemory.h>
#include <wx/graphics.h>
#include <wx/sizer.h>
#include <wx/tglbtn.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace kit {
namespace {

constexpr std::size_t MostShown = 99;

/// The icon in the middle and, over its right shoulder, how much waits.
wxBitmap iconWithCount(const wxWindow& window, const wxBitmap& icon, std::size_t waiting)
{
    const widgets::LayoutKit kit(window);
    const auto theme = widgets::Theme::fromSystem();
    const wxSize size(kit.ems(3.4), kit.icon() + kit.smallGap());
    wxBitmap picture(size.x, size.y, 32);
    picture.UseAlpha();
    wxMemoryDC dc(picture);
    dc.SetBackground(*wxTRANSPARENT_BRUSH);
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> graphics(wxGraphicsContext::Create(dc));
    graphics->DrawBitmap(icon, (size.x - kit.icon()) / 2.0, size.y - kit.icon(), kit.icon(), kit.icon());
    if (waiting > 0) {
        const wxString text = waiting > MostShown ? wxString("99+") : wxString::Format("%zu", waiting);
        graphics->SetFont(widgets::fontFor(widgets::TextRole::Small).Scaled(0.9F), theme.onAccent);
        double width = 0;
        double height = 0;
        graphics->GetTextExtent(text, &width, &height);
        const double pill = std::max(height, width + kit.ems(0.5));
        graphics->SetBrush(wxBrush(theme.danger));
        graphics->SetPen(*wxTRANSPARENT_PEN);
        graphics->DrawRoundedRectangle(size.x - pill, 0, pill, height, height / 2);
        graphics->DrawText(text, size.x - pill + (pill - width) / 2, 0);
    }
    return picture;
}

}  // namespace

NavBar::NavBar(wxWindow* parent, const wxString& name, std::vector<NavItem> items)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
{
    const widgets::LayoutKit kit(*this);
    widgets::setAccessibleName(*this, name);
    SetBackgroundColour(widgets::Theme::fromSystem().nav);
    m_places.reserve(items.size());
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(kit.gap());
    const auto bottom =
        std::stable_partition(items.begin(), items.end(), [](const NavItem& item) { return !item.atBottom; });
    for (auto item = items.begin(); item != items.end(); ++item) {
        if (item == bottom) {
            column->AddStretchSpacer();
        }
        addPlace(std::move(*item), *column);
    }
    SetSizer(column);
    SetMinSize(wxSize(kit.navWidth(), -1));
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetBackgroundColour(widgets::Theme::fromSystem().nav);
        event.Skip();
    });
}

void NavBar::addPlace(NavItem item, wxBoxSizer& column)
{
    const widgets::LayoutKit kit(*this);
    const std::size_t index = m_places.size();
    auto& place = m_places.emplace_back(Place{std::move(item), 0, nullptr});
    place.button = new wxToggleButton(
        this, wxID_ANY, place.item.label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT | wxNO_BORDER);
    widgets::wear(*place.button, widgets::Look::Nav);
    place.button->SetToolTip(place.item.label);
    place.button->Bind(wxEVT_TOGGLEBUTTON, [this, id = place.item.id](wxCommandEvent&) { pressed(id); });
    place.button->Bind(wxEVT_KEY_DOWN, [this, index](wxKeyEvent& event) { moveFocus(event, index); });
    paint(place);
    place.button->SetMinSize(wxSize(kit.ems(4), kit.ems(3.75)));
    column.Add(place.button, wxSizerFlags().CentreHorizontal().Border(wxBOTTOM, kit.smallGap()));
}

void NavBar::paint(Place& place)
{
    const widgets::LayoutKit kit(*this);
    const auto theme = widgets::Theme::fromSystem();
    const bool open = place.item.id == m_current;
    const wxBitmap icon =
        widgets::iconBundle(place.item.icon, open ? theme.onAccent : theme.navText, ToDIP(kit.icon()))
            .GetBitmapFor(this);
    place.button->SetBitmap(iconWithCount(*this, icon, place.waiting), wxTOP);
    const wxString name =
        place.waiting > 0 ? wxString::Format("%s (%zu)", place.item.label, place.waiting) : place.item.label;
    widgets::setAccessibleName(*place.button, name);
}

void NavBar::open(const std::string& id)
{
    m_current = id;
    for (auto& place : m_places) {
        place.button->SetValue(place.item.id == id);
        paint(place);
    }
}

const std::string& NavBar::current() const
{
    return m_current;
}

void NavBar::count(const std::string& id, std::size_t waiting)
{
    for (auto& place : m_places) {
        if (place.item.id == id && place.waiting != waiting) {
            place.waiting = waiting;
            paint(place);
        }
    }
}

void NavBar::onOpen(std::function<void(const std::string&)> listener)
{
    m_listener = std::move(listener);
}

void NavBar::pressed(const std::string& id)
{
    const bool isNew = id != m_current;
    open(id);
    if (isNew && m_listener) {
        m_listener(id);
    }
}

void NavBar::moveFocus(wxKeyEvent& event, std::size_t index)
{
    if (event.GetKeyCode() == WXK_UP && index > 0) {
        m_places[index - 1].button->SetFocus();
    } else if (event.GetKeyCode() == WXK_DOWN && index + 1 < m_places.size()) {
        m_places[index + 1].button->SetFocus();
    } else {
        event.Skip();
    }
}

}  // namespace kit
