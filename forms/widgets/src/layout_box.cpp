#include "layout_box.h"

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace widgets {

LayoutBox::LayoutBox(wxWindow* parent, const forms::LayoutNode& element)
    : FormPart(parent, element)
    , m_parts(new wxBoxSizer(element.kind == forms::LayoutKind::Horizontal ? wxHORIZONTAL : wxVERTICAL))
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    if (element.kind == forms::LayoutKind::Group && !element.label.empty()) {
        buildHeading(*column);
    }
    if (!element.label.empty()) {
        setAccessibleName(*this, wxString::FromUTF8(element.label));
    }
    const int around = isPage() ? wxALL : 0;
    column->Add(m_parts, wxSizerFlags().Expand().Border(around, LayoutKit(*this).padding()));
    SetSizer(column);
}

void LayoutBox::buildHeading(wxBoxSizer& column)
{
    const LayoutKit kit(*this);
    const auto theme = Theme::fromSystem();
    auto* title = new wxStaticText(this, wxID_ANY, wxString::FromUTF8(element().label));
    title->SetFont(fontFor(TextRole::Strong));
    title->SetForegroundColour(theme.text);
    auto* line = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxSize(-1, kit.hair()), wxNO_BORDER);
    line->SetBackgroundColour(theme.line);
    column.Add(title, wxSizerFlags().Border(wxTOP, kit.gap()));
    column.Add(line, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, kit.smallGap()));
}

void LayoutBox::add(FormPart* part)
{
    const LayoutKit kit(*this);
    m_children.push_back(part);
    if (isRow()) {
        m_parts->Add(part, wxSizerFlags(1).Border(wxRIGHT, kit.gap()));
    } else {
        m_parts->Add(part, wxSizerFlags().Expand().Border(wxBOTTOM, kit.gap()));
    }
}

std::size_t LayoutBox::shownParts() const
{
    return static_cast<std::size_t>(std::count_if(
        m_children.begin(), m_children.end(), [](const FormPart* part) { return part->IsShown(); }));
}

void LayoutBox::fitTo(int width)
{
    const LayoutKit kit(*this);
    const auto shown = static_cast<int>(std::max<std::size_t>(shownParts(), 1));
    const int inside = isPage() ? width - kit.padding() * 2 : width;
    const int each = isRow() ? inside / shown - kit.gap() : inside;
    for (auto* part : m_children) {
        part->fitTo(each);
    }
    SetMinSize(wxSize(width, -1));
    InvalidateBestSize();
}

bool LayoutBox::setState(forms::FieldState state)
{
    return onState ? onState(state) : FormPart::setState(state);
}

LayoutText::LayoutText(wxWindow* parent, const forms::LayoutNode& element)
    : FormPart(parent, element)
    , m_words(new wxStaticText(this, wxID_ANY, wxString::FromUTF8(element.label)))
{
    m_words->SetForegroundColour(Theme::fromSystem().muted);
    auto* only = new wxBoxSizer(wxVERTICAL);
    only->Add(m_words, wxSizerFlags().Expand());
    SetSizer(only);
}

void LayoutText::fitTo(int width)
{
    m_words->SetLabelText(wrapText(*m_words, wxString::FromUTF8(element().label), width));
    InvalidateBestSize();
}

}  // namespace widgets
