#include <widgets/form_view.h>

#include "field_row.h"

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/tglbtn.h>

#include <algorithm>
#include <utility>

namespace widgets {
namespace {

FormHistory::Direction directionOf(const forms::Field& field,
                                   const forms::FormData& before,
                                   const forms::FormData& after)
{
    const bool isTyped = field.kind != forms::FieldKind::Choice && field.kind != forms::FieldKind::Boolean
                         && field.kind != forms::FieldKind::MultiChoice
                         && field.kind != forms::FieldKind::Table;
    if (!isTyped) {
        return FormHistory::Direction::Replaced;
    }
    const auto sizeIn = [&](const forms::FormData& data) {
        return data.text(field.pointer).value_or(std::string()).size();
    };
    return sizeIn(after) < sizeIn(before) ? FormHistory::Direction::Shrank : FormHistory::Direction::Grew;
}

}  // namespace

FormView::FormView(wxWindow* parent, const forms::Form& form, i18n::Language language)
    : wxScrolledWindow(
        parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_language(language)
{
    const LayoutKit kit(*this);
    SetBackgroundColour(Theme::fromSystem().panel);
    SetScrollRate(0, kit.em());
    setAccessibleName(*this, wxString::FromUTF8(form.name()));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->AddSpacer(kit.padding());
    SetSizer(column);
    for (const auto& field : form.fields()) {
        addRow(field);
    }
    column->AddSpacer(kit.padding());
    m_history.restart(m_data);
    Bind(wxEVT_CHAR_HOOK, &FormView::key, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (GetClientSize().x != m_fitted) {
            fitRows();
        }
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetBackgroundColour(Theme::fromSystem().panel);
        event.Skip();
    });
}

FormView::~FormView()
{
    DestroyChildren();  // while what they call back is still there
}

void FormView::addRow(const forms::Field& field)
{
    const LayoutKit kit(*this);
    const std::size_t index = m_rows.size();
    auto* row = new FieldRow(this, field, m_language);
    row->control().onChanged = [this, index] { changed(index); };
    row->control().onFinished = [this, index] { moveOn(index); };
    row->control().onResized = [this] { fitRows(); };
    row->onLeft = [this, index] { left(index); };
    GetSizer()->Add(row, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, kit.padding()));
    GetSizer()->AddSpacer(kit.gap());
    m_rows.push_back(row);
}

void FormView::show(const forms::FormData& data)
{
    m_data = data;
    m_problems.clear();
    m_history.restart(data);
    for (auto* row : m_rows) {
        row->control().showValue(data);
        row->visited = false;
        row->showSource({});
        row->showProblems({});
    }
    fitRows();
}

const forms::FormData& FormView::data() const
{
    return m_data;
}

void FormView::onChange(std::function<void(const std::string&)> listener)
{
    m_changed = std::move(listener);
}

void FormView::onLeave(std::function<void(const std::string&)> listener)
{
    m_left = std::move(listener);
}

void FormView::changed(std::size_t row)
{
    const forms::FormData before = m_data;
    const auto& field = m_rows[row]->field();
    m_rows[row]->control().storeValue(m_data);
    if (m_data == before) {
        return;
    }
    m_rows[row]->visited = true;
    m_rows[row]->showSource({});
    m_history.record(m_data, field.pointer, directionOf(field, before, m_data));
    if (m_changed) {
        m_changed(std::string(field.pointer));
    }
}

void FormView::left(std::size_t row)
{
    m_history.endRun();
    refreshProblems();
    if (m_left) {
        m_left(std::string(m_rows[row]->field().pointer));
    }
}

void FormView::moveOn(std::size_t row)
{
    for (std::size_t next = row + 1; next < m_rows.size(); ++next) {
        if (!m_rows[next]->field().readOnly) {
            m_rows[next]->control().focusOn(m_rows[next]->field().pointer);
            return;
        }
    }
    Navigate();
}

