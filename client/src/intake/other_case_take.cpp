// Taking over what the guide asks for of a case of another matter.
#include <intake/case_panel.h>

#include <workbench/question.h>

namespace intake {

namespace {

wxString line(const workbench::Bench& bench, const offline::CaseRow& row)
{
    return bench.say("{number} · {matter} · received {date} · {person}",
                     {{"number", row.officialNumber.empty() ? row.number : row.officialNumber},
                      {"matter", row.matterName},
                      {"date", base::formatDate(base::hallDate(row.received))},
                      {"person", row.applicant}});
}

std::string inOneLine(const std::vector<std::string>& matters)
{
    std::string all;
    for (const auto& matter : matters)
        all.append(all.empty() ? "" : " / ").append(matter);
    return all;
}

}  // namespace

/// Saved before, because who applies decides which cases are offered.
void CasePanel::chooseOther()
{
    m_session->ask([id = m_session->id()](desk::IntakeDesk& desk) { return desk.otherCases(id); },
                   [this](const base::Result<desk::OtherCases>& others) {
                       if (others)
                           askOther(*others);
                       else
                           m_bench.tell(others.error(), m_session->attention("step"));
                   });
}

void CasePanel::askOther(const desk::OtherCases& others)
{
    std::vector<wxString> choices;
    std::vector<std::string> ids;
    for (const auto& row : others.cases) {
        choices.push_back(line(m_bench, row));
        ids.push_back(row.id.toString());
    }
    const std::vector<base::Argument> named{{"matters", inOneLine(others.matters)}};
    workbench::ChoiceQuestion question{
        m_bench.say("Take from a case of another matter"),
        choices.empty() ? m_bench.say(
            "No case of {matters} is known here for this applicant. Another one can be named by its number.",
            named)
                        : m_bench.say("What is still empty here is taken over from a case of {matters}.",
                                      named),
        m_bench.say("Case"),
        m_bench.say("Take over"),
        std::move(choices),
        m_bench.say("Number of another case")};
    ask(this, m_bench, question, [this, ids](std::size_t choice, const std::string& number) {
        takeFrom(number.empty() ? ids.at(choice) : number);
    });
}

void CasePanel::takeFrom(const std::string& named)
{
    m_bench.counter().run(
        this,
        [id = m_session->id(), named](workbench::Desks& desks, const std::stop_token&) {
            return desks.intake.otherCase(id, named);
        },
        [this](const base::Result<desk::EarlierCase>& other) {
            if (other)
                putTaken(*other);
            else
                m_bench.tell(other.error(), m_session->attention("step"));
        });
}

void CasePanel::putTaken(const desk::EarlierCase& other)
{
    m_bench.hush(m_session->attention("step"));
    if (!m_session->takesAnswers())
        return;
    std::size_t taken = 0;
    for (auto* form : m_forms)
        taken += form->takeFrom(other);
    const auto& view = m_session->view();
    const auto answers = desk::takenAnswers(*view.guide, view.draft.answers, other);
    if (!answers.empty())
        m_session->step(
            [id = m_session->id(), answers](desk::IntakeDesk& desk) { return desk.answer(id, answers); });
    taken += answers.size();
    const std::vector<base::Argument> named{{"matter", other.matterName}, {"number", other.number}};
    if (taken == 0)
        m_bench.tell(widgets::Tone::Info,
                     m_session->attention("taken"),
                     m_bench.say("That case has nothing that is still empty here."));
    else
        m_bench.tell(
            widgets::Tone::Ok,
            m_session->attention("taken"),
            m_bench.say("Taken over from {matter}, case {number}. Ctrl+Z in the form takes it back.", named));
}

}  // namespace intake
