#include <offline/case_store.h>

#include "sql.h"

#include <base/sealed_blob.h>

#include <forms/applicant.h>
#include <forms/completeness.h>
#include <forms/folding.h>
#include <forms/masking.h>
#include <forms/same_applicant.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace offline {

namespace {

using nlohmann::json;

constexpr std::size_t ShortestPrefix = 8;
constexpr std::string_view Columns =
    "SELECT id, revision, state, matter, matter_name, guide_version, received, changed, pages, summary FROM cases ";

/// Papers stand beside the pages, so that both are kept as long as a case names them.
constexpr std::string_view PaperPrefix = "paper:";

std::string bodyContext(const std::string& id)
{
    return "cases:body:" + id;
}

std::string summaryContext(const std::string& id)
{
    return "cases:summary:" + id;
}

/// What makes nobody else is folded away, in capitals as earlier versions wrote them: their look-ups hold on.
std::string lookup(const Vault& vault, std::string_view kind, std::string_view value)
{
    auto folded = kind == "id" ? forms::foldedNumber(value) : forms::foldedText(value);
    for (char& c : folded)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return base::keyedHash(std::string(kind) + ":" + folded, vault.lookupKey());
}

/// By whom a case is found again.
struct People {
    std::vector<forms::Party> parties;    ///< those the guide finds in the forms too, when the guide is here
    std::vector<std::string> applicants;  ///< identity numbers, also where the guide names no party
    std::string first;                    ///< masked: the first who applies, else the first there is
};

People peopleOf(const forms::Case& draft, const CatalogueStore& catalogue)
{
    const auto maskedIn = [](const std::vector<forms::Party>& people) {
        return people.empty() ? std::string() : forms::maskedName(people.front());
    };
    const auto guide = catalogue.guide(draft.guide.sha256);
    if (!guide)
        return {draft.parties, {}, maskedIn(draft.parties)};
    auto parties = forms::partiesOf(**guide, draft);
    const auto applicants = forms::applicantsOf(**guide, draft);
    auto first = maskedIn(applicants.empty() ? parties : applicants);
    return {std::move(parties), forms::applicantNumbers(**guide, draft), std::move(first)};
}

std::vector<std::string> lookupsOf(const forms::Case& draft, const People& people, const Vault& vault)
{
    std::vector<std::string> hashes;
    const auto add = [&](std::string_view kind, std::string_view value) {
        if (!value.empty())
            hashes.push_back(lookup(vault, kind, value));
    };
    for (const auto& person : people.parties) {
        add("name", person.name);
        add("id", person.idNumber);
    }
    for (const auto& number : people.applicants)
        add("id", number);
    add("number", draft.number);
    add("number", draft.officialNumber);
    std::ranges::sort(hashes);
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

base::Result<CaseRow> rowOf(const Database& database, const Vault& vault, SQLite::Statement& row)
{
    const auto text = row.getColumn(0).getString();
    const auto id = base::CaseId::parse(text);
    const auto state = forms::parseCaseState(row.getColumn(2).getString());
    if (!id || !state)
        return sql::damagedRow(database, "cases");
    const auto plain = vault.openRow(sql::bytesOf(row.getColumn(9)), summaryContext(text));
    if (!plain)
        return base::passOn(plain);
    const auto summary = json::parse(*plain, nullptr, false);
    if (!summary.is_object())
        return sql::damagedRow(database, "cases");
    CaseRow result;
    result.id = *id;
    result.revision = row.getColumn(1).getInt();
    result.state = *state;
    result.matter = row.getColumn(3).getString();
    result.matterName = row.getColumn(4).getString();
    result.guideVersion = row.getColumn(5).getString();
    result.received = sql::timeOf(row.getColumn(6));
    result.changed = sql::timeOf(row.getColumn(7));
    result.pages = row.getColumn(8).getInt();
    result.number = summary.value("number", std::string());
    result.officialNumber = summary.value("official", std::string());
    result.applicant = summary.value("applicant", std::string());
    return result;
}

tl::unexpected<base::Error> notThere(std::string_view text)
{
    return base::fail(base::ErrorCode::NotFound,
                      "There is no case {case} on this workstation.",
                      {{"case", std::string(text)}});
}

}  // namespace

CaseStore::CaseStore(Database& database,
                     const Vault& vault,
                     CatalogueStore& catalogue,
                     const base::Clock& clock)
    : m_database(database)
    , m_vault(vault)
    , m_catalogue(catalogue)
    , m_clock(clock)
{}

base::Status CaseStore::create(const forms::Case& draft)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement there(m_database.sqlite(), "SELECT 1 FROM cases WHERE id = ?");
        there.bind(1, draft.id.toString());
        if (there.executeStep())
            return base::fail(base::ErrorCode::Conflict,
                              "The case {case} is already on this workstation.",
                              {{"case", draft.id.toString()}});
        return write(draft);
    });
}

