#include "schema_store.h"

#include <offline/outbox_state.h>
#include <offline/paper_store.h>

#include <forms/case_flow.h>

#include <SQLiteCpp/SQLiteCpp.h>

namespace offline {

namespace {

constexpr int ApplicationId = 0x4f575731;  // "OWW1"

template <class Tokens>
std::string listOf(const Tokens& tokens)
{
    std::string list;
    for (const auto token : tokens)
        list += (list.empty() ? "'" : ",'") + std::string(nameOf(token)) + "'";
    return list;
}

std::string first()
{
    return R"(
CREATE TABLE settings (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE cases (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ()"
           + listOf(forms::allCaseStates()) + R"()),
  matter TEXT NOT NULL, matter_name TEXT NOT NULL, guide_version TEXT NOT NULL, received INTEGER NOT NULL,
  changed INTEGER NOT NULL, pages INTEGER NOT NULL, summary BLOB NOT NULL, body BLOB);
CREATE INDEX cases_by_state ON cases (state, id);
CREATE TABLE case_lookup (
  hash BLOB NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id), PRIMARY KEY (hash, case_id)) WITHOUT ROWID;
CREATE INDEX lookup_by_case ON case_lookup (case_id);
CREATE TABLE case_pages (
  case_id TEXT NOT NULL REFERENCES cases (id), page_id TEXT NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (case_id, page_id)) WITHOUT ROWID;
CREATE INDEX case_pages_by_page ON case_pages (sha256);
CREATE TABLE numbers (
  workstation TEXT NOT NULL, day TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (workstation, day)) WITHOUT ROWID;

CREATE TABLE pages (sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL, kept INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE spool_batches (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL, begun INTEGER NOT NULL, target BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE guides (
  sha256 TEXT PRIMARY KEY, code TEXT NOT NULL, version TEXT NOT NULL, effective_from TEXT NOT NULL,
  effective_until TEXT, by_hand INTEGER NOT NULL, name TEXT NOT NULL, department TEXT NOT NULL, entry TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE INDEX guides_by_code ON guides (code, effective_from);
CREATE TABLE releases (
  release INTEGER PRIMARY KEY, division TEXT NOT NULL, issued INTEGER NOT NULL, activated INTEGER NOT NULL,
  active INTEGER NOT NULL, replaced INTEGER, jws BLOB NOT NULL);
CREATE UNIQUE INDEX one_active_release ON releases (active) WHERE active = 1;
CREATE TABLE release_guides (
  release INTEGER NOT NULL REFERENCES releases (release), sha256 TEXT NOT NULL REFERENCES guides (sha256),
  PRIMARY KEY (release, sha256)) WITHOUT ROWID;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, case_id TEXT NOT NULL, revision INTEGER NOT NULL, manifest TEXT NOT NULL,
  matter TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ()"
           + listOf(allOutboxStates()) + R"()),
  cause TEXT CHECK (cause IN ()"
           + listOf(allParkCauses()) + R"()),
  reason TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0, put INTEGER NOT NULL, changed INTEGER NOT NULL,
  next_try INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL, received INTEGER,
  purged INTEGER NOT NULL DEFAULT 0, official BLOB, jws BLOB NOT NULL, receipt BLOB,
  UNIQUE (case_id, revision), CHECK ((state = 'parked') = (cause IS NOT NULL)),
  CHECK (state <> 'received' OR receipt IS NOT NULL));
CREATE INDEX outbox_unsettled ON outbox (seq) WHERE state <> 'received';
CREATE INDEX outbox_due ON outbox (next_try, seq) WHERE state <> 'received' AND state <> 'parked';
CREATE INDEX outbox_kept ON outbox (received) WHERE state = 'received' AND purged = 0;
CREATE TABLE outbox_pages (
  case_id TEXT NOT NULL, revision INTEGER NOT NULL, place INTEGER NOT NULL, sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL, type TEXT NOT NULL, upload TEXT NOT NULL DEFAULT '', there INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (case_id, revision, sha256),
  FOREIGN KEY (case_id, revision) REFERENCES outbox (case_id, revision)) WITHOUT ROWID;
CREATE INDEX outbox_pages_by_page ON outbox_pages (sha256);

CREATE TABLE inbox (
  case_id TEXT PRIMARY KEY, revision INTEGER NOT NULL, state TEXT NOT NULL, changed INTEGER NOT NULL,
  open INTEGER NOT NULL, unseen INTEGER NOT NULL, fingerprint BLOB NOT NULL, body BLOB);
CREATE INDEX inbox_by_change ON inbox (changed);
CREATE TABLE inbox_cursor (one INTEGER PRIMARY KEY CHECK (one = 1), cursor TEXT NOT NULL);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, case_id TEXT, prev TEXT NOT NULL, digest TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE INDEX audit_by_case ON audit (case_id, seq);
CREATE TABLE audit_head (one INTEGER PRIMARY KEY CHECK (one = 1), sealed BLOB NOT NULL);
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT RAISE (ABORT, 'the audit log is append only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE (ABORT, 'the audit log is append only'); END;
)";
}

/// Releases held back by hand, and how old each may become.
std::string releasesHeld()
{
    return R"(
ALTER TABLE releases ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE releases ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE releases ADD COLUMN warn_days INTEGER NOT NULL DEFAULT 30;
ALTER TABLE releases ADD COLUMN block_days INTEGER NOT NULL DEFAULT 90;
UPDATE releases SET confirmed = max(issued, activated);
)";
}

/// A guide's text lies beside its row, so that lists and look-ups over a province's guides read only what they show.
std::string guidesBesideTheirRows()
{
    return R"(
CREATE TABLE guide_texts (sha256 TEXT PRIMARY KEY REFERENCES guides (sha256), bytes BLOB NOT NULL);
INSERT INTO guide_texts (sha256, bytes) SELECT sha256, bytes FROM guides;
ALTER TABLE guides DROP COLUMN bytes;
ALTER TABLE releases ADD COLUMN calendar TEXT;

CREATE TABLE matter_use (
  clerk BLOB NOT NULL, matter TEXT NOT NULL, uses INTEGER NOT NULL, last INTEGER NOT NULL, favourite INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (clerk, matter)) WITHOUT ROWID;
INSERT INTO matter_use (clerk, matter, uses, last) SELECT x'', matter, count(*), max(received) FROM cases GROUP BY matter;
)";
}

/// The search tells levels apart and knows the local names.
std::string levelsAndLocalNames()
{
    return R"(
UPDATE guides SET entry = json_set(entry,
  '$.level', coalesce((SELECT json_extract(CAST(t.bytes AS TEXT), '$.level.name') FROM guide_texts t WHERE t.sha256 = guides.sha256), ''),
  '$.local', json((SELECT json_group_array(json_extract(item.value, '$.name')) FROM guide_texts t,
    json_each(CAST(t.bytes AS TEXT), '$.local_sub_items') item WHERE t.sha256 = guides.sha256)))
  WHERE sha256 IN (SELECT sha256 FROM guide_texts WHERE json_valid(CAST(bytes AS TEXT)));
)";
}

/// Office documents, by the digest that releases name them by.
std::string officeDocuments()
{
    return R"(
CREATE TABLE offices (sha256 TEXT PRIMARY KEY, jws BLOB NOT NULL);
ALTER TABLE releases ADD COLUMN office TEXT;
)";
}

/// Guides of a newer format, kept for the version of the program that reads them.
std::string guidesLeftOut()
{
    return R"(
CREATE TABLE guides_left_out (
  sha256 TEXT PRIMARY KEY, code TEXT NOT NULL, version TEXT NOT NULL, format TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE release_left_out (
  release INTEGER NOT NULL REFERENCES releases (release), sha256 TEXT NOT NULL REFERENCES guides_left_out (sha256),
  PRIMARY KEY (release, sha256)) WITHOUT ROWID;
)";
}

/// The states a case may be in are spelled in its table's CHECK, which SQLite cannot change: the table and those that
/// refer to it are made anew.
std::string casesInTheirStates()
{
    return R"(
ALTER TABLE cases RENAME TO cases_before;
CREATE TABLE cases (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ()"
           + listOf(forms::allCaseStates()) + R"()),
  matter TEXT NOT NULL, matter_name TEXT NOT NULL, guide_version TEXT NOT NULL, received INTEGER NOT NULL,
  changed INTEGER NOT NULL, pages INTEGER NOT NULL, summary BLOB NOT NULL, body BLOB);
INSERT INTO cases SELECT id, revision, state, matter, matter_name, guide_version, received, changed, pages, summary, body
  FROM cases_before;

CREATE TABLE case_lookup_now (
  hash BLOB NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id), PRIMARY KEY (hash, case_id)) WITHOUT ROWID;
INSERT INTO case_lookup_now SELECT hash, case_id FROM case_lookup;
DROP TABLE case_lookup;
ALTER TABLE case_lookup_now RENAME TO case_lookup;
CREATE INDEX lookup_by_case ON case_lookup (case_id);

CREATE TABLE case_pages_now (
  case_id TEXT NOT NULL REFERENCES cases (id), page_id TEXT NOT NULL, sha256 TEXT NOT NULL,
  PRIMARY KEY (case_id, page_id)) WITHOUT ROWID;
INSERT INTO case_pages_now SELECT case_id, page_id, sha256 FROM case_pages;
DROP TABLE case_pages;
ALTER TABLE case_pages_now RENAME TO case_pages;
CREATE INDEX case_pages_by_page ON case_pages (sha256);

DROP TABLE cases_before;
CREATE INDEX cases_by_state ON cases (state, id);
)";
}

