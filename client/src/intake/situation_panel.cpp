#include <intake/situation_panel.h>

#include <widgets/accessible.h>
#include <widgets/layout_kit.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace intake {

namespace {

constexpr double TextWidth = 19;

std::string textOf(const forms::Answer& answer)
{
    if (const auto* text = std::get_if<std::string>(&answer))
        return *text;
    if (const auto* number = std::get_if<double>(&answer))
        return wxString::Format("%g", *number).utf8_string();
    std::string all;
    for (const auto& value : std::get<std::vector<std::string>>(answer))
        all += (all.empty() ? "" : ",") + value;
    return all;
}

}  // namespace

SituationPanel::SituationPanel(wxWindow* parent, workbench::Bench& bench, CaseSession& session)
    : wxScrolledWindow(
        parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL | wxNO_BORDER)
    , m_bench(bench)
    , m_session(session)
{
    const widgets::LayoutKit kit(*this);
    SetBackgroundColour(widgets::Theme::fromSystem().panel);
    SetScrollRate(0, kit.em());
    SetSizer(new wxBoxSizer(wxVERTICAL));
    for (const auto& question : session.view().guide->questions)
        addRow(question);
    refresh();
}

void SituationPanel::addRow(const forms::Question& question)
{
    const widgets::LayoutKit kit(*this);
    const auto name = wxString::FromUTF8(question.text);
    Row row{&question, new wxStaticText(this, wxID_ANY, widgets::wrapText(*this, name, kit.ems(TextWidth)))};
    row.label->SetForegroundColour(widgets::Theme::fromSystem().muted);
    row.sizer = new wxBoxSizer(wxVERTICAL);
    row.sizer->Add(row.label, wxSizerFlags().Border(wxBOTTOM, kit.smallGap()));
    switch (question.kind) {
    case forms::QuestionKind::Single: {
        std::vector<widgets::ChoiceOption> options;
        for (const auto& option : question.options)
            options.push_back({option.value, wxString::FromUTF8(option.text), widgets::Tone::Info});
        row.single = new widgets::SegmentChoice(this, name, std::move(options));
        row.single->onChosen(
            [this, single = row.single, id = question.id] { answer(id, single->chosen().value_or("")); });
        row.sizer->Add(row.single, wxSizerFlags().Expand());
        break;
    }
    case forms::QuestionKind::Multi:
        for (const auto& option : question.options) {
            auto* box = new wxCheckBox(this, wxID_ANY, wxString::FromUTF8(option.text));
            row.multiple.push_back(box);
            row.sizer->Add(box, wxSizerFlags());
        }
        for (auto* box : row.multiple)
            box->Bind(wxEVT_CHECKBOX, [this, boxes = row.multiple, &question](wxCommandEvent&) {
                std::string values;
                for (std::size_t i = 0; i < boxes.size(); ++i)
                    if (boxes[i]->GetValue())
                        values += (values.empty() ? "" : ",") + question.options[i].value;
                answer(question.id, values);
            });
        break;
    case forms::QuestionKind::Number:
        row.number = new wxTextCtrl(this,
                                    wxID_ANY,
                                    wxString(),
                                    wxDefaultPosition,
                                    wxSize(kit.ems(6), kit.controlHeight()),
                                    wxTE_PROCESS_ENTER);
        widgets::setAccessibleName(*row.number, name);
        row.settled = std::make_unique<workbench::SettledText>(
            *row.number, [this, id = question.id](const std::string& text) { answer(id, text); });
        row.sizer->Add(row.number, wxSizerFlags());
        break;
    }
    GetSizer()->Add(row.sizer, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, kit.padding()));
    m_rows.push_back(std::move(row));
}

void SituationPanel::refresh()
{
    const auto& visible = m_session.view().completeness.visibleQuestions;
    bool changed = false;
    for (auto& row : m_rows) {
        const bool shown = std::find(visible.begin(), visible.end(), row.question->id) != visible.end();
        changed = changed || GetSizer()->IsShown(row.sizer) != shown;
        GetSizer()->Show(row.sizer, shown);
        showAnswer(row);
        for (auto* control : {static_cast<wxWindow*>(row.single), static_cast<wxWindow*>(row.number)})
            if (control != nullptr)
                control->Enable(m_session.takesAnswers());
        for (auto* box : row.multiple)
            box->Enable(m_session.takesAnswers());
    }
    if (changed) {
        FitInside();
        Layout();
        InvalidateBestSize();
    }
}

void SituationPanel::showAnswer(Row& row)
{
    const auto& answers = m_session.view().draft.answers;
    const auto found = answers.find(row.question->id);
    const auto text = found == answers.end() ? std::string() : textOf(found->second);
    if (row.single != nullptr)
        row.single->choose(text.empty() ? std::nullopt : std::optional(text));
    if (row.settled)
        row.settled->show(text);
    for (std::size_t i = 0; i < row.multiple.size(); ++i) {
        const auto* values =
            found == answers.end() ? nullptr : std::get_if<std::vector<std::string>>(&found->second);
        const auto& value = row.question->options[i].value;
        row.multiple[i]->SetValue(values != nullptr
                                  && std::find(values->begin(), values->end(), value) != values->end());
    }
}

void SituationPanel::answer(const std::string& question, const std::string& text)
{
    m_session.step([id = m_session.id(), question, text](desk::IntakeDesk& desk) {
        return desk.answer(id, {{question, text}});
    });
}

void SituationPanel::collect()
{
    for (auto& row : m_rows)
        if (row.settled)
            row.settled->settle();
}

void SituationPanel::focusQuestion(const std::string& question)
{
    for (auto& row : m_rows)
        if (row.question->id == question) {
            if (row.single != nullptr)
                row.single->SetFocus();
            else if (row.number != nullptr)
                row.number->SetFocus();
            else if (!row.multiple.empty())
                row.multiple.front()->SetFocus();
        }
}

std::pair<std::size_t, std::size_t> SituationPanel::answered() const
{
    const auto& visible = m_session.view().completeness.visibleQuestions;
    const auto& answers = m_session.view().draft.answers;
    const auto done = std::count_if(
        visible.begin(), visible.end(), [&answers](const std::string& id) { return answers.contains(id); });
    return {static_cast<std::size_t>(done), visible.size()};
}

}  // namespace intake
