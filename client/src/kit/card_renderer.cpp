#include <kit/card_renderer.h>

#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/control.h>
#include <wx/dc.h>

#include <algorithm>

namespace kit {

using widgets::LayoutKit;
using widgets::TextRole;
using widgets::Theme;

namespace {

constexpr double FindingShare = 0.55;  // a surface is calmer than a badge
constexpr double HeadingHeight = 1.9;  // in ems

}  // namespace

wxString Card::sentence() const
{
    wxString text = heading;
    for (const wxString& part : {state, strong, title, badge, detail}) {
        if (!part.empty()) {
            text += (text.empty() ? "" : ", ") + part;
        }
    }
    return text;
}

CardRenderer::CardRenderer(const std::vector<Card>& cards, CardShape shape)
    : wxDataViewCustomRenderer("long", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT)
    , m_cards(cards)
    , m_shape(shape)
{}

bool CardRenderer::SetValue(const wxVariant& value)
{
    m_row = value.GetLong();
    return m_row < static_cast<long>(m_cards.size());
}

bool CardRenderer::GetValue(wxVariant& value) const
{
    value = m_row;
    return true;
}

wxSize CardRenderer::GetSize() const
{
    const LayoutKit kit(*GetView());
    const bool begins = m_row < static_cast<long>(m_cards.size()) && !m_cards[m_row].heading.empty();
    return {kit.ems(6), kit.cardHeight() + (begins ? kit.ems(HeadingHeight) : 0)};
}

void CardRenderer::paintHeading(wxRect& cell, wxDC& dc) const
{
    const Card& card = m_cards[m_row];
    if (card.heading.empty())
        return;
    const LayoutKit kit(*GetView());
    wxRect line = cell;
    line.height = kit.ems(HeadingHeight);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(Theme::fromSystem().ground));
    dc.DrawRectangle(line);
    dc.SetFont(widgets::fontFor(TextRole::Small));
    dc.SetTextForeground(Theme::fromSystem().muted);
    line.Deflate(kit.padding(), 0);
    dc.DrawLabel(card.heading, line, wxALIGN_LEFT | wxALIGN_CENTRE_VERTICAL);
    cell.y += kit.ems(HeadingHeight);
    cell.height -= kit.ems(HeadingHeight);
}

bool CardRenderer::Render(wxRect cell, wxDC* dc, int state)
{
    if (m_row >= static_cast<long>(m_cards.size())) {
        return false;
    }
    const Card& card = m_cards[m_row];
    const LayoutKit kit(*GetView());
    cell.width = GetView()->GetClientSize().x - cell.x;  // what is handed in is no wider than GetSize()
    paintHeading(cell, *dc);
    paintSurface(cell, *dc, state);
    const int left =
        m_shape == CardShape::Glyph ? kit.padding() + kit.glyph() + kit.gap() : kit.strip() + kit.padding();
    const int inset = m_shape == CardShape::Finding ? kit.gap() : 0;
    wxRect line(cell.x + inset + left, 0, cell.width - inset * 2 - left - kit.gap(), kit.ems(1.45));
    line.y = cell.y + (cell.height - kit.ems(2.75)) / 2;
    if (m_shape == CardShape::Glyph) {
        paintGlyph(wxRect(cell.x + kit.padding(), line.y + kit.ems(0.1), kit.glyph(), kit.glyph()), *dc);
    }
    paintTitle(line, *dc);
    dc->SetFont(widgets::fontFor(TextRole::Small));
    dc->SetTextForeground(Theme::fromSystem().muted);
    line.Offset(0, kit.ems(1.45));
    dc->DrawText(wxControl::Ellipsize(card.detail, *dc, wxELLIPSIZE_END, line.width), line.GetTopLeft());
    return true;
}

void CardRenderer::paintSurface(const wxRect& cell, wxDC& dc, int state) const
{
    const Card& card = m_cards[m_row];
    const LayoutKit kit(*GetView());
    const Theme theme = Theme::fromSystem();
    const bool chosen = (state & wxDATAVIEW_CELL_SELECTED) != 0;
    wxRect surface = cell;
    if (m_shape == CardShape::Finding) {
        surface.Deflate(kit.gap(), kit.smallGap() / 2);
    }
    const wxColour soft = m_shape == CardShape::Finding
                              ? widgets::blend(theme.panel, theme.soft(card.tone), FindingShare)
                              : theme.panel;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(chosen ? theme.selection : soft));
    dc.DrawRectangle(surface);
    if (m_shape != CardShape::Glyph) {
        dc.SetBrush(wxBrush(theme.strip(card.tone)));
        dc.DrawRectangle(surface.x, surface.y, kit.strip(), surface.height);
    }
    if (m_shape == CardShape::Edge) {
        dc.SetBrush(wxBrush(theme.line));
        dc.DrawRectangle(surface.x, surface.GetBottom() + 1 - kit.hair(), surface.width, kit.hair());
    }
}

void CardRenderer::paintGlyph(const wxRect& place, wxDC& dc) const
{
    const Card& card = m_cards[m_row];
    const Theme theme = Theme::fromSystem();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(theme.soft(card.tone)));
    dc.DrawEllipse(place);
    dc.SetFont(widgets::fontFor(TextRole::Small));
    dc.SetTextForeground(theme.ink(card.tone));
    dc.DrawLabel(card.glyph, place, wxALIGN_CENTRE);
}

void CardRenderer::paintTitle(const wxRect& line, wxDC& dc) const
{
    const Card& card = m_cards[m_row];
    const LayoutKit kit(*GetView());
    wxRect rest = line;
    rest.width -= paintBadge(line, dc);
    dc.SetTextForeground(Theme::fromSystem().text);
    if (!card.strong.empty()) {
        dc.SetFont(widgets::fontFor(TextRole::Strong));
        const wxString strong = wxControl::Ellipsize(card.strong, dc, wxELLIPSIZE_END, rest.width);
        dc.DrawText(strong, rest.GetTopLeft());
        const int used = dc.GetTextExtent(strong).x + kit.smallGap();
        rest.x += used;
        rest.width -= used;
    }
    dc.SetFont(widgets::fontFor(TextRole::Body));
    if (rest.width > kit.em()) {
        dc.DrawText(wxControl::Ellipsize(card.title, dc, wxELLIPSIZE_END, rest.width), rest.GetTopLeft());
    }
}

/// Right-aligned in the line. Says how much of the line it took.
int CardRenderer::paintBadge(const wxRect& line, wxDC& dc) const
{
    const Card& card = m_cards[m_row];
    if (card.badge.empty()) {
        return 0;
    }
    const LayoutKit kit(*GetView());
    const Theme theme = Theme::fromSystem();
    dc.SetFont(widgets::fontFor(TextRole::Small));
    const wxSize text = dc.GetTextExtent(card.badge);
    const int width = text.x + kit.padding();
    const wxRect pill(line.GetRight() + 1 - width, line.y, width, text.y + kit.hair() * 2);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(theme.soft(card.badgeTone)));
    dc.DrawRoundedRectangle(pill, pill.height / 2.0);
    dc.SetTextForeground(theme.ink(card.badgeTone));
    dc.DrawLabel(card.badge, pill, wxALIGN_CENTRE);
    return width + kit.gap();
}

}  // namespace kit
