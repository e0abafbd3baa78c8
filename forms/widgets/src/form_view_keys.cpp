// The keyboard on a form's page: where Enter goes, what a letter means, undo.
#include <widgets/form_view.h>

#include "category_book.h"
#include "field_row.h"

#include <widgets/layout_kit.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/radiobut.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

#include <algorithm>

namespace widgets {
namespace {

/// The control the focus is in: the cell, where it is in a table.
FieldControl* controlAt(wxWindow* window)
{
    for (; window != nullptr; window = window->GetParent()) {
        if (auto* control = dynamic_cast<FieldControl*>(window)) {
            return control;
        }
    }
    return nullptr;
}

bool isEnter(const wxKeyEvent& event)
{
    return event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
}

/// Letters and digits, those of the numeric pad too; 0 for any other key.
char typedCharacter(const wxKeyEvent& event)
{
    if (event.GetModifiers() != wxMOD_NONE && event.GetModifiers() != wxMOD_SHIFT) {
        return 0;
    }
    const int code = event.GetKeyCode();
    if (code >= WXK_NUMPAD0 && code <= WXK_NUMPAD9) {
        return static_cast<char>('0' + code - WXK_NUMPAD0);
    }
    const bool isMeant =
        (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    return isMeant ? static_cast<char>(code) : '\0';
}

}  // namespace

void FormView::moveOn(std::size_t row)
{
    for (std::size_t next = row + 1; next < m_rows.size(); ++next) {
        const auto& pointer = m_rows[next]->field().pointer;
        // A field in a group that is not there is not shown either, but says nothing of it by itself.
        if (m_rows[next]->isOpen() && m_form.stateOf(m_data, pointer) == forms::FieldState::Enabled) {
            reveal(*m_rows[next]);
            m_rows[next]->control().focusOn(pointer);
            return;
        }
    }
    Navigate();
}

/// Turns to the categories the field stands in.
void FormView::reveal(const FieldRow& row)
{
    for (auto* book : m_books) {
        book->reveal(row);
    }
}

/// The whole row, so that what is said under the control is seen too; what has the focus, where a row is too tall.
void FormView::scrollTo(const FieldRow& row, const wxWindow& entered)
{
    const LayoutKit kit(*this);
    const wxWindow& wanted =
        row.GetSize().y < GetClientSize().y ? static_cast<const wxWindow&>(row) : entered;
    const int top = ScreenToClient(wanted.GetScreenPosition()).y - kit.gap();
    const int bottom = top + wanted.GetSize().y + kit.gap() * 2;
    const int below = bottom - GetClientSize().y;
    const int by = top < 0 ? top : std::clamp(below, 0, std::max(top, 0));
    if (by != 0) {
        const int unit = kit.em();  // as SetScrollRate has it
        const int steps = by < 0 ? by / unit - 1 : (by + unit - 1) / unit;
        Scroll(-1, GetViewStart().y + steps);
    }
}

bool FormView::focusField(std::string_view pointer)
{
    const std::size_t row = rowOf(pointer);
    if (row == m_rows.size()) {
        return false;
    }
    reveal(*m_rows[row]);
    m_rows[row]->control().focusOn(pointer);
    return true;
}

/// Only keys that no input method wants: Enter is left to text fields, which tell when it was meant for them.
void FormView::key(wxKeyEvent& event)
{
    if (!undoKey(event) && !enterKey(event) && !pickKey(event)) {
        event.Skip();
    }
}

bool FormView::undoKey(const wxKeyEvent& event)
{
    const int code = event.GetKeyCode();
    const bool onlyControl = event.GetModifiers() == wxMOD_CONTROL;
    if ((onlyControl && code == 'Y')
        || (event.GetModifiers() == (wxMOD_CONTROL | wxMOD_SHIFT) && code == 'Z')) {
        redo();
        return true;
    }
    if (onlyControl && code == 'Z') {
        undo();
        return true;
    }
    return false;
}

bool FormView::enterKey(const wxKeyEvent& event)
{
    if (!isEnter(event)) {
        return false;
    }
    auto* focus = dynamic_cast<wxWindow*>(event.GetEventObject());  // wx loses sight of it in a drop-down
    const auto* toggle = dynamic_cast<wxToggleButton*>(focus);
    const auto* radio = dynamic_cast<wxRadioButton*>(focus);
    const bool isMade =
        dynamic_cast<wxChoice*>(focus) != nullptr || dynamic_cast<wxCheckBox*>(focus) != nullptr
        || (toggle != nullptr && toggle->GetValue()) || (radio != nullptr && radio->GetValue());
    const bool leaves = event.GetModifiers() == wxMOD_CONTROL;
    if (!leaves && (!isMade || event.GetModifiers() != wxMOD_NONE)) {
        return false;
    }
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](FieldRow* each) { return each->IsDescendant(focus); });
    if (row == m_rows.end()) {
        return false;
    }
    auto* control = controlAt(focus);
    if (!leaves && control != &(*row)->control()) {
        control->onFinished();  // a cell: on to the next one
    } else {
        moveOn(static_cast<std::size_t>(row - m_rows.begin()));
    }
    return true;
}

bool FormView::pickKey(const wxKeyEvent& event)
{
    const char key = typedCharacter(event);
    auto* focus = dynamic_cast<wxWindow*>(event.GetEventObject());
    auto* control = key == 0 || dynamic_cast<wxTextEntry*>(focus) != nullptr ? nullptr : controlAt(focus);
    return control != nullptr && control->pick(key, event.GetTimestamp());
}

}  // namespace widgets
