#pragma once

#include "field_control.h"

#include <widgets/icon.h>

#include <optional>
#include <vector>

class wxBoxSizer;
class wxButton;
class wxFlexGridSizer;

namespace widgets {

/// Rows of the same fields, or a list of plain values: typed in place, added, removed and moved, all by keyboard too.
/// Enter goes from cell to cell and from the last one to the button for one more row.
class TableField : public FieldControl
{
  public:
    TableField(wxWindow* parent, const forms::Field& field, i18n::Language language);

    void showValue(const forms::FormData& data) override;
    void storeValue(forms::FormData& data) const override;
    void focusOn(std::string_view pointer) override;
    void setTone(std::string_view pointer, Tone tone) override;
    void name(const wxString& title, const wxString& description) override;
    void setReadOnly(bool readOnly) override;

    [[nodiscard]] bool stretches() const override { return true; }

  private:
    struct Row {
        forms::FormData
            data;  ///< with members that no column shows; a plain value stands in its member "value"
        std::vector<FieldControl*> cells;
    };

    [[nodiscard]] bool isList() const;
    void addRow();
    void moveOn(std::size_t row, std::size_t column);
    void removeRow(std::size_t row);
    void moveRow(std::size_t from, std::size_t to);
    void rebuildSoon(std::size_t focusRow);
    void rebuild();
    void buildHeader(wxFlexGridSizer& grid);
    void buildRow(wxFlexGridSizer& grid, std::size_t row);
    void buildCell(wxFlexGridSizer& grid, std::size_t row, std::size_t column);
    void buildRowButtons(wxFlexGridSizer& grid, std::size_t row);
    wxButton* iconButton(Icon icon, std::string_view label, std::size_t row);
    void cellChanged(std::size_t row);
    [[nodiscard]] wxString rowName(std::size_t row) const;
    [[nodiscard]] FieldControl* cellAt(std::string_view pointer) const;

    wxString m_title;
    wxString m_description;
    std::vector<Row> m_rows;
    wxPanel* m_grid = nullptr;
    wxButton* m_add;
    bool m_readOnly = false;
};

}  // namespace widgets
