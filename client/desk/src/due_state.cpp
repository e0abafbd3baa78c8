#include <desk/due_state.h>

#include <chrono>

namespace desk {

int daysTo(base::Date today, base::Date due)
{
    return static_cast<int>((std::chrono::sys_days(due) - std::chrono::sys_days(today)).count());
}

DueState dueState(base::Date today, const std::optional<base::Date>& due)
{
    if (!due)
        return DueState::NoClock;
    const int days = daysTo(today, *due);
    if (days < 0)
        return DueState::Late;
    return days <= 1 ? DueState::Soon : DueState::InTime;
}

}  // namespace desk