base::Result<forms::Case> CaseStore::load(base::CaseId id) const
{
    return sql::guarded(m_database, [&]() -> base::Result<forms::Case> {
        const auto text = id.toString();
        SQLite::Statement row(m_database.sqlite(), "SELECT body FROM cases WHERE id = ?");
        row.bind(1, text);
        if (!row.executeStep())
            return notThere(text);
        if (row.getColumn(0).isNull())
            return base::fail(
                base::ErrorCode::NotFound,
                "The content of the case {case} was removed here after it was over. Ask the back office.",
                {{"case", text}});
        const auto body = m_vault.openRow(sql::bytesOf(row.getColumn(0)), bodyContext(text));
        if (!body)
            return base::passOn(body);
        return forms::caseFromJson(*body);
    });
}

base::Result<std::optional<CaseRow>> CaseStore::row(base::CaseId id) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::optional<CaseRow>> {
        SQLite::Statement row(m_database.sqlite(), std::string(Columns) + "WHERE id = ?");
        row.bind(1, id.toString());
        if (!row.executeStep())
            return std::optional<CaseRow>();
        auto found = rowOf(m_database, m_vault, row);
        if (!found)
            return base::passOn(found);
        return std::optional(std::move(*found));
    });
}

base::Result<forms::Case> CaseStore::change(base::CaseId id, const Step& step)
{
    base::Result<forms::Case> changed = notThere(id.toString());
    const auto done = m_database.transact([&]() -> base::Status {
        changed = load(id);
        if (!changed)
            return base::passOn(changed);
        if (auto stepped = step(*changed); !stepped)
            return stepped;
        if (changed->id != id)
            return base::fail(base::ErrorCode::BadArgument, "The id of a case never changes.");
        return write(*changed);
    });
    if (!done)
        return base::passOn(done);
    return changed;
}

base::Status CaseStore::write(const forms::Case& draft)
{
    auto& database = m_database.sqlite();
    const auto id = draft.id.toString();
    const auto people = peopleOf(draft, m_catalogue);
    const json summary = {
        {"number", draft.number}, {"official", draft.officialNumber}, {"applicant", people.first}};
    SQLite::Statement row(
        database,
        "INSERT INTO cases (id, revision, state, matter, matter_name, guide_version, received, changed, pages, summary, "
        "body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, "
        "state = excluded.state, matter = excluded.matter, matter_name = excluded.matter_name, "
        "guide_version = excluded.guide_version, received = excluded.received, changed = excluded.changed, "
        "pages = excluded.pages, summary = excluded.summary, body = excluded.body");
    row.bind(1, id);
    row.bind(2, draft.revision);
    row.bind(3, std::string(nameOf(draft.state)));
    row.bind(4, draft.guide.code);
    row.bind(5, draft.matterName);
    row.bind(6, draft.guide.version);
    sql::bindTime(row, 7, draft.received);
    sql::bindTime(row, 8, m_clock.now());
    row.bind(9, static_cast<int>(std::ranges::count(draft.pages, false, &forms::Page::discarded)));
    sql::bindBlob(row, 10, m_vault.sealRow(summary.dump(), summaryContext(id)));
    sql::bindBlob(row, 11, m_vault.sealRow(forms::caseToJson(draft), bodyContext(id)));
    row.exec();
    if (auto found = writeLookups(id, lookupsOf(draft, people, m_vault)); !found)
        return found;
    return writePages(draft);
}

base::Status CaseStore::writeLookups(const std::string& id, const std::vector<std::string>& hashes)
{
    SQLite::Statement remove(m_database.sqlite(), "DELETE FROM case_lookup WHERE case_id = ?");
    remove.bind(1, id);
    remove.exec();
    SQLite::Statement insert(m_database.sqlite(), "INSERT INTO case_lookup (hash, case_id) VALUES (?, ?)");
    for (const auto& hash : hashes) {
        sql::bindBlob(insert, 1, hash);
        insert.bind(2, id);
        insert.exec();
        insert.reset();
    }
    return {};
}

base::Status CaseStore::writePages(const forms::Case& draft)
{
    const auto id = draft.id.toString();
    SQLite::Statement remove(m_database.sqlite(), "DELETE FROM case_pages WHERE case_id = ?");
    remove.bind(1, id);
    remove.exec();
    SQLite::Statement insert(m_database.sqlite(),
                             "INSERT INTO case_pages (case_id, page_id, sha256) VALUES (?, ?, ?)");
    const auto add = [&](const std::string& name, const base::Digest& sha256) {
        insert.bind(1, id);
        insert.bind(2, name);
        insert.bind(3, sha256.toString());
        insert.exec();
        insert.reset();
    };
    for (const auto& page : draft.pages)
        add(page.id.toString(), page.sha256);
    std::set<base::Digest> papers;
    for (const auto& notice : draft.notices)
        papers.insert(notice.sha256);
    for (const auto& paper : papers)
        add(std::string(PaperPrefix) + paper.toString(), paper);
    return {};
}

