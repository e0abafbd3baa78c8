#include <widgets/form_view.h>

#include "category_book.h"
#include "field_row.h"
#include "layout_box.h"

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>

#include <nlohmann/json.hpp>

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace widgets {
namespace {

constexpr std::size_t MuchText = 30;  // bytes: more than a key or a word of an input method brings at once

bool isMuch(const forms::FormData& before, const forms::FormData& now, const std::string& pointer)
{
    const auto sizeIn = [&](const forms::FormData& data) {
        return data.text(pointer).value_or(std::string()).size();
    };
    return sizeIn(now) >= sizeIn(before) + MuchText;
}

/// The field, or the cell of the table, that much text came into at once; empty: none.
std::string placeOfMuch(const forms::Field& field, const forms::FormData& before, const forms::FormData& now)
{
    if (field.kind != forms::FieldKind::Table) {
        return isMuch(before, now, field.pointer) ? field.pointer : std::string();
    }
    const nlohmann::json::json_pointer table(field.pointer);
    const std::size_t rows = now.json().contains(table) ? now.json().at(table).size() : 0;
    for (std::size_t row = 0; row < rows; ++row) {
        for (const auto& column : field.columns) {
            auto cell = field.pointer + "/" + std::to_string(row) + column.pointer;
            if (isMuch(before, now, cell)) {
                return cell;
            }
        }
    }
    return {};
}

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
    , m_form(form)
    , m_language(language)
{
    const LayoutKit kit(*this);
    SetBackgroundColour(Theme::fromSystem().panel);
    SetScrollRate(0, kit.em());
    setAccessibleName(*this, wxString::FromUTF8(form.name()));
    auto* column = new wxBoxSizer(wxVERTICAL);
    m_page = build(this, form.layout(), TitlePlace::Left);
    column->Add(m_page, wxSizerFlags().Expand().Border(wxALL, kit.padding()));
    SetSizer(column);
    m_history.restart(m_data);
    applyRules();
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

FormPart* FormView::build(wxWindow* parent, const forms::LayoutNode& element, TitlePlace titlePlace)
{
    FormPart* part = nullptr;
    switch (element.kind) {
    case forms::LayoutKind::Control: part = buildRow(parent, element, titlePlace); break;
    case forms::LayoutKind::Label: part = new LayoutText(parent, element); break;
    case forms::LayoutKind::Categorization: part = buildBook(parent, element); break;
    case forms::LayoutKind::Vertical:
    case forms::LayoutKind::Horizontal:
    case forms::LayoutKind::Group:
    case forms::LayoutKind::Category: {
        auto* box = new LayoutBox(parent, element);
        const bool isRow = element.kind == forms::LayoutKind::Horizontal;
        fillBox(*box, element, isRow ? TitlePlace::Above : titlePlace);
        part = box;
        break;
    }
    }
    m_parts.push_back(part);
    return part;
}

void FormView::fillBox(LayoutBox& box, const forms::LayoutNode& element, TitlePlace titlePlace)
{
    for (const auto& child : element.children) {
        box.add(build(&box, child, titlePlace));
    }
}

FormPart* FormView::buildBook(wxWindow* parent, const forms::LayoutNode& element)
{
    auto* book = new CategoryBook(parent, element);
    m_books.push_back(book);
    book->onTurned = [this] { fitRows(); };
    for (const auto& category : element.children) {
        auto* page = book->addCategory(category);
        fillBox(*page, category, TitlePlace::Left);
        m_parts.push_back(page);
    }
    return book;
}

FormPart* FormView::buildRow(wxWindow* parent, const forms::LayoutNode& element, TitlePlace titlePlace)
{
    const std::size_t index = m_rows.size();
    auto* row = new FieldRow(parent, element, *m_form.findField(element.pointer), m_language, titlePlace);
    row->control().onChanged = [this, index] { changed(index); };
    row->control().onFinished = [this, index] { moveOn(index); };
    row->control().onResized = [this] { fitRows(); };
    row->onEntered = [this, row](const wxWindow& entered) { scrollTo(*row, entered); };
    row->onLeft = [this, index] { left(index); };
    m_rows.push_back(row);
    return row;
}

/// What the rules make of every part with what is typed now.
void FormView::applyRules()
{
    bool moved = false;
    for (auto* part : m_parts) {
        moved = part->setState(m_form.stateOf(m_data, part->element())) || moved;
    }
    if (moved) {
        fitRows();
    }
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
    applyRules();
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

void FormView::onPaste(std::function<bool(const std::string&, const std::string&)> listener)
{
    m_pasted = std::move(listener);
}

/// Much text came at once, and it belongs to several fields.
bool FormView::takenElsewhere(std::size_t row, const forms::FormData& before)
{
    const auto pointer = placeOfMuch(m_rows[row]->field(), before, m_data);
    if (!m_pasted || pointer.empty()) {
        return false;
    }
    const auto now = m_data.text(pointer).value_or(std::string());
    const forms::FormData typed = std::exchange(m_data, before);
    m_rows[row]->control().showValue(m_data);
    if (m_pasted(pointer, now)) {
        return true;
    }
    m_data = typed;
    m_rows[row]->control().showValue(m_data);
    return false;
}

void FormView::changed(std::size_t row)
{
    const forms::FormData before = m_data;
    const auto& field = m_rows[row]->field();
    m_rows[row]->control().storeValue(m_data);
    if (m_data == before || takenElsewhere(row, before)) {
        return;
    }
    m_rows[row]->visited = true;
    m_rows[row]->showSource({});
    m_history.record(m_data, field.pointer, directionOf(field, before, m_data));
    applyRules();
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
    }
    applyRules();
    for (auto* row : m_rows) {
        const bool filled = std::any_of(
            pointers.begin(), pointers.end(), [row](const std::string& each) { return row->holds(each); });
        if (!filled) {
            continue;
        }
        row->visited = true;
        row->showSource(source);
        if (m_changed) {
            m_changed(std::string(row->field().pointer));
        }
    }
}

std::size_t FormView::rowOf(std::string_view pointer) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const FieldRow* row) { return row->holds(pointer); });
    return static_cast<std::size_t>(found - m_rows.begin());
}

void FormView::setReadOnly(bool readOnly)
{
    for (auto* row : m_rows) {
        row->setReadOnly(readOnly);
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
    applyRules();
    if (const std::size_t row = rowOf(step.pointer); row < m_rows.size()) {
        m_rows[row]->showSource({});
        reveal(*m_rows[row]);
        m_rows[row]->control().focusOn(step.pointer);
    }
    if (m_changed) {
        m_changed(step.pointer);
    }
}

void FormView::fitRows()
{
    const LayoutKit kit(*this);
    if (m_page == nullptr) {
        return;  // while it is being built
    }
    m_fitted = GetClientSize().x;
    m_page->fitTo(m_fitted - kit.padding() * 2);
    Layout();
    FitInside();
}

}  // namespace widgets
