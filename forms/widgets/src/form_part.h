#pragma once

#include <forms/form.h>

#include <wx/panel.h>

namespace widgets {

/// What stands on a form's page for one element of its layout.
class FormPart : public wxPanel
{
  public:
    FormPart(wxWindow* parent, const forms::LayoutNode& element);

    [[nodiscard]] const forms::LayoutNode& element() const { return m_element; }

    virtual void fitTo(int width) = 0;  ///< pixels there are; sets its least size

    /// What the form's rules make of it now. True: its place on the page changed.
    virtual bool setState(forms::FieldState state);

  private:
    forms::LayoutNode m_element;  ///< without its children
};

}  // namespace widgets
