#include <desk/guide_desk.h>

#include "counter_lines.h"

#include <papers/hand_out.h>
#include <papers/notice.h>

namespace desk {

base::Result<std::vector<SheetSection>> GuideDesk::about(const forms::Guide& guide,
                                                         const forms::Answers& answers,
                                                         std::optional<base::Timestamp> received,
                                                         i18n::Language language) const
{
    auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return base::passOn(calendar);
    const auto office = m_workplace.catalogue().office();
    if (!office)
        return base::passOn(office);
    const auto session = m_workplace.sessions().current();
    return aboutMatter(guide,
                       {answers,
                        received.value_or(m_workplace.clock().now()),
                        std::move(*calendar),
                        hallOf(session ? session->user : api::Identity{}, *office),
                        language});
}

base::Result<std::string> GuideDesk::handOut(const forms::Guide& guide, const forms::Answers& answers) const
{
    const auto session = m_workplace.sessions().current();
    if (!session)
        return base::passOn(session);
    const auto calendar = m_workplace.catalogue().calendar();
    if (!calendar)
        return base::passOn(calendar);
    const auto office = m_workplace.catalogue().office();
    if (!office)
        return base::passOn(office);
    const auto now = m_workplace.clock().now();
    const papers::Desk desk{*calendar, *office, counterOf(session->user, *office), base::hallDate(now)};
    return papers::makeNotice(forms::PaperKind::MaterialList,
                              papers::handOutFacts(guide, answers, desk, now));
}

}  // namespace desk
