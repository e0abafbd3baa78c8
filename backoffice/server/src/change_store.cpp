#include <server/change_store.h>

#include <server/counter_store.h>
#include <server/fields.h>

namespace server {

namespace {

const std::string Counter = "change";

api::Change changeOf(const Row& row)
{
    const Fields fields(row, "changes", row.text(0));
    api::Change change;
    change.cursor = fields.text(0);
    change.caseId = fields.id<base::CaseId>(1);
    change.revision = static_cast<int>(fields.number(2));
    change.kind = fields.parsed<api::ChangeKind>(3, &api::parseChangeKind);
    change.state = fields.parsed<forms::CaseState>(4, &forms::parseCaseState);
    change.at = fields.time(5);
    return change;
}

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

RowsRead<api::Change> ChangeStore::after(const CaseScope& scope, std::int64_t since, int limit)
{
    std::string sql =
        "SELECT CAST(seq AS TEXT), case_id, CAST(revision AS TEXT), kind, state, at FROM changes WHERE seq > $1 AND division = $2";
    std::vector<Value> values{since, scope.division};
    if (!scope.onlyOf.empty()) {
        sql +=
            " AND EXISTS (SELECT 1 FROM revisions r WHERE r.case_id = changes.case_id AND (r.author = $3 OR r.carrier = $3))";
        values.emplace_back(scope.onlyOf);
    }
    sql += " ORDER BY seq LIMIT " + std::to_string(limit);
    return readEach(m_transaction.rows(sql, values), changeOf);
}

}  // namespace server
