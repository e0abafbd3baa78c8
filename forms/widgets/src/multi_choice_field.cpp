#include "multi_choice_field.h"

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/typed_text.h>

#include <wx/checkbox.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace widgets {

MultiChoiceField::MultiChoiceField(wxWindow* parent, const forms::Field& field, i18n::Language language)
    : FieldControl(parent, field, language)
{
    const LayoutKit kit(*this);
    auto* flow = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    for (const auto& option : field.options) {
        auto* box = new wxCheckBox(this, wxID_ANY, wxString::FromUTF8(option.title));
        box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { tellChanged(); });
        flow->Add(box, wxSizerFlags().Border(wxRIGHT, kit.padding()));
        m_boxes.push_back(box);
    }
    SetSizer(flow);
    setReadOnly(field.readOnly);
}

void MultiChoiceField::showValue(const forms::FormData& data)
{
    m_others = data.texts(field().pointer + "/*");
    for (std::size_t index = 0; index < m_boxes.size(); ++index) {
        m_boxes[index]->SetValue(std::erase(m_others, field().options[index].value) > 0);
    }
}

void MultiChoiceField::storeValue(forms::FormData& data) const
{
    std::string array;
    const auto add = [&array](const std::string& value) {
        array += (array.empty() ? "" : ",") + jsonString(value);
    };
    for (std::size_t index = 0; index < m_boxes.size(); ++index) {
        if (m_boxes[index]->GetValue()) {
            add(field().options[index].value);
        }
    }
    std::for_each(m_others.begin(), m_others.end(), add);
    if (array.empty()) {
        data.remove(field().pointer);
    } else {
        (void)data.set(field().pointer, "[" + array + "]");
    }
}

void MultiChoiceField::focusOn(std::string_view)
{
    if (!m_boxes.empty()) {
        m_boxes.front()->SetFocus();
    }
}

void MultiChoiceField::setTone(std::string_view, Tone tone)
{
    const auto theme = Theme::fromSystem();
    for (auto* box : m_boxes) {
        box->SetForegroundColour(tone == Tone::Neutral ? wxNullColour : theme.ink(tone));
    }
}

void MultiChoiceField::name(const wxString& title, const wxString& description)
{
    setAccessibleName(*this, title);
    for (std::size_t index = 0; index < m_boxes.size(); ++index) {
        setAccessibleName(*m_boxes[index], wxString::FromUTF8(field().options[index].title));
        setAccessibleDescription(*m_boxes[index], description.empty() ? title : title + ". " + description);
    }
}

void MultiChoiceField::setReadOnly(bool readOnly)
{
    for (auto* box : m_boxes) {
        box->Enable(!readOnly && !field().readOnly);
    }
}

}  // namespace widgets
