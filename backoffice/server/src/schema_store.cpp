#include "schema_store.h"

#include "earlier_case_store.h"

#include <server/fields.h>

#include <array>

namespace server {

namespace {

/// Brings the records from version n (its place in the table, from 0) to n + 1. `fill` runs when all tables are as this
/// version knows them. Entries are never changed; only types and clauses that SQLite and PostgreSQL share.
struct Migration {
    const char* script;
    base::Status (*fill)(Transaction&) = nullptr;
};

base::Status retellCourses(Transaction& transaction)
{
    return EarlierCaseStore(transaction).retell();
}

const std::array Migrations{Migration{R"sql(
CREATE TABLE counters (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
CREATE TABLE users (name TEXT PRIMARY KEY, display_name TEXT NOT NULL, roles TEXT NOT NULL, division TEXT NOT NULL,
                    password_hash TEXT NOT NULL);
CREATE TABLE sessions (token_hash TEXT PRIMARY KEY, user_name TEXT NOT NULL, workstation TEXT NOT NULL,
                       created TEXT NOT NULL, expires TEXT NOT NULL);
CREATE TABLE clerk_keys (kid TEXT PRIMARY KEY, user_name TEXT NOT NULL, workstation TEXT NOT NULL,
                         public_key TEXT NOT NULL, enrolled TEXT NOT NULL);
CREATE TABLE guides (sha256 TEXT PRIMARY KEY, code TEXT NOT NULL, version TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE catalogues (division TEXT NOT NULL, release BIGINT NOT NULL, jws TEXT NOT NULL,
                         PRIMARY KEY (division, release));
CREATE TABLE uploads (id TEXT PRIMARY KEY, user_name TEXT NOT NULL, sha256 TEXT NOT NULL, media_type TEXT NOT NULL,
                      length BIGINT NOT NULL, received BIGINT NOT NULL, state TEXT NOT NULL, expires TEXT NOT NULL,
                      lease TEXT NOT NULL);
CREATE INDEX uploads_by_expiry ON uploads (expires);
CREATE TABLE upload_parts (upload TEXT NOT NULL, start BIGINT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (upload, start));
CREATE TABLE pages (sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes BIGINT NOT NULL, stored TEXT NOT NULL);
CREATE TABLE page_carriers (sha256 TEXT NOT NULL, user_name TEXT NOT NULL, PRIMARY KEY (sha256, user_name));
CREATE TABLE cases (id TEXT PRIMARY KEY, division TEXT NOT NULL, revision BIGINT NOT NULL, state TEXT NOT NULL,
                    matter TEXT NOT NULL, matter_name TEXT NOT NULL, guide TEXT NOT NULL, official TEXT NOT NULL UNIQUE,
                    applicant TEXT NOT NULL, received TEXT NOT NULL, current_from TEXT NOT NULL,
                    accepted TEXT NOT NULL, state_since TEXT NOT NULL, due TEXT NOT NULL, claimed_by TEXT NOT NULL,
                    accepted_by TEXT NOT NULL, examined_by TEXT NOT NULL, approved_by TEXT NOT NULL,
                    corrections BIGINT NOT NULL, flagged BIGINT NOT NULL, replaces TEXT NOT NULL);
CREATE INDEX cases_in_order ON cases (division, received, id);
CREATE INDEX cases_by_state ON cases (division, state, received, id);
CREATE TABLE revisions (case_id TEXT NOT NULL, revision BIGINT NOT NULL, manifest TEXT NOT NULL, jws TEXT NOT NULL,
                        receipt TEXT NOT NULL, author TEXT NOT NULL, carrier TEXT NOT NULL, workstation TEXT NOT NULL,
                        arrived TEXT NOT NULL, PRIMARY KEY (case_id, revision));
CREATE TABLE case_pages (case_id TEXT NOT NULL, revision BIGINT NOT NULL, page TEXT NOT NULL, sha256 TEXT NOT NULL,
                         PRIMARY KEY (case_id, revision, page));
CREATE INDEX case_pages_by_digest ON case_pages (sha256);
CREATE TABLE actions (id TEXT PRIMARY KEY, case_id TEXT NOT NULL, place BIGINT NOT NULL, request TEXT NOT NULL,
                      request_digest TEXT NOT NULL, by_user TEXT NOT NULL, role TEXT NOT NULL, at TEXT NOT NULL,
                      state TEXT NOT NULL, answer TEXT NOT NULL);
CREATE UNIQUE INDEX actions_of_case ON actions (case_id, place);
CREATE TABLE notices (case_id TEXT NOT NULL, place BIGINT NOT NULL, kind TEXT NOT NULL, revision BIGINT NOT NULL,
                      at TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (case_id, place));
CREATE TABLE annotations (id TEXT PRIMARY KEY, case_id TEXT NOT NULL, place BIGINT NOT NULL, creator TEXT NOT NULL,
                          request_digest TEXT NOT NULL, json TEXT NOT NULL);
CREATE UNIQUE INDEX annotations_of_case ON annotations (case_id, place);
CREATE TABLE flags (case_id TEXT NOT NULL, place BIGINT NOT NULL, at TEXT NOT NULL, cause TEXT NOT NULL,
                    PRIMARY KEY (case_id, place));
CREATE TABLE audit (chain TEXT NOT NULL, seq BIGINT NOT NULL, bytes TEXT NOT NULL, prev TEXT NOT NULL,
                    digest TEXT NOT NULL, PRIMARY KEY (chain, seq));
CREATE TABLE changes (seq BIGINT PRIMARY KEY, division TEXT NOT NULL, case_id TEXT NOT NULL, revision BIGINT NOT NULL,
                      kind TEXT NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL);
)sql"},
                            Migration{R"sql(
CREATE TABLE applicants (hash TEXT NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (hash, case_id));
CREATE INDEX applicants_of_case ON applicants (case_id);
CREATE INDEX guides_by_version ON guides (code, version);
)sql"},
                            Migration{R"sql(
CREATE TABLE children (case_id TEXT NOT NULL, place BIGINT NOT NULL, child TEXT NOT NULL, department TEXT NOT NULL,
                       waits_for TEXT NOT NULL, state TEXT NOT NULL, started TEXT NOT NULL, ended TEXT NOT NULL,
                       by_user TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (case_id, child));
CREATE TABLE unplanned (case_id TEXT PRIMARY KEY);
INSERT INTO unplanned (case_id) SELECT id FROM cases WHERE state IN ('accepted', 'under-review', 'suspended');
)sql"},
                            Migration{R"sql(
CREATE TABLE offices (division TEXT NOT NULL, release BIGINT NOT NULL, sha256 TEXT NOT NULL, jws TEXT NOT NULL,
                      PRIMARY KEY (division, release));
CREATE INDEX offices_by_digest ON offices (division, sha256);
)sql"},
                            Migration{R"sql(
CREATE TABLE course (case_id TEXT NOT NULL, n BIGINT NOT NULL, act TEXT NOT NULL, at TEXT NOT NULL, by_user TEXT NOT NULL,
                     json TEXT NOT NULL, PRIMARY KEY (case_id, n));
CREATE TABLE documents (id TEXT PRIMARY KEY, case_id TEXT NOT NULL, place BIGINT NOT NULL, sha256 TEXT NOT NULL,
                        json TEXT NOT NULL);
CREATE UNIQUE INDEX documents_of_case ON documents (case_id, place);
CREATE INDEX documents_by_digest ON documents (sha256);
CREATE TABLE document_pages (document TEXT NOT NULL, page TEXT NOT NULL, sha256 TEXT NOT NULL,
                             PRIMARY KEY (document, page));
CREATE INDEX document_pages_by_digest ON document_pages (sha256);
ALTER TABLE cases ADD COLUMN due_at TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN due_from TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN paused BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN wakes TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN calendar BIGINT NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN waits_for TEXT NOT NULL DEFAULT 'nobody';
ALTER TABLE cases ADD COLUMN flags TEXT NOT NULL DEFAULT '';
ALTER TABLE cases DROP COLUMN current_from;
ALTER TABLE cases DROP COLUMN accepted_by;
ALTER TABLE cases DROP COLUMN examined_by;
ALTER TABLE cases DROP COLUMN approved_by;
ALTER TABLE cases DROP COLUMN corrections;
ALTER TABLE cases DROP COLUMN flagged;
CREATE INDEX cases_by_wakes ON cases (wakes);
CREATE INDEX cases_by_calendar ON cases (division, calendar);
)sql",
                                      retellCourses}};

std::vector<std::string> statementsOf(std::string_view script)
{
    std::vector<std::string> statements;
    while (true) {
        const auto end = script.find(';');
        if (end == std::string_view::npos)
            return statements;
        statements.emplace_back(script.substr(0, end));
        script.remove_prefix(end + 1);
    }
}

}  // namespace

base::Status SchemaStore::migrate()
{
    m_transaction.run("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)", {});
    const auto row = m_transaction.row("SELECT CAST(version AS TEXT) FROM schema_version", {});
    const auto version =
        row ? static_cast<std::size_t>(Fields(*row, "schema_version", "version").number(0)) : 0;
    if (version > Migrations.size())
        return base::fail(base::ErrorCode::Damaged,
                          "The records were written by a newer version of the back office; use that one.");
    for (auto step = version; step < Migrations.size(); ++step)
        for (const auto& statement : statementsOf(Migrations.at(step).script))
            m_transaction.run(statement, {});
    for (auto step = version; step < Migrations.size(); ++step)
        if (const auto fill = Migrations.at(step).fill; fill != nullptr)
            if (auto filled = fill(m_transaction); !filled)
                return filled;
    m_transaction.run("DELETE FROM schema_version", {});
    m_transaction.run("INSERT INTO schema_version (version) VALUES ($1)",
                      {static_cast<std::int64_t>(Migrations.size())});
    return {};
}

}  // namespace server
