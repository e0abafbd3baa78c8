#include "text_field.h"

#include <forms/folding.h>
#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/typed_text.h>

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace widgets {
namespace {

constexpr double NumberWidth = 9;
constexpr double CodeWidth = 15;
constexpr double CellWidth = 4;
constexpr double LongTextHeight = 5.5;
constexpr std::size_t ShortText = 60;

}  // namespace

TextField::TextField(wxWindow* parent, const forms::Field& field, i18n::Language language)
    : FieldControl(parent, field, language)
{
    const LayoutKit kit(*this);
    const bool isLong = field.kind == forms::FieldKind::MultiLine;
    m_entry = new wxTextCtrl(this,
                             wxID_ANY,
                             wxString(),
                             wxDefaultPosition,
                             wxSize(width(), isLong ? kit.ems(LongTextHeight) : kit.controlHeight()),
                             isLong ? wxTE_MULTILINE : wxTE_PROCESS_ENTER);
    wear(*m_entry, Look::Field);
    m_entry->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { tellChanged(); });
    if (!isLong) {
        m_entry->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { tellFinished(); });
    }
    m_entry->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        tidy();
        event.Skip();
    });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_entry, wxSizerFlags(stretches() ? 1 : 0).Expand());
    SetSizer(row);
    setReadOnly(field.readOnly);
}

/// Numbers and codes are ASCII however they were typed; names and addresses stay as they are.
bool TextField::isCode() const
{
    const auto& format = field().format;
    return field().kind == forms::FieldKind::Integer || field().kind == forms::FieldKind::Decimal
           || format == "cn-id" || format == "cn-uscc" || format == "cn-id-or-uscc" || format == "cn-phone";
}

/// Of a code, what was pasted with it goes: blanks, signs that nobody sees, and the dashes of an identity number.
std::string TextField::keptText(const std::string& typed) const
{
    if (!isCode()) {
        return typed;
    }
    const bool isIdentity = field().format.starts_with("cn-id") || field().format == "cn-uscc";
    return isIdentity ? forms::foldedNumber(typed) : forms::tidiedText(typed, forms::Blanks::Dropped);
}

int TextField::width() const
{
    const LayoutKit kit(*this);
    if (field().kind == forms::FieldKind::Integer || field().kind == forms::FieldKind::Decimal) {
        return kit.ems(NumberWidth);
    }
    return kit.ems(CodeWidth);
}

bool TextField::stretches() const
{
    const bool isShort = field().maxLength && *field().maxLength < ShortText;
    return field().kind == forms::FieldKind::MultiLine
           || (field().kind == forms::FieldKind::Text && !isCode() && !isShort);
}

void TextField::fillWidth()
{
    m_entry->SetMinSize(wxSize(LayoutKit(*this).ems(CellWidth), m_entry->GetMinSize().y));
    GetSizer()->GetItem(m_entry)->SetProportion(1);
}

void TextField::showValue(const forms::FormData& data)
{
    const wxString value = wxString::FromUTF8(data.text(field().pointer).value_or(std::string()));
    if (m_entry->GetValue() != value) {
        m_entry->ChangeValue(value);
    }
}

void TextField::storeValue(forms::FormData& data) const
{
    const std::string typed = m_entry->GetValue().utf8_string();
    const std::string kept = keptText(typed);
    if (kept.empty()) {
        data.remove(field().pointer);
        return;
    }
    std::optional<std::string> number;
    if (field().kind == forms::FieldKind::Integer) {
        number = readTypedNumber(kept, NumberKind::Whole);
    } else if (field().kind == forms::FieldKind::Decimal) {
        number = readTypedNumber(kept, NumberKind::Decimal);
    }
    (void)data.set(field().pointer, number.value_or(jsonString(kept)));
}

/// When the person is done, the field shows what is kept.
void TextField::tidy()
{
    const wxString kept = wxString::FromUTF8(keptText(m_entry->GetValue().utf8_string()));
    if (kept != m_entry->GetValue()) {
        m_entry->ChangeValue(kept);
    }
}

void TextField::focusOn(std::string_view)
{
    m_entry->SetFocus();
}

void TextField::setTone(std::string_view, Tone tone)
{
    wear(*m_entry, Look::Field, tone);
}

void TextField::name(const wxString& title, const wxString& description)
{
    setAccessibleName(*m_entry, title);
    setAccessibleDescription(*m_entry, description);
}

void TextField::setReadOnly(bool readOnly)
{
    lockText(*m_entry, readOnly || field().readOnly);
}

}  // namespace widgets
