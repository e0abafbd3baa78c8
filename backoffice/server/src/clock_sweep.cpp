#include <server/clock_sweep.h>

#include "case_context.h"
#include "log.h"

#include <server/account_store.h>
#include <server/case_children.h>
#include <server/case_clock.h>
#include <server/case_step.h>
#include <server/case_store.h>
#include <server/child_store.h>
#include <server/upload_store.h>

namespace server {

namespace {

using forms::Action;
using forms::CaseState;

/// What the clock does with a case today, if anything.
std::optional<Action> dueAction(const BackOffice& office, const CaseContext& context, base::Timestamp now)
{
    const auto& record = context.record;
    const auto today = base::hallDate(now);
    if (record.state == CaseState::Submitted) {
        const auto last = lastCorrectionDay(record, *context.guide, context.calendar);
        return last && today > *last ? std::optional(Action::DeemAccepted) : std::nullopt;
    }
    const auto lapse = std::chrono::sys_days(base::hallDate(record.stateSince))
                       + std::chrono::days(office.settings.lapseDays);
    return std::chrono::sys_days(today) > lapse ? std::optional(Action::Lapse) : std::nullopt;
}

base::Status act(BackOffice& office, const CaseContext& context, Action action, base::Timestamp now)
{
    return office.database->write([&](Transaction& transaction) -> base::Status {
        const auto record = CaseStore(transaction).find(context.record.id);
        // Somebody may have acted since it was looked at.
        if (!record || record->state != context.record.state || record->revision != context.record.revision)
            return {};
        CaseSteps steps(transaction, *record, *context.guide, context.calendar);
        api::ActionRequest request;
        request.id = base::ActionId::make(now);
        request.action = action;
        request.revision = record->revision;
        const auto taken =
            steps.take(request, base::Digest::of(api::toJson(request)), {"clock", {forms::Role::Clock}}, now);
        if (!taken)
            return base::passOn(taken);
        return {};
    });
}

base::Status sweepCases(BackOffice& office, base::Timestamp now)
{
    const auto records =
        office.database->read([](Transaction& transaction) -> base::Result<std::vector<CaseRecord>> {
            return CaseStore(transaction).underClock();
        });
    if (!records)
        return base::passOn(records);
    bool acted = false;
    for (const auto& record : *records) {
        const auto context = contextOf(office, record);
        if (!context)
            return base::passOn(context);
        const auto action = dueAction(office, *context, now);
        if (!action)
            continue;
        if (auto done = act(office, *context, *action, now); !done)
            return done;
        acted = true;
    }
    if (acted)
        office.changes.ring();
    return {};
}

base::Status planChildren(BackOffice& office, base::CaseId id, base::Timestamp now)
{
    const auto record =
        office.database->read([&](Transaction& transaction) -> base::Result<std::optional<CaseRecord>> {
            return CaseStore(transaction).find(id);
        });
    if (!record || !*record)
        return record ? base::Status() : base::passOn(record);
    const auto context = contextOf(office, **record);
    if (!context)
        return base::passOn(context);
    return office.database->write([&](Transaction& transaction) -> base::Status {
        ChildStore(transaction).forgetUnplanned(id);
        const auto known = CaseStore(transaction).find(id);
        if (!known || !known->accepted || !forms::settlesChildren(known->state))
            return {};
        CaseChildren children(transaction, id);
        if (auto done = children.arrange(*known, *context->guide, context->calendar, *known->accepted); !done)
            return done;
        children.keep(now);
        return {};
    });
}

/// Bundles that were accepted by a version that kept no children get theirs.
base::Status sweepUnplanned(BackOffice& office, base::Timestamp now)
{
    const auto cases =
        office.database->read([](Transaction& transaction) -> base::Result<std::vector<base::CaseId>> {
            return ChildStore(transaction).unplanned();
        });
    if (!cases)
        return base::passOn(cases);
    base::Status outcome;
    for (const auto id : *cases)
        if (auto done = planChildren(office, id, now); !done)
            outcome = std::move(done);  // one that does not read keeps no other from its children
    return outcome;
}

}  // namespace

base::Status sweepOnce(BackOffice& office)
{
    const auto now = office.clock.now();
    const auto forgotten = office.database->write([&](Transaction& transaction) -> base::Status {
        UploadStore(transaction).removeExpired(now);
        SessionStore(transaction).removeExpired(now);
        return {};
    });
    if (!forgotten)
        return forgotten;
    if (auto swept = sweepCases(office, now); !swept)
        return swept;
    return sweepUnplanned(office, now);
}

ClockSweep::ClockSweep(BackOffice& office)
    : m_office(office)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{}

ClockSweep::~ClockSweep() = default;

void ClockSweep::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_guard);
    while (!stop.stop_requested()) {
        lock.unlock();
        if (const auto swept = sweepOnce(m_office); !swept)
            logLine(m_office.clock.now(), "sweep: " + base::describe(swept.error()));
        lock.lock();
        m_wake.wait_for(lock, stop, m_office.settings.limits.sweep, [] { return false; });
    }
}

}  // namespace server
