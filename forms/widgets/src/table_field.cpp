#include "table_field.h"

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/looks.h>
#include <widgets/theme.h>

#include <nlohmann/json.hpp>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace widgets {
namespace {

constexpr const char* ValueMember = "/value";

/// A row whose column is the row itself is kept as an object of one member while it is here.
forms::Field cellOf(const forms::Field& column)
{
    auto cell = column;
    if (cell.pointer.empty()) {
        cell.pointer = ValueMember;
    }
    return cell;
}

/// How much of the width a column gets beside the others: a number of 18 digits is to be read whole.
int shareOf(const forms::Field& column)
{
    return column.format.starts_with("cn-id") || column.format == "cn-uscc" ? 2 : 1;
}

}  // namespace

TableField::TableField(wxWindow* parent, const forms::Field& field, i18n::Language language)
    : FieldControl(parent, field, language)
    , m_title(wxString::FromUTF8(field.title))
    , m_add(new wxButton(this,
                         wxID_ANY,
                         text(i18n::messageId("Add a row")),
                         wxDefaultPosition,
                         wxDefaultSize,
                         wxBU_EXACTFIT))
{
    m_add->SetMinSize(LayoutKit(*this).buttonSize(*m_add, m_add->GetLabelText()));
    m_add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addRow(); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_add, wxSizerFlags().Left());
    SetSizer(column);
    rebuild();
    setReadOnly(false);
}

void TableField::showValue(const forms::FormData& data)
{
    std::vector<Row> rows;
    const nlohmann::json::json_pointer place(field().pointer);
    if (data.json().contains(place) && data.json().at(place).is_array()) {
        for (const auto& row : data.json().at(place)) {
            const auto kept = isList() ? nlohmann::json{{"value", row}} : row;
            rows.push_back({kept.is_object() ? forms::FormData::fromJson(kept) : forms::FormData(), {}});
        }
    }
    const bool sameCount = rows.size() == m_rows.size();
    for (std::size_t row = 0; sameCount && row < rows.size(); ++row) {
        rows[row].cells = m_rows[row].cells;
        for (auto* cell : rows[row].cells) {
            cell->showValue(rows[row].data);
        }
    }
    m_rows = std::move(rows);
    if (!sameCount) {
        rebuild();
    }
}

void TableField::storeValue(forms::FormData& data) const
{
    if (m_rows.empty()) {
        data.remove(field().pointer);
        return;
    }
    auto array = nlohmann::json::array();
    for (const auto& row : m_rows) {
        array.push_back(isList() ? row.data.json().value("value", nlohmann::json("")) : row.data.json());
    }
    (void)data.set(field().pointer, array.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

bool TableField::isList() const
{
    return field().columns.size() == 1 && field().columns.front().pointer.empty();
}

void TableField::addRow()
{
    auto& row = m_rows.emplace_back();
    for (const auto& column : field().columns) {
        if (!column.initial.empty()) {
            (void)row.data.set(cellOf(column).pointer, column.initial);
        }
    }
    rebuildSoon(m_rows.size() - 1);
}

void TableField::removeRow(std::size_t row)
{
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(row));
    rebuildSoon(row);
}

void TableField::moveRow(std::size_t from, std::size_t to)
{
    std::swap(m_rows[from], m_rows[to]);
    rebuildSoon(to);
}

/// Later, because the button that asked for it goes with the old rows.
void TableField::rebuildSoon(std::size_t focusRow)
{
    CallAfter([this, focusRow] {
        rebuild();
        if (m_rows.empty()) {
            m_add->SetFocus();
        } else {
            const std::size_t row = std::min(focusRow, m_rows.size() - 1);
            auto* first = m_rows[row].cells.front();
            first->focusOn(first->field().pointer);
        }
        tellChanged();
    });
}

void TableField::rebuild()
{
    const LayoutKit kit(*this);
    if (m_grid != nullptr) {
        m_grid->Destroy();
        m_grid = nullptr;
    }
    if (!m_rows.empty()) {
        m_grid = new wxPanel(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER);
        auto* grid = new wxFlexGridSizer(static_cast<int>(field().columns.size()) + 1,
                                         wxSize(kit.gap(), kit.smallGap()));
        buildHeader(*grid);
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            buildRow(*grid, row);
        }
        m_grid->SetSizer(grid);
        GetSizer()->Insert(0, m_grid, wxSizerFlags().Expand().Border(wxBOTTOM, kit.gap()));
        m_add->MoveAfterInTabOrder(m_grid);
    }
    Layout();
    if (onResized) {
        onResized();
    }
}

void TableField::buildHeader(wxFlexGridSizer& grid)
{
    const auto theme = Theme::fromSystem();
    for (std::size_t index = 0; index < field().columns.size(); ++index) {
        const auto& column = field().columns[index];
        const wxString title = wxString::FromUTF8(column.title) + (column.required ? " *" : "");
        auto* label = new wxStaticText(m_grid, wxID_ANY, title);
        label->SetFont(fontFor(TextRole::Small));
        label->SetForegroundColour(theme.muted);
        grid.Add(label, wxSizerFlags().CentreVertical());
        grid.AddGrowableCol(index, shareOf(column));
    }
    grid.AddSpacer(0);
}

