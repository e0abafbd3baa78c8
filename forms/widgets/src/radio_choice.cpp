#include "radio_choice.h"

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>

#include <wx/radiobut.h>
#include <wx/sizer.h>

namespace widgets {

RadioChoice::RadioChoice(wxWindow* parent, const std::vector<forms::FieldOption>& options)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_none(new wxRadioButton(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxRB_GROUP))
{
    const LayoutKit kit(*this);
    m_none->Hide();
    auto* column = new wxBoxSizer(wxVERTICAL);
    for (const auto& option : options) {
        auto* button = new wxRadioButton(this, wxID_ANY, wxString::FromUTF8(option.title));
        button->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) {
            if (onChosen) {
                onChosen();
            }
        });
        column->Add(button, wxSizerFlags().Border(wxTOP | wxBOTTOM, kit.hair()));
        m_buttons.push_back(button);
    }
    SetSizer(column);
}

std::optional<std::size_t> RadioChoice::chosen() const
{
    for (std::size_t index = 0; index < m_buttons.size(); ++index) {
        if (m_buttons[index]->GetValue()) {
            return index;
        }
    }
    return std::nullopt;
}

void RadioChoice::choose(std::optional<std::size_t> index)
{
    (index ? m_buttons[*index] : m_none)->SetValue(true);
}

void RadioChoice::name(const wxString& title, const wxString& description)
{
    setAccessibleName(*this, title);
    for (auto* button : m_buttons) {
        setAccessibleName(*button, button->GetLabelText());
        setAccessibleDescription(*button, description.empty() ? title : title + ". " + description);
    }
}

void RadioChoice::SetFocus()
{
    if (!m_buttons.empty()) {
        m_buttons[chosen().value_or(0)]->SetFocus();
    }
}

bool RadioChoice::Enable(bool enable)
{
    for (auto* button : m_buttons) {
        button->Enable(enable);
    }
    return wxPanel::Enable(enable);
}

}  // namespace widgets
