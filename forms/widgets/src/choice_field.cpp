#include "choice_field.h"

#include <widgets/accessible.h>
#include <widgets/looks.h>
#include <widgets/segment_choice.h>
#include <widgets/typed_text.h>

#include <wx/sizer.h>

#include <algorithm>

namespace widgets {
namespace {

std::vector<forms::FieldOption> optionsOf(const forms::Field& field, i18n::Language language)
{
    if (field.kind == forms::FieldKind::Boolean) {
        return {{"true", i18n::translate("Yes", language), "true"},
                {"false", i18n::translate("No", language), "false"}};
    }
    return field.options;
}

std::vector<ChoiceOption> shownOf(const std::vector<forms::FieldOption>& options)
{
    std::vector<ChoiceOption> shown;
    for (const auto& option : options) {
        shown.push_back({option.value, wxString::FromUTF8(option.title)});
    }
    return shown;
}

}  // namespace

ChoiceField::ChoiceField(wxWindow* parent, const forms::Field& field, i18n::Language language)
    : FieldControl(parent, field, language)
    , m_options(optionsOf(field, language))
    , m_choice(new SegmentChoice(this, wxString::FromUTF8(field.title), shownOf(m_options)))
{
    m_choice->onChosen([this] { tellChanged(); });
    auto* only = new wxBoxSizer(wxHORIZONTAL);
    only->Add(m_choice, wxSizerFlags().CentreVertical());
    SetSizer(only);
    setReadOnly(field.readOnly);
}

void ChoiceField::showValue(const forms::FormData& data)
{
    m_choice->choose(data.text(field().pointer));
}

void ChoiceField::storeValue(forms::FormData& data) const
{
    const auto value = m_choice->chosen();
    if (!value) {
        data.remove(field().pointer);
        return;
    }
    const auto found = std::find_if(
        m_options.begin(), m_options.end(), [&value](const auto& option) { return option.value == *value; });
    (void)data.set(field().pointer, found == m_options.end() ? jsonString(*value) : found->json);
}

bool ChoiceField::pick(char key, long at)
{
    if (!m_open) {
        return false;
    }
    auto found = findTypedOption(m_options, m_keys.add(key, at));
    if (!found) {
        found = findTypedOption(m_options, m_keys.restart(key));
    }
    if (found) {
        m_choice->choose(m_options[*found].value);
        m_choice->SetFocus();
        tellChanged();
    }
    return found.has_value();
}

void ChoiceField::focusOn(std::string_view)
{
    m_choice->SetFocus();
}

void ChoiceField::setTone(std::string_view, Tone tone)
{
    wear(*m_choice, Look::Field, tone);
}

void ChoiceField::name(const wxString& title, const wxString& description)
{
    m_choice->setName(title);
    setAccessibleDescription(*m_choice, description);
}

void ChoiceField::setReadOnly(bool readOnly)
{
    m_open = !readOnly && !field().readOnly;
    m_choice->Enable(m_open);
}

}  // namespace widgets
