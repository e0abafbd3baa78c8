#include <desk/intake_desk.h>

#include "counter_lines.h"

#include <forms/applicant.h>
#include <papers/case_facts.h>
#include <papers/notice.h>
#include <papers/notice_pdf.h>
#include <papers/unprintable.h>

namespace desk {

base::Result<PrintedNotice> IntakeDesk::notice(base::CaseId id, forms::PaperKind kind)
{
    const auto session = m_workplace.sessions().current();
    if (!session)
        return base::passOn(session);
    const auto view = this->view(id);
    if (!view)
        return base::passOn(view);
    // A list of materials is for whoever asks, and of a sealed case nobody can be entered any more.
    if (kind != forms::PaperKind::MaterialList && view->draft.state == forms::CaseState::Draft)
        if (auto named = forms::checkApplicant(*view->guide, view->draft); !named)
            return base::passOn(named);
    const auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return base::passOn(calendar);
    const auto office = m_workplace.catalogue().office();
    if (!office)
        return base::passOn(office);
    const auto facts = papers::factsOf(*view->guide,
                                       view->draft,
                                       view->completeness,
                                       {*calendar,
                                        *office,
                                        counterOf(session->user, *office, view->draft),
                                        base::hallDate(m_workplace.clock().now())});
    const auto document = papers::noticeDocument(kind, facts);
    if (!document)
        return base::passOn(document);
    auto pdf = papers::noticePdf(*document);
    if (!pdf)
        return base::passOn(pdf);
    PrintedNotice printed{kind, std::move(*pdf), {}, papers::unprintable(*document)};
    printed.sha256 = base::Digest::of(printed.pdf);
    // A reprint of a sealed case is recorded in the log alone: what was sealed does not change. A list of materials
    // informs and is no notice of the case.
    if (view->draft.state != forms::CaseState::Draft || kind == forms::PaperKind::MaterialList) {
        const auto recorded =
            m_workplace.audit().record(session->user.name, "case.notice", id, forms::nameOf(kind));
        return recorded ? base::Result<PrintedNotice>(std::move(printed)) : base::passOn(recorded);
    }
    const auto noted = step(id, "case.notice", [&](forms::Case& draft, const forms::Guide&) -> base::Status {
        std::erase_if(draft.notices, [kind](const auto& known) { return known.kind == forms::nameOf(kind); });
        draft.notices.push_back({std::string(forms::nameOf(kind)), printed.sha256});
        return {};
    });
    if (!noted)
        return base::passOn(noted);
    return printed;
}

}  // namespace desk
