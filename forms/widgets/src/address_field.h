#pragma once

#include "field_control.h"

#include <forms/address.h>

#include <array>

class wxStaticText;
class wxTextCtrl;

namespace widgets {

/// An address: one line that holds it whole, and under it a field for each of its parts. Each follows the other; what
/// is stored is the line.
class AddressField : public FieldControl
{
  public:
    AddressField(wxWindow* parent, const forms::Field& field, i18n::Language language);

    void showValue(const forms::FormData& data) override;
    void storeValue(forms::FormData& data) const override;
    void focusOn(std::string_view pointer) override;
    void setTone(std::string_view pointer, Tone tone) override;
    void name(const wxString& title, const wxString& description) override;
    void setReadOnly(bool readOnly) override;

    [[nodiscard]] bool stretches() const override { return true; }

  private:
    void buildParts();
    void typedWhole();
    void typedPart(std::size_t part);
    void showParts();

    forms::Address m_address;
    wxTextCtrl* m_whole;
    std::array<wxTextCtrl*, forms::AddressParts> m_parts{};
    std::array<wxStaticText*, forms::AddressParts> m_titles{};
};

}  // namespace widgets
