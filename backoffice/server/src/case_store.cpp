#include <server/case_store.h>

#include <base/encoding.h>
#include <server/fields.h>

#include <algorithm>

namespace server {

namespace {

const std::string Columns =
    "id, division, revision, state, matter, matter_name, guide, official, applicant, received, accepted, state_since, due, "
    "due_at, due_from, paused, wakes, calendar, waits_for, claimed_by, flags, replaces";

/// The same as they are read: numbers as the text that stands there, because a connector makes 0 of what is none.
const std::string AsTexts =
    "id, division, CAST(revision AS TEXT), state, matter, matter_name, guide, official, applicant, received, accepted, "
    "state_since, due, due_at, due_from, CAST(paused AS TEXT), wakes, CAST(calendar AS TEXT), waits_for, claimed_by, "
    "flags, replaces";

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words)
        text.append(text.empty() ? "" : ",").append(word);
    return text;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        words.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return words;
}

CaseIndex indexOf(const Fields& fields)
{
    CaseIndex index;
    index.state = fields.parsed<forms::CaseState>(3, &forms::parseCaseState);
    index.accepted = fields.timeIfAny(10);
    index.since = fields.time(11);
    index.due = fields.dateIfAny(12);
    index.dueAt = fields.timeIfAny(13);
    index.dueFrom = fields.timeIfAny(14);
    index.paused = fields.number(15) != 0;
    index.wakes = fields.timeIfAny(16);
    index.release = static_cast<int>(fields.number(17));
    index.waitsFor = fields.parsed<forms::WaitsFor>(18, &forms::parseWaitsFor);
    index.claimedBy = fields.text(19);
    index.flags = split(fields.text(20));
    return index;
}

CaseRecord recordOf(const Row& row)
{
    const Fields fields(row, "cases", row.text(0));
    CaseRecord record;
    record.id = fields.id<base::CaseId>(0);
    record.division = fields.text(1);
    record.revision = static_cast<int>(fields.number(2));
    record.matter = fields.text(4);
    record.matterName = fields.text(5);
    record.guide = fields.digest(6);
    record.official = fields.text(7);
    record.applicant = fields.text(8);
    record.received = fields.time(9);
    record.replaces = fields.text(21);
    record.index = indexOf(fields);
    return record;
}

template <class Time>
std::string textOf(const std::optional<Time>& time, std::string (*format)(Time))
{
    return time ? format(*time) : std::string();
}

std::vector<Value> valuesOf(const CaseRecord& record)
{
    const auto& index = record.index;
    return {record.id.toString(),
            record.division,
            std::int64_t{record.revision},
            std::string(forms::nameOf(index.state)),
            record.matter,
            record.matterName,
            record.guide.toString(),
            record.official,
            record.applicant,
            base::formatTimestamp(record.received),
            textOf(index.accepted, base::formatTimestamp),
            base::formatTimestamp(index.since),
            textOf(index.due, base::formatDate),
            textOf(index.dueAt, base::formatTimestamp),
            textOf(index.dueFrom, base::formatTimestamp),
            std::int64_t{index.paused ? 1 : 0},
            textOf(index.wakes, base::formatTimestamp),
            std::int64_t{index.release},
            std::string(forms::nameOf(index.waitsFor)),
            index.claimedBy,
            joined(index.flags),
            record.replaces};
}

struct Position {
    std::string received;
    std::string id;
};

/// Their tokens as SQL lists them.
std::string statesUnderWay()
{
    std::string states;
    for (const auto state : forms::allCaseStates())
        if (forms::traitsOf(state).underWay)
            states.append(states.empty() ? "'" : ", '").append(forms::nameOf(state)).append("'");
    return states;
}

std::string cursorAfter(const CaseRecord& record)
{
    return base::toBase64Url(base::formatTimestamp(record.received) + " " + record.id.toString());
}

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
    const auto row = m_transaction.row("SELECT " + AsTexts + " FROM cases WHERE id = $1", {id.toString()});
    if (!row)
        return std::nullopt;
    return recordOf(*row);
}

void CaseStore::add(const CaseRecord& record)
{
    m_transaction.run(
        "INSERT INTO cases (" + Columns
            + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
              "$19, $20, $21, $22)",
        valuesOf(record));
}

void CaseStore::update(const CaseRecord& record)
{
    auto values = valuesOf(record);
    values.erase(values.begin());
    values.emplace_back(record.id.toString());
    m_transaction.run(
        "UPDATE cases SET division = $1, revision = $2, state = $3, matter = $4, matter_name = $5, guide = $6, "
        "official = $7, applicant = $8, received = $9, accepted = $10, state_since = $11, due = $12, due_at = $13, "
        "due_from = $14, paused = $15, wakes = $16, calendar = $17, waits_for = $18, claimed_by = $19, flags = $20, "
        "replaces = $21 WHERE id = $22",
        values);
}

base::Result<CasePortion> CaseStore::list(const api::CasesQuery& query, const CaseScope& scope)
{
    std::string sql = "SELECT " + AsTexts + " FROM cases WHERE division = $1";
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
    auto rows = m_transaction.rows(sql, values);
    const bool more = rows.size() > static_cast<std::size_t>(query.limit);
    if (more)
        rows.pop_back();
    CasePortion portion{readEach(rows, recordOf), {}};
    if (more && !portion.cases.whole.empty())
        portion.cursor = cursorAfter(portion.cases.whole.back());
    return portion;
}

RowsRead<base::CaseId> CaseStore::ids(const std::string& sql, const std::vector<Value>& values)
{
    return readEach(m_transaction.rows(sql, values),
                    [](const Row& row) { return Fields(row, "cases", row.text(0)).id<base::CaseId>(0); });
}

RowsRead<base::CaseId> CaseStore::awake(base::Timestamp now)
{
    return ids("SELECT id FROM cases WHERE wakes <> '' AND wakes <= $1 ORDER BY wakes",
               {base::formatTimestamp(now)});
}

RowsRead<base::CaseId> CaseStore::notReckonedBy(const std::string& division, int release)
{
    return ids("SELECT id FROM cases WHERE division = $1 AND calendar <> $2 AND (calendar = 0 OR state IN ("
                   + statesUnderWay() + "))",
               {division, std::int64_t{release}});
}

void CaseStore::carryOver(const std::string& division, int from, int to)
{
    m_transaction.run("UPDATE cases SET calendar = $1 WHERE division = $2 AND calendar = $3",
                      {std::int64_t{to}, division, std::int64_t{from}});
}

RowsRead<base::CaseId> CaseStore::underWay(const std::string& division)
{
    return ids("SELECT id FROM cases WHERE division = $1 AND state IN (" + statesUnderWay() + ") ORDER BY id",
               {division});
}

std::vector<std::string> CaseStore::divisions()
{
    std::vector<std::string> divisions;
    for (const auto& row : m_transaction.rows("SELECT DISTINCT division FROM cases", {}))
        divisions.push_back(row.text(0));
    return divisions;
}

}  // namespace server
