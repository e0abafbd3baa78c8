// Another version of the guide is in force than the one the open case keeps.
#include <intake/case_panel.h>

#include <intake/version_window.h>

#include <wx/weakref.h>

namespace intake {

void CasePanel::tellOtherVersion()
{
    const auto& view = m_session->view();
    const auto key = m_session->attention("version");
    if (view.newer == nullptr) {
        if (m_toldVersion != base::Digest())
            m_bench.hush(key);
        m_toldVersion = {};
        return;
    }
    // Said where the case is seen; what is asked for from there opens over it.
    if (m_toldVersion == view.newer->sha256 || !IsShownOnScreen())
        return;
    m_toldVersion = view.newer->sha256;
    const wxWeakRef<CasePanel> panel(this);
    m_bench.stage().show(
        {key,
         widgets::Tone::Warn,
         m_bench.say("Version {version} of the guide of {number} is in force. The case keeps version "
                     "{before} and nothing in it was changed.",
                     {{"version", view.newer->version},
                      {"number", view.draft.number},
                      {"before", view.guide->version}}),
         {{m_bench.say("Show the difference"),
           [panel] {
               if (panel)
                   panel->withOffer(&CasePanel::compareVersions);
           }},
          {m_bench.say("Check with the new version"), [panel] {
               if (panel)
                   panel->withOffer(&CasePanel::checkAnew);
           }}}});
}

void CasePanel::withOffer(void (CasePanel::*then)(const desk::VersionOffer&))
{
    m_session->ask([id = m_session->id()](desk::IntakeDesk& desk) { return desk.versionOffer(id); },
                   [this, then](const base::Result<std::optional<desk::VersionOffer>>& offer) {
                       if (!offer)
                           m_bench.tell(offer.error());
                       else if (*offer)
                           (this->*then)(**offer);
                   });
}

void CasePanel::compareVersions(const desk::VersionOffer& offer)
{
    showVersionWindow(this, m_bench, *m_session->view().guide, offer, [this] { adopt(); });
}

/// One click where nothing is lost; what does not apply any more is shown first.
void CasePanel::checkAnew(const desk::VersionOffer& offer)
{
    if (offer.dropped.empty())
        adopt();
    else
        compareVersions(offer);
}

void CasePanel::adopt()
{
    if (m_scan->isRunning())
        return;
    m_session->ask(
        [id = m_session->id()](desk::IntakeDesk& desk) { return desk.adopt(id); },
        [this](base::Result<desk::AdoptedView> adopted) {
            if (!adopted) {
                m_bench.tell(adopted.error());
                return;
            }
            m_bench.hush(m_session->attention("version"));
            m_bench.tell(
                widgets::Tone::Ok,
                "adopted",
                m_bench.say("The case was checked with version {version} of its guide: {verdict}.",
                            {{"version", adopted->view.guide->version},
                             base::word("verdict", forms::titleOf(adopted->view.completeness.verdict))}));
            if (onOtherVersion)
                onOtherVersion(std::move(adopted->view));
        });
}

}  // namespace intake