base::Result<base::CaseId> CaseStore::resolve(std::string_view text) const
{
    return sql::guarded(m_database, [&]() -> base::Result<base::CaseId> {
        auto prefix = std::string(text);
        std::ranges::transform(prefix, prefix.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        });
        const bool hexLike =
            prefix.size() >= ShortestPrefix && prefix.find_first_not_of("0123456789abcdef-") == prefix.npos;
        SQLite::Statement rows(m_database.sqlite(),
                               "SELECT id FROM cases WHERE ?1 AND id >= ?2 AND id < ?2 || 'g' UNION "
                               "SELECT case_id FROM case_lookup WHERE hash = ?3 LIMIT 2");
        rows.bind(1, hexLike ? 1 : 0);
        rows.bind(2, prefix);
        sql::bindBlob(rows, 3, lookup(m_vault, "number", text));
        if (!rows.executeStep())
            return notThere(text);
        const auto id = base::CaseId::parse(rows.getColumn(0).getString());
        if (!id)
            return sql::damagedRow(m_database, "cases");
        if (rows.executeStep())
            return base::fail(base::ErrorCode::BadArgument,
                              "Several cases begin with {case}. Write more of the number.",
                              {{"case", std::string(text)}});
        return *id;
    });
}

base::Result<std::vector<CaseRow>> CaseStore::list(const CaseFilter& filter) const
{
    std::string where = "WHERE 1";
    std::vector<std::string> hashes;
    if (filter.state)
        where += " AND state = '" + std::string(nameOf(*filter.state)) + "'";
    if (!filter.matter.empty())
        where += " AND matter = :matter";
    if (filter.before)
        where += " AND id < '" + filter.before->toString() + "'";
    for (const auto& [kind, value] :
         {std::pair("name", &filter.name), {"id", &filter.idNumber}, {"number", &filter.number}})
    {
        if (value->empty())
            continue;
        hashes.push_back(lookup(m_vault, kind, *value));
        where += " AND id IN (SELECT case_id FROM case_lookup WHERE hash = :hash"
                 + std::to_string(hashes.size()) + ")";
    }
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<CaseRow>> {
        SQLite::Statement rows(m_database.sqlite(),
                               std::string(Columns) + where + " ORDER BY id DESC LIMIT :limit");
        if (!filter.matter.empty())
            rows.bind(":matter", filter.matter);
        for (std::size_t i = 0; i < hashes.size(); ++i)
            rows.bind(":hash" + std::to_string(i + 1), hashes[i].data(), static_cast<int>(hashes[i].size()));
        rows.bind(":limit", static_cast<std::int64_t>(filter.limit));
        std::vector<CaseRow> result;
        while (rows.executeStep()) {
            auto row = rowOf(m_database, m_vault, rows);
            if (!row)
                return base::passOn(row);
            result.push_back(std::move(*row));
        }
        return result;
    });
}

base::Result<std::string> CaseStore::nextNumber(std::string_view workstation, base::Date day)
{
    auto date = base::formatDate(day);  // 2026-11-22
    const auto shortDate = date.substr(2, 2) + date.substr(5, 2) + date.substr(8, 2);
    std::string number;
    const auto done = m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(),
                              "INSERT INTO numbers (workstation, day, last) VALUES (?, ?, 1) "
                              "ON CONFLICT (workstation, day) DO UPDATE SET last = last + 1 RETURNING last");
        row.bind(1, std::string(workstation));
        row.bind(2, shortDate);
        while (row.executeStep())
            number = std::string(workstation) + "-" + shortDate + "-" + row.getColumn(0).getString();
        return {};
    });
    if (!done)
        return base::passOn(done);
    return number;
}

base::Status CaseStore::releasePages(base::CaseId id)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(
            m_database.sqlite(),
            "DELETE FROM case_pages WHERE case_id = ?1 AND page_id NOT LIKE ?2 || '%' "
            "AND EXISTS (SELECT 1 FROM cases WHERE id = ?1 "
            "AND state NOT IN ('draft', 'sealed', 'correction-requested', 'returned'))");
        row.bind(2, std::string(PaperPrefix));
        row.bind(1, id.toString());
        row.exec();
        return {};
    });
}

base::Status CaseStore::forgetPeople(base::CaseId id)
{
    return m_database.transact([&]() -> base::Status {
        auto changed = load(id);
        if (!changed)
            return base::passOn(changed);
        const auto text = id.toString();
        const json summary = {{"number", changed->number}, {"official", changed->officialNumber}};
        SQLite::Statement row(m_database.sqlite(),
                              "UPDATE cases SET summary = ?, body = NULL, changed = ? WHERE id = ?");
        sql::bindBlob(row, 1, m_vault.sealRow(summary.dump(), summaryContext(text)));
        sql::bindTime(row, 2, m_clock.now());
        row.bind(3, text);
        row.exec();
        SQLite::Statement pages(m_database.sqlite(), "DELETE FROM case_pages WHERE case_id = ?");
        pages.bind(1, text);
        pages.exec();
        return writeLookups(text, lookupsOf(*changed, {}, m_vault));
    });
}

}  // namespace offline
