#include "radio_field.h"

#include "radio_choice.h"

#include <widgets/theme.h>
#include <widgets/typed_text.h>

#include <wx/sizer.h>

#include <algorithm>

namespace widgets {

RadioField::RadioField(wxWindow* parent, const forms::Field& field, i18n::Language language)
    : FieldControl(parent, field, language)
    , m_choice(new RadioChoice(this, field.options))
{
    m_choice->onChosen = [this] {
        m_other.clear();
        tellChanged();
    };
    auto* only = new wxBoxSizer(wxHORIZONTAL);
    only->Add(m_choice);
    SetSizer(only);
    setReadOnly(field.readOnly);
}

void RadioField::showValue(const forms::FormData& data)
{
    const auto value = data.text(field().pointer);
    const auto& options = field().options;
    const auto found = std::find_if(
        options.begin(), options.end(), [&value](const auto& option) { return option.value == value; });
    const bool isOption = found != options.end();
    m_other = value && !isOption ? jsonString(*value) : std::string();
    m_choice->choose(isOption ? std::optional<std::size_t>(found - options.begin()) : std::nullopt);
}

void RadioField::storeValue(forms::FormData& data) const
{
    if (const auto chosen = m_choice->chosen()) {
        (void)data.set(field().pointer, field().options[*chosen].json);
    } else if (!m_other.empty()) {
        (void)data.set(field().pointer, m_other);
    } else {
        data.remove(field().pointer);
    }
}

bool RadioField::pick(char key, long at)
{
    if (!m_open) {
        return false;
    }
    auto found = findTypedOption(field().options, m_keys.add(key, at));
    if (!found) {
        found = findTypedOption(field().options, m_keys.restart(key));
    }
    if (found) {
        m_choice->choose(found);
        m_choice->SetFocus();
        m_choice->onChosen();
    }
    return found.has_value();
}

void RadioField::focusOn(std::string_view)
{
    m_choice->SetFocus();
}

void RadioField::setTone(std::string_view, Tone tone)
{
    const auto theme = Theme::fromSystem();
    for (auto* button : m_choice->GetChildren()) {
        button->SetForegroundColour(tone == Tone::Neutral ? wxNullColour : theme.ink(tone));
    }
}

void RadioField::name(const wxString& title, const wxString& description)
{
    m_choice->name(title, description);
}

void RadioField::setReadOnly(bool readOnly)
{
    m_open = !readOnly && !field().readOnly;
    m_choice->Enable(m_open);
}

}  // namespace widgets
