#include <server/document_store.h>

#include <server/fields.h>

namespace server {

namespace {

const std::string Table = "documents";

}  // namespace

void DocumentStore::add(base::CaseId caseId, const api::DocumentRecord& record)
{
    const auto last = m_transaction.row("SELECT COALESCE(MAX(place), 0) FROM documents WHERE case_id = $1",
                                        {caseId.toString()});
    m_transaction.run("INSERT INTO documents (id, case_id, place, sha256, json) VALUES ($1, $2, $3, $4, $5)",
                      {record.id.toString(),
                       caseId.toString(),
                       (last ? Fields(*last, Table, caseId.toString()).number(0) : 0) + 1,
                       record.sha256.toString(),
                       api::toJson(record)});
    addPages(record);
}

void DocumentStore::complete(const api::DocumentRecord& record)
{
    m_transaction.run("UPDATE documents SET json = $1 WHERE id = $2",
                      {api::toJson(record), record.id.toString()});
    addPages(record);
}

void DocumentStore::addPages(const api::DocumentRecord& record)
{
    for (const auto& page : record.pages)
        m_transaction.run(
            "INSERT INTO document_pages (document, page, sha256) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            {record.id.toString(), page.id.toString(), page.sha256.toString()});
}

std::optional<DocumentStore::Found> DocumentStore::find(base::DocumentId id)
{
    const auto row = m_transaction.row("SELECT case_id, json FROM documents WHERE id = $1", {id.toString()});
    if (!row)
        return std::nullopt;
    const Fields fields(*row, Table, id.toString());
    return Found{fields.id<base::CaseId>(0), fields.whole(api::parseDocumentRecord(fields.text(1)))};
}

std::vector<api::DocumentRecord> DocumentStore::ofCase(base::CaseId caseId)
{
    std::vector<api::DocumentRecord> records;
    for (const auto& row : m_transaction.rows(
             "SELECT id, json FROM documents WHERE case_id = $1 ORDER BY place", {caseId.toString()}))
        records.push_back(Fields(row, Table, row.text(0)).whole(api::parseDocumentRecord(row.text(1))));
    return records;
}

std::vector<base::CaseId> DocumentStore::casesWith(const base::Digest& sha256)
{
    std::vector<base::CaseId> cases;
    for (const auto& row : m_transaction.rows(
             "SELECT case_id FROM documents WHERE sha256 = $1 UNION SELECT d.case_id FROM document_pages p "
             "JOIN documents d ON d.id = p.document WHERE p.sha256 = $1",
             {sha256.toString()}))
        cases.push_back(Fields(row, Table, sha256.toString()).id<base::CaseId>(0));
    return cases;
}

}  // namespace server
