// What an earlier case of the same applicant offers to the open one.
#include <intake/case_panel.h>

#include <forms/same_applicant.h>

namespace intake {

/// Once for every number, and only while it is valid.
void CasePanel::lookForEarlier()
{
    const auto& view = m_session->view();
    const auto number = forms::firstApplicantNumber(*view.guide, view.draft);
    if (number.empty() || number == m_earlierOf || !m_session->takesAnswers())
        return;
    m_earlierOf = number;
    m_session->ask([id = m_session->id()](desk::IntakeDesk& desk) { return desk.earlierCase(id); },
                   [this](base::Result<std::optional<desk::EarlierCase>> earlier) {
                       if (!earlier)
                           m_bench.tell(earlier.error());
                       else if (*earlier)
                           offerEarlier(std::move(**earlier));
                   });
}

void CasePanel::offerEarlier(desk::EarlierCase earlier)
{
    m_earlier = std::move(earlier);
    refreshActions();
    m_bench.stage().show(
        {m_session->attention("earlier"),
         widgets::Tone::Info,
         m_bench.say(
             "This applicant was here before: {matter}, case {number}. What is still empty can be copied.",
             {{"matter", m_earlier->matterName}, {"number", m_earlier->number}}),
         {{m_bench.say("Copy (Ctrl+K)"), [this] { copyEarlier(); }}}});
}

void CasePanel::copyEarlier()
{
    m_bench.hush(m_session->attention("earlier"));
    if (!m_earlier || !m_session->takesAnswers())
        return;
    const auto earlier = *std::exchange(m_earlier, std::nullopt);
    bool copied = false;
    for (auto* form : m_forms)
        copied = form->copyFrom(earlier) || copied;
    if (!copied)
        m_bench.tell(widgets::Tone::Info,
                     m_session->attention("earlier"),
                     m_bench.say("That case has nothing that is still empty here."));
    refreshActions();
}

}  // namespace intake
