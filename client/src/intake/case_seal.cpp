// How an open case leaves the counter: accepted, for receipt only, or with what was put off.
#include <intake/case_panel.h>

#include <forms/citation.h>
#include <forms/law.h>
#include <workbench/question.h>

#include <wx/weakref.h>

#include <array>

namespace intake {

void CasePanel::seal(forms::SealPurpose purpose)
{
    if (!m_session->isDraft())
        return;
    if (m_scan->isRunning()) {
        m_sealWhenScanned = purpose;
        m_actions->setStatus(m_bench.say("It is sealed when the running batch is over."));
        return;
    }
    for (auto* form : m_forms)
        form->showAllProblems();
    m_session->save([this, purpose](const base::Status& saved) {
        if (!saved)
            return;
        if (!m_session->view().unanswered.empty())
            answerMark([this, purpose] { seal(purpose); });
        else if (mayInsist())
            askInsistence(purpose);
        else
            sealNow(purpose, desk::Insistence::No);
    });
}

/// A correction is answered mark by mark before it goes out again.
void CasePanel::answerMark(std::function<void()> then)
{
    const auto& mark = m_session->view().unanswered.front();
    workbench::ChoiceQuestion question{
        m_bench.say("Answer the reviewer's mark"),
        mark.text.empty() ? wxString::FromUTF8(forms::citedText(
            *m_session->view().guide, forms::citationOf(*m_session->view().guide, mark.point)))
                          : wxString::FromUTF8(mark.text),
        m_bench.say("What was done"),
        m_bench.say("Answer"),
        {m_bench.say("It was replaced"), m_bench.say("It was filled in"), m_bench.say("It stays, because …")},
        m_bench.say("Reason, where it stays"),
        std::nullopt};
    ask(this,
        m_bench,
        question,
        [this, id = mark.id, then = std::move(then)](std::size_t choice, const std::string& reason) {
            static constexpr std::array Hows{
                forms::AnswerHow::Replaced, forms::AnswerHow::Filled, forms::AnswerHow::Stays};
            const forms::MarkAnswer answer{id, Hows.at(choice), reason};
            m_session->step([caseId = m_session->id(),
                             answer](desk::IntakeDesk& desk) { return desk.answerMark(caseId, answer); },
                            then);
        });
}

/// An unmet condition is no ground for not accepting under the licensing law (行政许可法 art. 32(5)).
bool CasePanel::mayInsist() const
{
    const auto& view = m_session->view();
    return view.completeness.verdict == forms::Verdict::Refused
           && forms::law(forms::regimeOf(*view.guide)).insistAllowed;
}

void CasePanel::askInsistence(forms::SealPurpose purpose)
{
    workbench::ChoiceQuestion question{
        m_bench.say("A condition is not met"),
        m_bench.say("The applicant may leave, or insist: then the case is accepted and refused in writing."),
        m_bench.say("The applicant"),
        m_bench.say("Go on"),
        {m_bench.say("leaves"), m_bench.say("insists on a decision in writing")},
        {},
        std::nullopt};
    ask(this, m_bench, question, [this, purpose](std::size_t choice, const std::string&) {
        if (choice == 1)
            sealNow(purpose, desk::Insistence::Insists);
    });
}

void CasePanel::sealNow(forms::SealPurpose purpose, desk::Insistence insistence)
{
    m_bench.counter().runNamed(
        this,
        m_bench.say("Sealing the case"),
        [id = m_session->id(), purpose, insistence](workbench::Desks& desks, const kit::TaskControl&) {
            return desks.intake.seal(id, purpose, insistence);
        },
        [this, purpose](const base::Result<forms::SealedCase>& result) {
            if (!result) {
                notSealed(result.error());
                return;
            }
            m_bench.hush(m_session->attention("step"));
            m_session->reload([this, purpose] { sealed(purpose); });
        });
}

/// Where only the age of the guides is in the way, receipt still goes.
void CasePanel::notSealed(const base::Error& error)
{
    const auto& view = m_session->view();
    if (error.code == base::ErrorCode::NotAcceptable && view.completeness.sealable()
        && view.age == forms::CatalogueAge::Stale)
    {
        m_bench.stage().show({m_session->attention("step"),
                              widgets::Tone::Danger,
                              m_bench.say(i18n::phraseOf(error)),
                              {{m_bench.say("Seal for receipt only"),
                                [panel = wxWeakRef<CasePanel>(this)] {
                                    if (panel)
                                        panel->seal(forms::SealPurpose::Receipt);
                                }}},
                              kit::Attention::Turn::Answers});
        return;
    }
    m_bench.tell(error, m_session->attention("step"));
    if (error.code == base::ErrorCode::NotAcceptable)
        m_findings->goToNext();
}

void CasePanel::sealed(forms::SealPurpose purpose)
{
    m_bench.hush("case/" + m_session->id().toString());  // whatever was to be done before
    m_discarded.clear();
    const auto matter = m_session->view().draft.matterName;
    m_bench.stage().show(
        {m_session->attention("sealed"),
         widgets::Tone::Ok,
         purpose == forms::SealPurpose::Receipt
             ? m_bench.say("{matter} is sealed for receipt and on its way. The back office accepts it.",
                           {{"matter", matter}})
             : m_bench.say("{matter} is sealed and on its way.", {{"matter", matter}}),
         {{m_bench.say("Receipt slip"), [this] { print(forms::PaperKind::ReceiptSlip); }},
          {m_bench.say("Next applicant"), [this] { onAside(); }}},
         kit::Attention::Turn::Answers});
    m_bench.stage().sendNow();
}

/// The result is withheld until then.
void CasePanel::takeInLate()
{
    m_session->step([id = m_session->id()](desk::IntakeDesk& desk) { return desk.reopen(id); });
}

}  // namespace intake
