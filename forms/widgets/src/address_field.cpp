#include "address_field.h"

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>
#include <widgets/typed_text.h>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace widgets {
namespace {

constexpr int PartsInRow = 4;
constexpr double NarrowestPart = 4;

constexpr std::array<std::string_view, forms::AddressParts> PartNames{i18n::messageId("Division"),
                                                                      i18n::messageId("Town"),
                                                                      i18n::messageId("Village"),
                                                                      i18n::messageId("Road"),
                                                                      i18n::messageId("House number"),
                                                                      i18n::messageId("Building"),
                                                                      i18n::messageId("Floor"),
                                                                      i18n::messageId("Room")};

}  // namespace

AddressField::AddressField(wxWindow* parent, const forms::Field& field, i18n::Language language)
    : FieldControl(parent, field, language)
{
    const LayoutKit kit(*this);
    m_whole = new wxTextCtrl(
        this, wxID_ANY, wxString(), wxDefaultPosition, wxSize(-1, kit.controlHeight()), wxTE_PROCESS_ENTER);
    wear(*m_whole, Look::Field);
    m_whole->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typedWhole(); });
    m_whole->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { tellFinished(); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_whole, wxSizerFlags().Expand());
    SetSizer(column);
    buildParts();
    setReadOnly(field.readOnly);
}

void AddressField::buildParts()
{
    const LayoutKit kit(*this);
    const auto theme = Theme::fromSystem();
    auto* grid = new wxFlexGridSizer(PartsInRow, wxSize(kit.smallGap(), kit.hair()));
    for (int column = 0; column < PartsInRow; ++column) {
        grid->AddGrowableCol(static_cast<std::size_t>(column), 1);
    }
    for (std::size_t part = 0; part < forms::AddressParts; ++part) {
        auto* cell = new wxBoxSizer(wxVERTICAL);
        m_titles[part] = new wxStaticText(this, wxID_ANY, text(PartNames[part]));
        m_titles[part]->SetFont(fontFor(TextRole::Small));
        m_titles[part]->SetForegroundColour(theme.muted);
        auto* entry = new wxTextCtrl(this,
                                     wxID_ANY,
                                     wxString(),
                                     wxDefaultPosition,
                                     wxSize(kit.ems(NarrowestPart), kit.controlHeight()),
                                     wxTE_PROCESS_ENTER);
        wear(*entry, Look::Field);
        entry->Bind(wxEVT_TEXT, [this, part](wxCommandEvent&) { typedPart(part); });
        entry->Bind(wxEVT_TEXT_ENTER, [this, part](wxCommandEvent&) {
            if (part + 1 < forms::AddressParts) {
                m_parts[part + 1]->SetFocus();
            } else {
                tellFinished();
            }
        });
        entry->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            showParts();
            event.Skip();
        });
        cell->Add(m_titles[part]);
        cell->Add(entry, wxSizerFlags().Expand());
        grid->Add(cell, wxSizerFlags().Expand());
        m_parts[part] = entry;
    }
    GetSizer()->Add(grid, wxSizerFlags().Expand().Border(wxTOP, kit.hair() * 2));
}

void AddressField::typedWhole()
{
    m_address = forms::Address::parse(m_whole->GetValue().utf8_string());
    showParts();
    tellChanged();
}

void AddressField::typedPart(std::size_t part)
{
    m_address.put(static_cast<forms::AddressPart>(part), m_parts[part]->GetValue().utf8_string());
    m_whole->ChangeValue(wxString::FromUTF8(m_address.text()));
    tellChanged();
}

void AddressField::showParts()
{
    for (std::size_t part = 0; part < forms::AddressParts; ++part) {
        const auto now = wxString::FromUTF8(m_address.part(static_cast<forms::AddressPart>(part)));
        if (m_parts[part]->GetValue() != now) {
            m_parts[part]->ChangeValue(now);
        }
    }
}

void AddressField::showValue(const forms::FormData& data)
{
    const auto value = data.text(field().pointer).value_or(std::string());
    if (m_whole->GetValue().utf8_string() != value) {
        m_whole->ChangeValue(wxString::FromUTF8(value));
        m_address = forms::Address::parse(value);
        showParts();
    }
}

void AddressField::storeValue(forms::FormData& data) const
{
    const auto value = m_whole->GetValue().utf8_string();
    if (value.empty()) {
        data.remove(field().pointer);
    } else {
        (void)data.set(field().pointer, jsonString(value));
    }
}

void AddressField::focusOn(std::string_view)
{
    m_whole->SetFocus();
}

void AddressField::setTone(std::string_view, Tone tone)
{
    wear(*m_whole, Look::Field, tone);
}

void AddressField::name(const wxString& title, const wxString& description)
{
    setAccessibleName(*m_whole, title);
    setAccessibleDescription(*m_whole, description);
    for (std::size_t part = 0; part < forms::AddressParts; ++part) {
        setAccessibleName(*m_parts[part], title + ": " + m_titles[part]->GetLabelText());
    }
}

void AddressField::setReadOnly(bool readOnly)
{
    const bool open = !readOnly && !field().readOnly;
    lockText(*m_whole, !open);
    for (auto* part : m_parts) {
        lockText(*part, !open);
    }
}

}  // namespace widgets