/// Papers of cases the back office has, the numbers of all papers made here, what was handed in so far, and when the
/// back office was asked last.
std::string papersAndTheirNumbers()
{
    return R"(
CREATE TABLE papers (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL, sha256 TEXT NOT NULL, made INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ()"
           + listOf(allPaperStates()) + R"()),
  cause TEXT, reason TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0, next_try INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1, body BLOB NOT NULL, CHECK ((state = 'parked') = (cause IS NOT NULL))) WITHOUT ROWID;
CREATE INDEX papers_by_case ON papers (case_id, made);
CREATE INDEX papers_by_page ON papers (sha256);
CREATE INDEX papers_waiting ON papers (next_try) WHERE state = 'waiting';
CREATE TABLE paper_numbers (
  workstation TEXT NOT NULL, body TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (workstation, body, year)) WITHOUT ROWID;

ALTER TABLE outbox ADD COLUMN handed_in INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET handed_in = 1 WHERE state <> 'waiting' OR attempts > 0 OR sent > 0;
ALTER TABLE inbox_cursor ADD COLUMN pulled INTEGER NOT NULL DEFAULT 0;
)";
}

}  // namespace

const std::vector<std::string>& migrations()
{
    static const std::vector<std::string> Steps{first(),
                                                releasesHeld(),
                                                guidesBesideTheirRows(),
                                                levelsAndLocalNames(),
                                                officeDocuments(),
                                                guidesLeftOut(),
                                                casesInTheirStates(),
                                                papersAndTheirNumbers()};
    return Steps;
}

base::Status migrate(SQLite::Database& database)
{
    const auto& steps = migrations();
    const auto versionNow = [&] { return database.execAndGet("PRAGMA user_version").getInt(); };
    if (versionNow() == static_cast<int>(steps.size()))
        return {};
    database.exec("BEGIN EXCLUSIVE");
    const int version = versionNow();  // somebody else may have been first
    if (version > static_cast<int>(steps.size())) {
        database.exec("ROLLBACK");
        return base::fail(
            base::ErrorCode::NotAllowed,
            "This data folder was written by a newer version of the program. Install that version; "
            "nothing was changed.");
    }
    try {
        for (auto step = static_cast<std::size_t>(version); step < steps.size(); ++step)
            database.exec(steps[step]);
        database.exec("PRAGMA user_version = " + std::to_string(steps.size()));
        database.exec("PRAGMA application_id = " + std::to_string(ApplicationId));
        database.exec("COMMIT");
    } catch (const SQLite::Exception&) {
        database.tryExec("ROLLBACK");
        throw;
    }
    return {};
}

}  // namespace offline
