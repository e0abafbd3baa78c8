// How pages come from the scanner into the open case, and what is said when they do not.
#include <intake/case_panel.h>

#include <intake/material_cards.h>

#include <kit/card_list.h>

#include <utility>

namespace intake {

void CasePanel::scan(std::optional<base::PageId> instead)
{
    if (!m_session->isDraft())
        return;
    openSheet("material");
    scan(m_material->place(), instead);
}

void CasePanel::scan(const desk::MaterialPlace& place, std::optional<base::PageId> instead)
{
    auto request = m_material->scanRequest();
    if (!request) {
        m_actions->setStatus(m_bench.say("It is scanned as soon as a scanner is found."));
        m_material->whenScannerFound([this, place, instead] { scan(place, instead); });
        return;
    }
    if (instead)
        request->pageLimit = 1;
    m_bench.hush(m_session->attention("scan"));
    m_sealWhenScanned.reset();
    switch (m_scan->order({place, *request, instead})) {
    case desk::ScanOrders::Answer::Begin: m_actions->setStatus(m_bench.say("Scanning… Esc stops it")); break;
    case desk::ScanOrders::Answer::Running: break;
    case desk::ScanOrders::Answer::Waits:
        m_actions->setStatus(m_bench.say("It is scanned when the running batch is over."));
        break;
    }
}

void CasePanel::scanEnded(const desk::ScanOrder& order, const base::Result<desk::ScanOutcome>& outcome)
{
    const bool over = !m_scan->isRunning();
    const bool whole = outcome && !outcome->end.fault && outcome->end.why != scanner::EndReason::Cancelled;
    const auto seals = over ? std::exchange(m_sealWhenScanned, std::nullopt) : std::nullopt;
    const auto sealNext = whole ? seals : std::nullopt;
    if (!outcome)
        m_bench.tell(outcome.error(), m_session->attention("scan"));
    m_session->reload([this, order, outcome, sealNext] {
        const bool shown = order.place == m_material->place();
        if (outcome && !outcome->pages.empty() && shown)
            m_material->choosePage(outcome->pages.front());
        if (outcome && outcome->end.fault)
            tellScanFault(order, *outcome);
        if (!m_scan->isRunning())
            m_actions->setStatus(m_bench.sayCount(
                "{count} page was kept.", "{count} pages were kept.", outcome ? outcome->pages.size() : 0));
        if (sealNext)
            seal(*sealNext);
    });
}

/// What is on paper and not here begins with the page after those of the material.
void CasePanel::tellScanFault(const desk::ScanOrder& order, const desk::ScanOutcome& outcome)
{
    const auto fault = *outcome.end.fault;
    const auto show = [this, place = order.place] {
        m_bench.stage().go({workbench::place::Intake, m_session->id(), {}, {}});
        openMaterial(idOf(place));
        m_materials->choose(idOf(place));
    };
    const auto kept = desk::pagesOf(m_session->view().draft, order.place).size();
    const auto next = std::to_string(kept + 1);
    wxString text = m_bench.say("{trouble} {what-to-do}",
                                {base::word("trouble", scanner::sentenceOf(fault)),
                                 base::word("what-to-do", scanner::actionOf(fault))});
    if (!order.instead && fault != scanner::ScanFault::NoDocs)
        text = m_bench.say("Page {page} is not here: {trouble} {what-to-do}",
                           {{"page", next},
                            base::word("trouble", scanner::sentenceOf(fault)),
                            base::word("what-to-do", scanner::actionOf(fault))});
    std::vector<kit::AttentionAction> actions{
        {order.instead ? m_bench.say("Scan this page again")
                       : m_bench.say("Scan on from page {page}", {{"page", next}}),
         [this, show, place = order.place, instead = order.instead] {
             show();
             scan(place, instead);
         }}};
    if (kept > 0)
        actions.push_back({m_bench.say("Look at the pages"), [this, show, place = order.place] {
                               show();
                               const auto pages = desk::pagesOf(m_session->view().draft, place);
                               if (!pages.empty())
                                   m_material->choosePage(pages.back()->id);
                           }});
    m_bench.stage().show({m_session->attention("scan"), widgets::Tone::Danger, text, std::move(actions)});
}

}  // namespace intake
