#include <desk/due_state.h>

#include <chrono>

namespace desk {

forms::Light lightOf(const api::ChildRecord& part, base::Timestamp now, const forms::Calendar& calendar)
{
    if (!forms::isOpen(part.child.state) || !part.child.started || !part.due)
        return forms::Light::None;
    return forms::lightOf({part.limit, part.due, {}}, *part.child.started, now, calendar);
}

int daysTo(base::Date today, base::Date due)
{
    return static_cast<int>((std::chrono::sys_days(due) - std::chrono::sys_days(today)).count());
}

}  // namespace desk
