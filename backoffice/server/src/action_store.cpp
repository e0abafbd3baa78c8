#include <server/action_store.h>

namespace server {

namespace {

const std::string Columns = "id, case_id, request, request_digest, by_user, role, at, state, answer";

api::ActionRecord recordOf(const Row& row)
{
    api::ActionRecord record;
    if (const auto request = api::parseActionRequest(row.text(2)))
        record.request = *request;
    record.by = row.text(4);
    record.role = forms::parseRole(row.text(5)).value_or(forms::Role::Clock);
    record.at = base::parseTimestamp(row.text(6)).value_or(base::Timestamp{});
    record.state = forms::parseCaseState(row.text(7)).value_or(forms::CaseState::Submitted);
    return record;
}

std::int64_t nextPlace(Transaction& transaction, const std::string& table, base::CaseId caseId)
{
    const auto row = transaction.row("SELECT COALESCE(MAX(place), 0) FROM " + table + " WHERE case_id = $1",
                                     {caseId.toString()});
    return (row ? row->number(0) : 0) + 1;
}

}  // namespace

void ActionStore::add(const StoredAction& action)
{
    const auto place = nextPlace(m_transaction, "actions", action.caseId);
    m_transaction.run("INSERT INTO actions (" + Columns
                          + ", place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                      {action.record.request.id.toString(),
                       action.caseId.toString(),
                       api::toJson(action.record.request),
                       action.requestDigest.toString(),
                       action.record.by,
                       std::string(forms::nameOf(action.record.role)),
                       base::formatTimestamp(action.record.at),
                       std::string(forms::nameOf(action.record.state)),
                       action.answer,
                       place});
}

std::optional<StoredAction> ActionStore::find(base::ActionId id)
{
    const auto row = m_transaction.row("SELECT " + Columns + " FROM actions WHERE id = $1", {id.toString()});
    if (!row)
        return std::nullopt;
    return StoredAction{base::CaseId::parse(row->text(1)).value_or(base::CaseId{}),
                        recordOf(*row),
                        base::Digest::parse(row->text(3)).value_or(base::Digest{}),
                        row->text(8)};
}

std::vector<api::ActionRecord> ActionStore::ofCase(base::CaseId caseId)
{
    std::vector<api::ActionRecord> records;
    for (const auto& row : m_transaction.rows(
             "SELECT " + Columns + " FROM actions WHERE case_id = $1 ORDER BY place", {caseId.toString()}))
        records.push_back(recordOf(row));
    return records;
}

void NoticeStore::add(base::CaseId caseId, const api::NoticeText& notice)
{
    m_transaction.run(
        "INSERT INTO notices (case_id, place, kind, revision, at, text) VALUES ($1, $2, $3, $4, $5, $6)",
        {caseId.toString(),
         nextPlace(m_transaction, "notices", caseId),
         notice.kind,
         std::int64_t{notice.revision},
         base::formatTimestamp(notice.at),
         notice.text});
}

std::vector<api::NoticeText> NoticeStore::ofCase(base::CaseId caseId)
{
    std::vector<api::NoticeText> notices;
    for (const auto& row :
         m_transaction.rows("SELECT kind, revision, at, text FROM notices WHERE case_id = $1 ORDER BY place",
                            {caseId.toString()}))
        notices.push_back({row.text(0),
                           static_cast<int>(row.number(1)),
                           base::parseTimestamp(row.text(2)).value_or(base::Timestamp{}),
                           row.text(3)});
    return notices;
}

void FlagStore::add(base::CaseId caseId, base::Timestamp at, const std::string& cause)
{
    m_transaction.run(
        "INSERT INTO flags (case_id, place, at, cause) VALUES ($1, $2, $3, $4)",
        {caseId.toString(), nextPlace(m_transaction, "flags", caseId), base::formatTimestamp(at), cause});
}

}  // namespace server
