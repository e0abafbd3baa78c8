#include "endpoints.h"
#include "log.h"

#include <api/get_changes.h>
#include <server/case_access.h>
#include <server/change_store.h>

#include <algorithm>
#include <charconv>

namespace server {

namespace {

constexpr int MostChanges = 500;
/// Another process on the same records does not ring our bell: look again from time to time.
constexpr std::chrono::milliseconds LookAgain{2'000};

std::optional<std::int64_t> parseCursor(const std::string& cursor)
{
    if (cursor.empty())
        return 0;
    std::int64_t seq = 0;
    const auto [end, error] = std::from_chars(cursor.data(), cursor.data() + cursor.size(), seq);
    if (error != std::errc() || end != cursor.data() + cursor.size() || seq < 0)
        return std::nullopt;
    return seq;
}

tl::unexpected<api::Problem> noPlace()
{
    auto problem =
        refuse(api::ProblemCode::Busy, "Too many wait for changes already. Ask without waiting.").value();
    problem.retryAfter = std::chrono::seconds(5);
    return tl::unexpected(problem);
}

/// Waits until something happens or the time is over.
tl::expected<std::vector<api::Change>, api::Problem> changesAfter(BackOffice& office,
                                                                  const CaseScope& scope,
                                                                  std::int64_t since,
                                                                  std::chrono::milliseconds left)
{
    while (true) {
        const auto heard = office.changes.rings();
        auto changes =
            office.database->read([&](Transaction& transaction) -> base::Result<RowsRead<api::Change>> {
                return ChangeStore(transaction).after(scope, since, MostChanges);
            });
        if (!changes)
            return refuse(changes.error());
        logDamaged(office.clock.now(), changes->damaged);
        if (!changes->whole.empty() || left <= std::chrono::milliseconds(0))
            return std::move(changes->whole);
        const auto slice = std::min(left, LookAgain);
        const auto begun = std::chrono::steady_clock::now();
        const auto waited = office.changes.waitAfter(heard, slice);
        if (waited == ChangeBell::Wait::NoPlace)
            return noPlace();
        if (waited == ChangeBell::Wait::Closing)
            return std::vector<api::Change>();
        left -= std::max(
            std::chrono::milliseconds(1),
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun));
    }
}

}  // namespace

Answer getChanges(BackOffice& office, Request& request)
{
    const auto query = api::parseChangesQuery(request.query);
    if (!query)
        return refuse(query.error());
    const auto since = parseCursor(query->since);
    if (!since)
        return refuse(api::ProblemCode::BadRequest, "The cursor was not given out by this server.");
    const auto scope = scopeOf(request.user());
    if (!scope)
        return refuse(api::ProblemCode::Forbidden, "Your role sees no cases.");
    auto changes = changesAfter(office, *scope, *since, query->wait);
    if (!changes)
        return tl::unexpected(changes.error());
    api::ChangesAnswer answer;
    answer.cursor = changes->empty() ? std::to_string(*since) : changes->back().cursor;
    answer.changes = std::move(*changes);
    return jsonResponse(200, api::toJson(answer));
}

}  // namespace server
