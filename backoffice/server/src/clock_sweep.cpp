#include <server/clock_sweep.h>

#include "log.h"

#include <forms/course.h>
#include <server/account_store.h>
#include <server/case_course.h>
#include <server/case_store.h>
#include <server/child_store.h>
#include <server/upload_store.h>

#include <exception>

namespace server {

namespace {

/// Does something with one case in a transaction of its own. What is wrong with it is logged and keeps no other waiting.
template <class Work>
bool withCase(BackOffice& office, base::CaseId id, base::Timestamp now, const Work& work)
{
    const auto done = office.database->write([&](Transaction& transaction) -> base::Result<bool> {
        auto record = CaseStore(transaction).find(id);
        if (!record)
            return false;
        auto context = contextOf(office, transaction, std::move(*record));
        if (!context)
            return base::passOn(context);
        auto course = CaseCourse::open(transaction, std::move(*context), now);
        if (!course)
            return base::passOn(course);
        if (auto worked = work(transaction, *course); !worked)
            return base::passOn(worked);
        return course->movedByTheClock();
    });
    if (!done)
        logLine(now, "sweep: case " + id.toString() + ": " + base::describe(done.error()));
    return done && *done;
}

using CasesToSweep = RowsRead<base::CaseId> (*)(Transaction&, base::Timestamp);

base::Result<std::vector<base::CaseId>> find(BackOffice& office, base::Timestamp now, CasesToSweep which)
{
    auto cases = office.database->read([&](Transaction& transaction) -> base::Result<RowsRead<base::CaseId>> {
        return which(transaction, now);
    });
    if (!cases)
        return base::passOn(cases);
    logDamaged(now, cases->damaged);
    return std::move(cases->whole);
}

/// What the clock brings is written when the case is opened.
base::Status sweepCases(BackOffice& office, base::Timestamp now)
{
    const auto awake = find(office, now, [](Transaction& transaction, base::Timestamp at) {
        return CaseStore(transaction).awake(at);
    });
    if (!awake)
        return base::passOn(awake);
    bool moved = false;
    for (const auto id : *awake) {
        const bool one = withCase(office, id, now, [now](Transaction&, CaseCourse& course) -> base::Status {
            course.reckon(now);
            return {};
        });
        moved = moved || one;
    }
    if (moved)
        office.changes.ring();
    return {};
}

/// Bundles that were accepted by a version that kept no children get theirs.
base::Status sweepUnplanned(BackOffice& office, base::Timestamp now)
{
    const auto unplanned = find(office, now, [](Transaction& transaction, base::Timestamp) {
        return ChildStore(transaction).unplanned();
    });
    if (!unplanned)
        return base::passOn(unplanned);
    for (const auto id : *unplanned)
        withCase(office, id, now, [now, id](Transaction& transaction, CaseCourse& course) -> base::Status {
            ChildStore(transaction).forgetUnplanned(id);
            const auto accepted = forms::acceptanceOf(course.course());
            if (!accepted)
                return {};
            if (auto arranged = course.arrangeChildren(*accepted); !arranged)
                return arranged;
            course.keepChildren(now);
            return {};
        });
    return {};
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
    const auto swept = sweepCases(office, now);
    const auto planned = sweepUnplanned(office, now);
    for (const auto& done : {forgotten, swept, planned})
        if (!done)
            return done;
    return {};
}

ClockSweep::ClockSweep(BackOffice& office)
    : m_office(office)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{}

ClockSweep::~ClockSweep() = default;

void ClockSweep::sweep()
{
    // An exception that left this thread would end the whole office.
    try {
        if (const auto swept = sweepOnce(m_office); !swept)
            logLine(m_office.clock.now(), "sweep: " + base::describe(swept.error()));
    } catch (const std::exception& failure) {
        logLine(m_office.clock.now(), std::string("sweep: ") + failure.what());
    }
}

void ClockSweep::run(const std::stop_token& stop)
{
    std::unique_lock lock(m_guard);
    while (!stop.stop_requested()) {
        lock.unlock();
        sweep();
        lock.lock();
        m_wake.wait_for(lock, stop, m_office.settings.limits.sweep, [] { return false; });
    }
}

}  // namespace server
