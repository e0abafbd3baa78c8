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
    const auto workstation = m_workplace.sessions().workstation();
    if (!workstation)
        return base::passOn(workstation);
    const auto office = m_workplace.catalogue().office();
    if (!office)
        return base::passOn(office);
    const auto hall = hallOf(session->user, *office);
    const papers::Counter counter{
        hall.name, *workstation, hall.telephone, hall.complaintTelephone, session->user.displayName, {}};
    return papers::makeNotice(
        papers::NoticeKind::MaterialList,
        papers::handOutFacts(guide, answers, *calendar, counter, m_workplace.clock().now()));
}

}  // namespace desk
