#include "choice_field.h"

#include <widgets/accessible.h>
#include <widgets/looks.h>
#include <widgets/segment_choice.h>
#include <widgets/typed_text.h>

#include <wx/sizer.h>

namespace widgets {
namespace {

constexpr const char* Yes = "true";
constexpr const char* No = "false";

std::vector<ChoiceOption> optionsOf(const forms::Field& field, i18n::Language language)
{
    if (field.kind == forms::FieldKind::Boolean) {
        return {{Yes, wxString::FromUTF8(i18n::translate("Yes", language))},
                {No, wxString::FromUTF8(i18n::translate("No", language))}};
    }
    std::vector<ChoiceOption> options;
    for (const auto& option : field.options) {
        options.push_back({option.value, wxString::FromUTF8(option.title)});
    }
    return options;
}

}  // namespace

ChoiceField::ChoiceField(wxWindow* parent, const forms::Field& field, i18n::Language language)
    : FieldControl(parent, field, language)
    , m_choice(new SegmentChoice(this, wxString::FromUTF8(field.title), optionsOf(field, language)))
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
    const bool isTruth = field().kind == forms::FieldKind::Boolean && (*value == Yes || *value == No);
    (void)data.set(field().pointer, isTruth ? *value : jsonString(*value));
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
    m_choice->Enable(!readOnly && !field().readOnly);
}

}  // namespace widgets
