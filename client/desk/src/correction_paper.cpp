#include "correction_paper.h"

#include "paper_making.h"

#include <forms/completeness.h>
#include <papers/notice.h>

namespace desk {

base::Result<std::string> correctionPaper(offline::Workplace& workplace,
                                          const forms::Guide& guide,
                                          const forms::Case& draft,
                                          std::vector<papers::CorrectionItem> items)
{
    const auto session = workplace.sessions().current();
    if (!session)
        return base::passOn(session);
    const auto calendar = workplace.catalogue().calendar();
    if (!calendar)
        return base::passOn(calendar);
    const auto office = workplace.catalogue().office();
    if (!office)
        return base::passOn(office);
    const auto today = base::hallDate(workplace.clock().now());
    auto facts = papers::factsOf(guide,
                                 draft,
                                 forms::check(guide, draft, {today, false}),
                                 paperDesk(session->user, draft, *office, *calendar, today));
    facts.corrections = std::move(items);
    return papers::makeNotice(forms::PaperKind::OneTimeNotice, facts);
}

}  // namespace desk
