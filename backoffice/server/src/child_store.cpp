#include <server/child_store.h>

namespace server {

namespace {

const std::string Columns = "child, department, waits_for, state, started, ended, by_user, note";

std::string textOf(const std::optional<base::Timestamp>& at)
{
    return at ? base::formatTimestamp(*at) : std::string();
}

forms::ChildCase childOf(const Row& row)
{
    return {row.text(0),
            row.text(1),
            row.text(2),
            forms::parseChildState(row.text(3)).value_or(forms::ChildState::Waiting),
            base::parseTimestamp(row.text(4)),
            base::parseTimestamp(row.text(5)),
            row.text(6),
            row.text(7)};
}

}  // namespace

std::vector<forms::ChildCase> ChildStore::ofCase(base::CaseId caseId)
{
    std::vector<forms::ChildCase> children;
    for (const auto& row : m_transaction.rows(
             "SELECT " + Columns + " FROM children WHERE case_id = $1 ORDER BY place", {caseId.toString()}))
        children.push_back(childOf(row));
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

std::vector<base::CaseId> ChildStore::unplanned()
{
    std::vector<base::CaseId> cases;
    for (const auto& row : m_transaction.rows("SELECT case_id FROM unplanned", {}))
        cases.push_back(base::CaseId::parse(row.text(0)).value_or(base::CaseId{}));
    return cases;
}

void ChildStore::forgetUnplanned(base::CaseId caseId)
{
    m_transaction.run("DELETE FROM unplanned WHERE case_id = $1", {caseId.toString()});
}

}  // namespace server
