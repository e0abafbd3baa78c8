#include "form_part.h"

namespace widgets {

FormPart::FormPart(wxWindow* parent, const forms::LayoutNode& element)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_element{element.kind, element.path, element.label, element.pointer, {}}
{}

bool FormPart::setState(forms::FieldState state)
{
    return Show(state != forms::FieldState::Hidden);
}

}  // namespace widgets