void TableField::buildRow(wxFlexGridSizer& grid, std::size_t row)
{
    m_rows[row].cells.clear();
    for (std::size_t column = 0; column < field().columns.size(); ++column) {
        buildCell(grid, row, column);
    }
    buildRowButtons(grid, row);
}

void TableField::buildCell(wxFlexGridSizer& grid, std::size_t row, std::size_t column)
{
    const auto wanted = cellOf(field().columns[column]);
    auto* cell = makeFieldControl(m_grid, wanted, language());
    cell->fillWidth();
    cell->showValue(m_rows[row].data);
    cell->name((rowName(row) + " " + wxString::FromUTF8(wanted.title)).Trim(), m_description);
    cell->setReadOnly(m_readOnly);
    cell->onChanged = [this, row] { cellChanged(row); };
    cell->onFinished = [this, row, column] { moveOn(row, column); };
    cell->onResized = [this] {
        if (onResized) {
            onResized();
        }
    };
    grid.Add(cell, wxSizerFlags().Expand());
    m_rows[row].cells.push_back(cell);
}

/// To the next cell that can be typed in, the next row, or the button for one more.
void TableField::moveOn(std::size_t row, std::size_t column)
{
    for (++column; row < m_rows.size(); ++row, column = 0) {
        for (; column < m_rows[row].cells.size(); ++column) {
            auto* cell = m_rows[row].cells[column];
            if (!cell->field().readOnly) {
                cell->focusOn(cell->field().pointer);
                return;
            }
        }
    }
    m_add->SetFocus();
}

void TableField::buildRowButtons(wxFlexGridSizer& grid, std::size_t row)
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    auto* up = iconButton(Icon::Up, i18n::messageId("Move up"), row);
    up->Enable(row > 0 && !m_readOnly);
    up->Bind(wxEVT_BUTTON, [this, row](wxCommandEvent&) { moveRow(row, row - 1); });
    auto* down = iconButton(Icon::Down, i18n::messageId("Move down"), row);
    down->Enable(row + 1 < m_rows.size() && !m_readOnly);
    down->Bind(wxEVT_BUTTON, [this, row](wxCommandEvent&) { moveRow(row, row + 1); });
    auto* remove = iconButton(Icon::Remove, i18n::messageId("Remove row"), row);
    remove->Enable(!m_readOnly);
    remove->Bind(wxEVT_BUTTON, [this, row](wxCommandEvent&) { removeRow(row); });
    for (auto* button : {up, down, remove}) {
        buttons->Add(button, wxSizerFlags().CentreVertical());
    }
    grid.Add(buttons, wxSizerFlags().CentreVertical());
}

wxButton* TableField::iconButton(Icon icon, std::string_view label, std::size_t row)
{
    auto* button = new wxButton(
        m_grid, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT | wxBU_NOTEXT);
    wear(*button, Look::Quiet);
    button->SetBitmap(iconBundle(icon, Theme::fromSystem().muted, ToDIP(LayoutKit(*this).ems(1.1))));
    button->SetToolTip(text(label));
    setAccessibleName(*button, rowName(row) + ": " + text(label));
    return button;
}

void TableField::cellChanged(std::size_t row)
{
    for (const auto* cell : m_rows[row].cells) {
        cell->storeValue(m_rows[row].data);
    }
    tellChanged();
}

wxString TableField::rowName(std::size_t row) const
{
    return m_title + wxString::Format(" %zu", row + 1);
}

/// "/follow/2/name" -> the cell of the third row; nothing for the table itself or a row that is not there.
FieldControl* TableField::cellAt(std::string_view pointer) const
{
    const std::string prefix = field().pointer + "/";
    if (!pointer.starts_with(prefix)) {
        return nullptr;
    }
    pointer.remove_prefix(prefix.size());
    std::size_t row = 0;
    const auto [end, fault] = std::from_chars(pointer.data(), pointer.data() + pointer.size(), row);
    if (fault != std::errc{} || row >= m_rows.size()) {
        return nullptr;
    }
    const std::string_view below(end, static_cast<std::size_t>(pointer.data() + pointer.size() - end));
    const auto& cells = m_rows[row].cells;
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const FieldControl* cell) {
        return isList() || below.starts_with(cell->field().pointer);
    });
    return found == cells.end() ? cells.front() : *found;
}

void TableField::focusOn(std::string_view pointer)
{
    if (auto* cell = cellAt(pointer)) {
        cell->focusOn(cell->field().pointer);
    } else if (!m_rows.empty()) {
        m_rows.front().cells.front()->focusOn({});
    } else {
        m_add->SetFocus();
    }
}

void TableField::setTone(std::string_view pointer, Tone tone)
{
    if (auto* cell = cellAt(pointer)) {
        cell->setTone(cell->field().pointer, tone);
    } else if (tone == Tone::Neutral) {
        for (const auto& row : m_rows) {
            for (auto* each : row.cells) {
                each->setTone(each->field().pointer, tone);
            }
        }
    }
}

void TableField::name(const wxString& title, const wxString& description)
{
    m_title = title;
    m_description = description;
    setAccessibleName(*this, title);
    setAccessibleName(*m_add, title + ": " + m_add->GetLabelText());
    setAccessibleDescription(*m_add, description);
}

void TableField::setReadOnly(bool readOnly)
{
    const bool now = readOnly || field().readOnly;
    m_add->Enable(!now);
    if (now != m_readOnly) {
        m_readOnly = now;
        rebuild();
    }
}

}  // namespace widgets
