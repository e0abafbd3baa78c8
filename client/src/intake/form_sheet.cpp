#include <intake/form_sheet.h>

#include <desk/taken_over.h>

#include <wx/sizer.h>

namespace intake {

namespace {

desk::FormDesk deskOf(const desk::CaseView& view, const std::string& form)
{
    const auto data = view.draft.forms.find(form);
    return {view.guide, form, data == view.draft.forms.end() ? forms::FormData() : data->second};
}

}  // namespace

FormSheet::FormSheet(wxWindow* parent, workbench::Bench& bench, CaseSession& session, const forms::Form& form)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
    , m_session(session)
    , m_form(form.id())
    , m_view(new widgets::FormView(this, form, bench.language()))
{
    m_view->onChange([this](const std::string& pointer) { changed(pointer); });
    m_view->onLeave([this](const std::string& pointer) { left(pointer); });
    m_view->onPaste(
        [this](const std::string& pointer, const std::string& text) { return pasted(pointer, text); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(m_view, wxSizerFlags(1).Expand());
    SetSizer(column);
    m_view->show(deskOf(session.view(), m_form).data());
    refresh();
}

void FormSheet::changed(const std::string& pointer)
{
    m_field = pointer;
    m_session.type(m_form, m_view->data());
    showProblems(widgets::ProblemScope::Visited);
}

void FormSheet::left(const std::string& pointer)
{
    if (!m_session.takesAnswers())
        return;
    prefill();
    const auto desk = deskOf(m_session.view(), m_form);
    const auto* field = desk.form().findField(pointer);
    if (field != nullptr && field->format.starts_with("cn-id") && onApplicant)
        onApplicant();
}

/// The text of a whole identity card in one field: each part goes to the field it belongs to.
bool FormSheet::pasted(const std::string& pointer, const std::string& text)
{
    const auto card = forms::IdentityCard::read(text);
    if (!card || !m_session.takesAnswers())
        return false;
    const auto data = m_view->data();
    const desk::FormDesk desk(m_session.view().guide, m_form, data);
    const auto filled = desk.withCard(*card, pointer);
    if (filled.pointers.empty())
        return false;
    auto source = m_bench.say("from the identity card's text");
    for (const auto& contradiction : forms::contradictionsOf(*card, m_bench.today()))
        source += "\n" + m_bench.say(contradiction);
    put(filled, source);
    if (onApplicant)
        onApplicant();
    return true;
}

bool FormSheet::copyFrom(const desk::EarlierCase& earlier)
{
    const desk::FormDesk desk(m_session.view().guide, m_form, m_view->data());
    const auto filled = desk.withEarlier(earlier);
    if (filled.pointers.empty())
        return false;
    put(filled, m_bench.say("from case {number}", {{"number", earlier.number}}));
    return true;
}

std::size_t FormSheet::takeFrom(const desk::EarlierCase& other)
{
    const desk::FormDesk desk(m_session.view().guide, m_form, m_view->data());
    const auto filled = desk::takenInto(desk.form(), desk.data(), other);
    if (!filled.pointers.empty())
        put(filled, m_bench.say("from case {number}", {{"number", other.number}}));
    return filled.pointers.size();
}

void FormSheet::put(const desk::FilledForm& filled, const wxString& source)
{
    m_view->prefill(filled.data, filled.pointers, source);
}

void FormSheet::refresh()
{
    const auto now = deskOf(m_session.view(), m_form).data();
    if (!(now == m_view->data()))
        m_view->show(now);
    m_view->setReadOnly(!m_session.takesAnswers());
    if (m_session.takesAnswers())
        prefill();
    showProblems(m_all ? widgets::ProblemScope::All : widgets::ProblemScope::Visited);
}

void FormSheet::prefill()
{
    const auto desk = deskOf(m_session.view(), m_form);
    auto data = m_view->data();
    std::vector<std::string> fromSituation;
    std::vector<std::string> fromNumber;
    for (const auto& found : desk.prefills(m_session.view().draft.answers))
        if (desk.form().fill(data, found.pointer, found.text))
            (found.source.starts_with("situation:") ? fromSituation : fromNumber).push_back(found.pointer);
    if (!fromSituation.empty())
        m_view->prefill(data, fromSituation, m_bench.say("from the situation"));
    if (!fromNumber.empty())
        m_view->prefill(data, fromNumber, m_bench.say("from the identity number"));
}

void FormSheet::showProblems(widgets::ProblemScope scope)
{
    m_all = m_all || scope == widgets::ProblemScope::All;
    m_view->showProblems(deskOf(m_session.view(), m_form).problems(m_bench.today()),
                         m_all ? widgets::ProblemScope::All : widgets::ProblemScope::Visited);
}

void FormSheet::showAllProblems()
{
    showProblems(widgets::ProblemScope::All);
}

bool FormSheet::focusField(std::string_view pointer)
{
    return m_view->focusField(pointer);
}

wxString FormSheet::tabLabel() const
{
    const auto desk = deskOf(m_session.view(), m_form);
    const auto [done, wanted] = desk.filled();
    // A form that is printed as a material is called like it: the tab says which of the two it opens.
    const auto name = m_session.view().guide->forms.size() == 1
                          ? m_bench.say("Form")
                          : m_bench.say("Form: {form}", {{"form", desk.form().name()}});
    return name + wxString::Format(" %d/%d", done, wanted);
}

}  // namespace intake
