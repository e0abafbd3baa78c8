#include <server/case_clock.h>

namespace server {

namespace {

using forms::Action;
using forms::CaseState;

std::optional<base::Date> valueOf(const base::Result<base::Date>& date)
{
    return date ? std::optional(*date) : std::nullopt;
}

const forms::Action* flowAction(const api::ActionRecord& record)
{
    return std::get_if<forms::Action>(&record.request.action);
}

std::vector<forms::Suspension> suspensionsOf(const std::vector<api::ActionRecord>& actions)
{
    std::vector<forms::Suspension> suspensions;
    std::optional<base::Date> from;
    for (const auto& record : actions) {
        const auto* action = flowAction(record);
        if (action && *action == Action::Suspend)
            from = base::hallDate(record.at);
        if (action && *action == Action::Resume && from) {
            suspensions.push_back({*from, record.request.until.value_or(base::hallDate(record.at))});
            from.reset();
        }
    }
    return suspensions;
}

/// A limit in days of work grows by extensions in the same unit; others are added one after the other.
std::optional<base::Date> withExtensions(base::Date due,
                                         const std::vector<api::ActionRecord>& actions,
                                         const forms::Calendar& calendar)
{
    std::optional<base::Date> end = due;
    for (const auto& record : actions) {
        const auto* action = flowAction(record);
        if (end && action && *action == Action::Extend && record.request.period)
            end = valueOf(forms::dueDate(*end, *record.request.period, calendar));
    }
    return end;
}

bool clockRuns(CaseState state)
{
    return state == CaseState::Accepted || state == CaseState::UnderReview;
}

}  // namespace

std::optional<base::Date> lastCorrectionDay(const CaseRecord& record,
                                            const forms::Guide& guide,
                                            const forms::Calendar& calendar)
{
    const auto& rule = guide.limits.correction;
    if (!rule.deemedAcceptedOnExpiry || rule.window.unit == forms::TimeUnit::None)
        return std::nullopt;
    return valueOf(forms::dueDate(base::hallDate(record.currentFrom), rule.window, calendar));
}

std::optional<base::Date> dueOf(const CaseRecord& record,
                                const forms::Guide& guide,
                                const forms::Calendar& calendar,
                                const std::vector<api::ActionRecord>& actions)
{
    if (record.state == CaseState::Submitted)
        return valueOf(
            forms::dueDate(base::hallDate(record.currentFrom), guide.limits.correction.window, calendar));
    if (!clockRuns(record.state))
        return std::nullopt;
    const auto& limits = guide.limits;
    const auto& limit = limits.promised.unit == forms::TimeUnit::None ? limits.legal : limits.promised;
    const auto start = limits.clockStarts == forms::ClockStart::Received
                           ? record.received
                           : record.accepted.value_or(record.received);
    const auto due = forms::dueDate(base::hallDate(start), limit, calendar, suspensionsOf(actions));
    if (!due)
        return std::nullopt;
    return withExtensions(*due, actions, calendar);
}

}  // namespace server
