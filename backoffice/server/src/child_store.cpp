#include <server/child_store.h>

#include <server/fields.h>

namespace server {

namespace {

const std::string Columns = "child, department, waits_for, state, started, ended, by_user, note";

std::string textOf(const std::optional<base::Timestamp>& at)
{
    return at ? base::formatTimestamp(*at) : std::string();
}

forms::ChildCase childOf(const Row& row, base::CaseId caseId)
{
    const Fields fields(row, "children", caseId.toString() + " " + row.text(0));
    return {fields.text(0),
            fields.text(1),
            fields.text(2),
            fields.parsed<forms::ChildState>(3, &forms::parseChildState),
            fields.timeIfAny(4),
            fields.timeIfAny(5),
            fields.text(6),
            fields.text(7)};
}

}  // namespace

std::vector<forms::ChildCase> ChildStore::ofCase(base::CaseId caseId)
{
    std::vector<forms::ChildCase> children;
    for (const auto& row : m_transaction.rows(
             "SELECT " + Columns + " FROM children WHERE case_id = $1 ORDER BY place", {caseId.toString()}))
        children.push_back(childOf(row, caseId));
    return children;
}

void ChildStore::keep(base::CaseId caseId, const std::vector<forms::ChildCase>& children)
{
    m_transaction.run("DELETE FROM children WHERE case_id = $1", {caseId.toString()});
    std::int64_t place = 0;
    for (const auto& child : children)
        m_transaction.run("INSERT INTO children (case_id, place, " + Columns
                              + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                          {caseId.toString(),
                           ++place,
                           child.id,
                           child.department,
                           child.after,
                           std::string(forms::nameOf(child.state)),
                           textOf(child.started),
                           textOf(child.ended),
                           child.by,
                           child.note});
}

RowsRead<base::CaseId> ChildStore::unplanned()
{
    return readEach(m_transaction.rows("SELECT case_id FROM unplanned", {}),
                    [](const Row& row) { return Fields(row, "unplanned", row.text(0)).id<base::CaseId>(0); });
}

void ChildStore::forgetUnplanned(base::CaseId caseId)
{
    m_transaction.run("DELETE FROM unplanned WHERE case_id = $1", {caseId.toString()});
}

}  // namespace server
