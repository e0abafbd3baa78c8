#include "multi_choice_field.h"

#include <nlohmann/json.hpp>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/typed_option.h>

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
        const std::size_t index = m_boxes.size();
        box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { tellChanged(); });
        box->Bind(wxEVT_KEY_DOWN, [this, index](wxKeyEvent& event) { moveFocus(event, index); });
        flow->Add(box, wxSizerFlags().Border(wxRIGHT, kit.padding()));
        m_boxes.push_back(box);
    }
    SetSizer(flow);
    setReadOnly(field.readOnly);
}

void MultiChoiceField::showValue(const forms::FormData& data)
{
    const nlohmann::json::json_pointer place(field().pointer);
    const auto stored = data.json().contains(place) ? data.json().at(place) : nlohmann::json();
    m_others.clear();
    for (auto* box : m_boxes) {
        box->SetValue(false);
    }
    for (const auto& value : stored.is_array() ? stored : nlohmann::json::array()) {
        const auto json = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        const auto found = std::find_if(field().options.begin(),
                                        field().options.end(),
                                        [&json](const auto& option) { return option.json == json; });
        if (found == field().options.end()) {
            m_others.push_back(json);
        } else {
            m_boxes[static_cast<std::size_t>(found - field().options.begin())]->SetValue(true);
        }
    }
}

void MultiChoiceField::storeValue(forms::FormData& data) const
{
    std::string array;
    const auto add = [&array](const std::string& json) { array += (array.empty() ? "" : ",") + json; };
    for (std::size_t index = 0; index < m_boxes.size(); ++index) {
        if (m_boxes[index]->GetValue()) {
            add(field().options[index].json);
        }
    }
    std::for_each(m_others.begin(), m_others.end(), add);
    if (array.empty()) {
        data.remove(field().pointer);
    } else {
        (void)data.set(field().pointer, "[" + array + "]");
    }
}

void MultiChoiceField::moveFocus(wxKeyEvent& event, std::size_t index)
{
    const int code = event.GetKeyCode();
    if ((code == WXK_LEFT || code == WXK_UP) && index > 0) {
        m_boxes[index - 1]->SetFocus();
    } else if ((code == WXK_RIGHT || code == WXK_DOWN) && index + 1 < m_boxes.size()) {
        m_boxes[index + 1]->SetFocus();
    } else {
        event.Skip();
    }
}

/// Typing an option turns its mark, as a click does; so every key stands for itself.
bool MultiChoiceField::pick(char key, long)
{
    const auto found = findTypedOption(field().options, std::string_view(&key, 1));
    if (!found || !m_boxes[*found]->IsEnabled()) {
        return false;
    }
    m_boxes[*found]->SetValue(!m_boxes[*found]->GetValue());
    m_boxes[*found]->SetFocus();
    tellChanged();
    return true;
}

/// The boxes flow over as many lines as they need at that width.
void MultiChoiceField::fitWidth(int width)
{
    SetSize(width, GetSize().y);
    Layout();
    int bottom = 0;
    for (const auto* box : m_boxes) {
        bottom = std::max(bottom, box->GetRect().GetBottom() + 1);
    }
    SetMinSize(wxSize(width, bottom));
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
