#include <server/case_store.h>

#include <base/encoding.h>

namespace server {

namespace {

const std::string Columns =
    "id, division, revision, state, matter, matter_name, guide, official, applicant, received, current_from, accepted, "
    "state_since, due, claimed_by, accepted_by, examined_by, approved_by, corrections, flagged, replaces";

base::Timestamp timeOf(const std::string& text)
{
    return base::parseTimestamp(text).value_or(base::Timestamp{});
}

CaseRecord recordOf(const Row& row)
{
    CaseRecord record;
    record.id = base::CaseId::parse(row.text(0)).value_or(base::CaseId{});
    record.division = row.text(1);
    record.revision = static_cast<int>(row.number(2));
    record.state = forms::parseCaseState(row.text(3)).value_or(forms::CaseState::Submitted);
    record.matter = row.text(4);
    record.matterName = row.text(5);
    record.guide = base::Digest::parse(row.text(6)).value_or(base::Digest{});
    record.official = row.text(7);
    record.applicant = row.text(8);
    record.received = timeOf(row.text(9));
    record.currentFrom = timeOf(row.text(10));
    record.accepted = base::parseTimestamp(row.text(11));
    record.stateSince = timeOf(row.text(12));
    record.due = base::parseDate(row.text(13));
    record.claimedBy = row.text(14);
    record.acceptedBy = row.text(15);
    record.examinedBy = row.text(16);
    record.approvedBy = row.text(17);
    record.corrections = static_cast<int>(row.number(18));
    record.flagged = row.number(19) != 0;
    record.replaces = row.text(20);
    return record;
}

std::vector<Value> valuesOf(const CaseRecord& record)
{
    return {record.id.toString(),
            record.division,
            std::int64_t{record.revision},
            std::string(forms::nameOf(record.state)),
            record.matter,
            record.matterName,
            record.guide.toString(),
            record.official,
            record.applicant,
            base::formatTimestamp(record.received),
            base::formatTimestamp(record.currentFrom),
            record.accepted ? base::formatTimestamp(*record.accepted) : std::string(),
            base::formatTimestamp(record.stateSince),
            record.due ? base::formatDate(*record.due) : std::string(),
            record.claimedBy,
            record.acceptedBy,
            record.examinedBy,
            record.approvedBy,
            std::int64_t{record.corrections},
            std::int64_t{record.flagged ? 1 : 0},
            record.replaces};
}

struct Position {
    std::string received;
    std::string id;
};

std::optional<Position> parseCursor(const std::string& cursor)
{
    const auto text = base::fromBase64Url(cursor);
    const auto blank = text ? text->find(' ') : std::string::npos;
    if (blank == std::string::npos)
        return std::nullopt;
    Position position{text->substr(0, blank), text->substr(blank + 1)};
    if (!base::parseTimestamp(position.received) || !base::CaseId::parse(position.id))
        return std::nullopt;
    return position;
}

}  // namespace

std::optional<CaseRecord> CaseStore::find(base::CaseId id)
{
    const auto row = m_transaction.row("SELECT " + Columns + " FROM cases WHERE id = $1", {id.toString()});
    if (!row)
        return std::nullopt;
    return recordOf(*row);
}

void CaseStore::add(const CaseRecord& record)
{
    m_transaction.run(
        "INSERT INTO cases (" + Columns
            + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
              "$19, $20, $21)",
        valuesOf(record));
}

void CaseStore::update(const CaseRecord& record)
{
    auto values = valuesOf(record);
    values.erase(values.begin());
    values.emplace_back(record.id.toString());
    m_transaction.run(
        "UPDATE cases SET division = $1, revision = $2, state = $3, matter = $4, matter_name = $5, guide = $6, "
        "official = $7, applicant = $8, received = $9, current_from = $10, accepted = $11, state_since = $12, due = $13, "
        "claimed_by = $14, accepted_by = $15, examined_by = $16, approved_by = $17, corrections = $18, flagged = $19, "
        "replaces = $20 WHERE id = $21",
        values);
}

base::Result<std::vector<CaseRecord>> CaseStore::list(const api::CasesQuery& query, const CaseScope& scope)
{
    std::string sql = "SELECT " + Columns + " FROM cases WHERE division = $1";
    std::vector<Value> values{scope.division};
    const auto place = [&values](std::string value) {
        values.emplace_back(std::move(value));
        return "$" + std::to_string(values.size());
    };
    if (query.state)
        sql += " AND state = " + place(std::string(forms::nameOf(*query.state)));
    if (!scope.onlyOf.empty()) {
        const auto user = place(scope.onlyOf);
        sql += " AND EXISTS (SELECT 1 FROM revisions r WHERE r.case_id = cases.id AND (r.author = " + user
               + " OR r.carrier = " + user + "))";
    }
    if (!query.cursor.empty()) {
        const auto position = parseCursor(query.cursor);
        if (!position)
            return base::fail(base::ErrorCode::BadInput, "The cursor was not given out by this server.");
        const auto received = place(position->received);
        const auto id = place(position->id);
        sql += " AND (received > " + received + " OR (received = " + received + " AND id > " + id + "))";
    }
    sql += " ORDER BY received, id LIMIT " + std::to_string(query.limit + 1);
    std::vector<CaseRecord> records;
    for (const auto& row : m_transaction.rows(sql, values))
        records.push_back(recordOf(row));
    return records;
}

std::string CaseStore::cursorAfter(const CaseRecord& record)
{
    return base::toBase64Url(base::formatTimestamp(record.received) + " " + record.id.toString());
}

std::vector<CaseRecord> CaseStore::underClock()
{
    std::vector<CaseRecord> records;
    for (const auto state :
         {forms::CaseState::Submitted, forms::CaseState::CorrectionRequested, forms::CaseState::Returned})
        for (const auto& row : m_transaction.rows("SELECT " + Columns + " FROM cases WHERE state = $1",
                                                  {std::string(forms::nameOf(state))}))
            records.push_back(recordOf(row));
    return records;
}

}  // namespace server
