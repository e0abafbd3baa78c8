#include <server/change_store.h>

#include <server/counter_store.h>

namespace server {

namespace {

const std::string Counter = "change";

}  // namespace

void ChangeStore::add(const std::string& division, const api::Change& change)
{
    const auto seq = CounterStore(m_transaction).next(Counter);
    m_transaction.run("INSERT INTO changes (seq, division, case_id, revision, kind, state, at) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                      {seq,
                       division,
                       change.caseId.toString(),
                       std::int64_t{change.revision},
                       std::string(api::nameOf(change.kind)),
                       std::string(forms::nameOf(change.state)),
                       base::formatTimestamp(change.at)});
}

std::vector<api::Change> ChangeStore::after(const CaseScope& scope, std::int64_t since, int limit)
{
    std::string sql =
        "SELECT seq, case_id, revision, kind, state, at FROM changes WHERE seq > $1 AND division = $2";
    std::vector<Value> values{since, scope.division};
    if (!scope.onlyOf.empty()) {
        sql +=
            " AND EXISTS (SELECT 1 FROM revisions r WHERE r.case_id = changes.case_id AND (r.author = $3 OR r.carrier = $3))";
        values.emplace_back(scope.onlyOf);
    }
    sql += " ORDER BY seq LIMIT " + std::to_string(limit);
    std::vector<api::Change> changes;
    for (const auto& row : m_transaction.rows(sql, values)) {
        api::Change change;
        change.cursor = row.text(0);
        change.caseId = base::CaseId::parse(row.text(1)).value_or(base::CaseId{});
        change.revision = static_cast<int>(row.number(2));
        change.kind = api::parseChangeKind(row.text(3)).value_or(api::ChangeKind::Action);
        change.state = forms::parseCaseState(row.text(4)).value_or(forms::CaseState::Submitted);
        change.at = base::parseTimestamp(row.text(5)).value_or(base::Timestamp{});
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace server
