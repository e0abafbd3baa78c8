// How an open case leaves the counter: accepted, for receipt only, or with what was put off.
#include <intake/case_panel.h>

#include <wx/weakref.h>

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
        if (saved)
            sealNow(purpose);
    });
}

void CasePanel::sealNow(forms::SealPurpose purpose)
{
    m_bench.counter().runNamed(
        this,
        m_bench.say("Sealing the case"),
        [id = m_session->id(), purpose](workbench::Desks& desks, const kit::TaskControl&) {
            return desks.intake.seal(id, purpose);
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
