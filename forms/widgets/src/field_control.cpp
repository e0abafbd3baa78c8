#include "field_control.h"

#include "address_field.h"
#include "choice_field.h"
#include "date_field.h"
#include "multi_choice_field.h"
#include "radio_field.h"
#include "table_field.h"
#include "text_field.h"

#include <utility>

namespace widgets {

FieldControl::FieldControl(wxWindow* parent, forms::Field field, i18n::Language language)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_field(std::move(field))
    , m_language(language)
{}

void FieldControl::tellChanged() const
{
    if (onChanged) {
        onChanged();
    }
}

void FieldControl::tellFinished() const
{
    if (onFinished) {
        onFinished();
    }
}

bool FieldControl::pick(char, long)
{
    return false;
}

wxString FieldControl::text(std::string_view messageId) const
{
    return wxString::FromUTF8(i18n::translate(messageId, m_language));
}

FieldControl* makeFieldControl(wxWindow* parent, const forms::Field& field, i18n::Language language)
{
    switch (field.kind) {
    case forms::FieldKind::Text:
    case forms::FieldKind::MultiLine:
    case forms::FieldKind::Integer:
    case forms::FieldKind::Decimal: return new TextField(parent, field, language);
    case forms::FieldKind::Date: return new DateField(parent, field, language);
    case forms::FieldKind::Address: return new AddressField(parent, field, language);
    case forms::FieldKind::Choice:
        if (field.look == forms::ChoiceLook::Radio) {
            return new RadioField(parent, field, language);
        }
        return new ChoiceField(parent, field, language);
    case forms::FieldKind::Boolean: return new ChoiceField(parent, field, language);
    case forms::FieldKind::MultiChoice: return new MultiChoiceField(parent, field, language);
    case forms::FieldKind::Table: return new TableField(parent, field, language);
    }
    return nullptr;
}

}  // namespace widgets
