#include <server/fields.h>
#include <server/revision_store.h>

namespace server {

namespace {

const std::string Columns =
    "case_id, revision, manifest, jws, receipt, author, carrier, workstation, arrived";
const std::string AsTexts =
    "case_id, CAST(revision AS TEXT), manifest, jws, receipt, author, carrier, workstation, arrived";

StoredRevision revisionOf(const Row& row)
{
    const Fields fields(row, "revisions", row.text(0) + " " + row.text(1));
    return {fields.id<base::CaseId>(0),
            static_cast<int>(fields.number(1)),
            fields.digest(2),
            fields.text(3),
            fields.text(4),
            fields.text(5),
            fields.text(6),
            fields.text(7),
            fields.time(8)};
}

}  // namespace

void RevisionStore::add(const StoredRevision& revision, const std::vector<forms::Page>& pages)
{
    m_transaction.run("INSERT INTO revisions (" + Columns + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                      {revision.caseId.toString(),
                       std::int64_t{revision.revision},
                       revision.manifest.toString(),
                       revision.jws,
                       revision.receipt,
                       revision.author,
                       revision.carrier,
                       revision.workstation,
                       base::formatTimestamp(revision.arrived)});
    for (const auto& page : pages)
        m_transaction.run("INSERT INTO case_pages (case_id, revision, page, sha256) VALUES ($1, $2, $3, $4)",
                          {revision.caseId.toString(),
                           std::int64_t{revision.revision},
                           page.id.toString(),
                           page.sha256.toString()});
}

std::optional<StoredRevision> RevisionStore::find(base::CaseId caseId, int revision)
{
    const auto row =
        m_transaction.row("SELECT " + AsTexts + " FROM revisions WHERE case_id = $1 AND revision = $2",
                          {caseId.toString(), std::int64_t{revision}});
    if (!row)
        return std::nullopt;
    return revisionOf(*row);
}

std::vector<StoredRevision> RevisionStore::ofCase(base::CaseId caseId)
{
    std::vector<StoredRevision> revisions;
    for (const auto& row :
         m_transaction.rows("SELECT " + AsTexts + " FROM revisions WHERE case_id = $1 ORDER BY revision",
                            {caseId.toString()}))
        revisions.push_back(revisionOf(row));
    return revisions;
}

std::vector<base::CaseId> RevisionStore::casesWithPage(const base::Digest& sha256)
{
    std::vector<base::CaseId> cases;
    for (const auto& row :
         m_transaction.rows("SELECT DISTINCT case_id FROM case_pages WHERE sha256 = $1", {sha256.toString()}))
        cases.push_back(Fields(row, "case_pages", sha256.toString()).id<base::CaseId>(0));
    return cases;
}

bool RevisionStore::hasPage(base::CaseId caseId, base::PageId page)
{
    return m_transaction
        .row("SELECT 1 FROM case_pages WHERE case_id = $1 AND page = $2",
             {caseId.toString(), page.toString()})
        .has_value();
}

bool RevisionStore::hasPage(base::CaseId caseId, int revision, base::PageId page, const base::Digest& sha256)
{
    return m_transaction
        .row("SELECT 1 FROM case_pages WHERE case_id = $1 AND revision = $2 AND page = $3 AND sha256 = $4",
             {caseId.toString(), std::int64_t{revision}, page.toString(), sha256.toString()})
        .has_value();
}

}  // namespace server