void FormView::showProblems(std::vector<forms::FormProblem> problems, ProblemScope scope)
{
    m_problems = std::move(problems);
    m_scope = scope;
    refreshProblems();
}

void FormView::refreshProblems()
{
    for (auto* row : m_rows) {
        std::vector<forms::FormProblem> own;
        if (m_scope == ProblemScope::All || row->visited) {
            std::copy_if(m_problems.begin(),
                         m_problems.end(),
                         std::back_inserter(own),
                         [&](const forms::FormProblem& problem) { return row->holds(problem.pointer); });
        }
        row->showProblems(own);
    }
}

void FormView::prefill(const forms::FormData& data,
                       const std::vector<std::string>& pointers,
                       const wxString& source)
{
    m_data = data;
    m_history.record(
        data, pointers.empty() ? std::string() : pointers.front(), FormHistory::Direction::Replaced);
    for (auto* row : m_rows) {
        row->control().showValue(data);
        if (std::find(pointers.begin(), pointers.end(), row->field().pointer) != pointers.end()) {
            row->visited = true;
            row->showSource(source);
        }
    }
    for (const auto& pointer : pointers) {
        if (m_changed) {
            m_changed(pointer);
        }
    }
}

std::size_t FormView::rowOf(std::string_view pointer) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const FieldRow* row) { return row->holds(pointer); });
    return static_cast<std::size_t>(found - m_rows.begin());
}

bool FormView::focusField(std::string_view pointer)
{
    const std::size_t row = rowOf(pointer);
    if (row == m_rows.size()) {
        return false;
    }
    m_rows[row]->control().focusOn(pointer);
    return true;
}

void FormView::setReadOnly(bool readOnly)
{
    for (auto* row : m_rows) {
        row->control().setReadOnly(readOnly);
    }
}

bool FormView::undo()
{
    const auto step = m_history.undo();
    if (step) {
        apply(*step);
    }
    return step.has_value();
}

bool FormView::redo()
{
    const auto step = m_history.redo();
    if (step) {
        apply(*step);
    }
    return step.has_value();
}

void FormView::apply(const FormHistory::Step& step)
{
    m_data = step.data;
    for (auto* row : m_rows) {
        row->control().showValue(m_data);
    }
    if (const std::size_t row = rowOf(step.pointer); row < m_rows.size()) {
        m_rows[row]->showSource({});
        m_rows[row]->control().focusOn(step.pointer);
    }
    if (m_changed) {
        m_changed(step.pointer);
    }
}

/// Only keys that no input method wants: Enter is left to text fields, which tell when it was meant for them.
void FormView::key(wxKeyEvent& event)
{
    const int code = event.GetKeyCode();
    const bool onlyControl = event.GetModifiers() == wxMOD_CONTROL;
    const bool isRedo = (onlyControl && code == 'Y')
                        || (event.GetModifiers() == (wxMOD_CONTROL | wxMOD_SHIFT) && code == 'Z');
    if (isRedo) {
        redo();
        return;
    }
    if (onlyControl && code == 'Z') {
        undo();
        return;
    }
    auto* focus = dynamic_cast<wxWindow*>(event.GetEventObject());  // wx loses sight of it in a drop-down
    const auto* toggle = dynamic_cast<wxToggleButton*>(focus);
    const bool isMade =
        dynamic_cast<wxChoice*>(focus) != nullptr || (toggle != nullptr && toggle->GetValue());
    if (code == WXK_RETURN && isMade) {
        const auto row = std::find_if(
            m_rows.begin(), m_rows.end(), [&](FieldRow* each) { return each->IsDescendant(focus); });
        if (row != m_rows.end()) {
            moveOn(static_cast<std::size_t>(row - m_rows.begin()));
            return;
        }
    }
    event.Skip();
}

void FormView::fitRows()
{
    const LayoutKit kit(*this);
    m_fitted = GetClientSize().x;
    for (auto* row : m_rows) {
        row->fitTo(m_fitted - kit.padding() * 2);
    }
    Layout();
    FitInside();
}

}  // namespace widgets
