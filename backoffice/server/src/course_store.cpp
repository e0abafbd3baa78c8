#include <server/course_store.h>

#include <server/fields.h>

namespace server {

namespace {

const std::string Table = "course";

/// One entry as it stands in the list that forms writes.
std::string objectOf(const forms::CourseEntry& entry)
{
    const auto list = forms::courseToJson({&entry, 1});
    return list.substr(1, list.size() - 2);
}

}  // namespace

void CourseStore::add(base::CaseId caseId, const forms::CourseEntry& entry)
{
    m_transaction.run(
        "INSERT INTO course (case_id, n, act, at, by_user, json) VALUES ($1, $2, $3, $4, $5, $6)",
        {caseId.toString(),
         std::int64_t{entry.n},
         std::string(forms::nameOf(entry.act)),
         base::formatTimestamp(entry.at),
         entry.by,
         objectOf(entry)});
}

forms::Course CourseStore::ofCase(base::CaseId caseId)
{
    std::string list;
    std::int64_t n = 0;
    for (const auto& row : m_transaction.rows(
             "SELECT CAST(n AS TEXT), json FROM course WHERE case_id = $1 ORDER BY n", {caseId.toString()}))
    {
        if (Fields(row, Table, caseId.toString()).number(0) != ++n)
            throw DamagedRow{Table, caseId.toString()};
        list += (list.empty() ? "" : ",") + row.text(1);
    }
    auto course = forms::courseFromJson("[" + list + "]");
    if (!course || course->empty() || static_cast<std::int64_t>(course->size()) != n)
        throw DamagedRow{Table, caseId.toString()};
    return *std::move(course);
}

}  // namespace server
