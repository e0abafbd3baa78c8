#include <server/annotation_store.h>

#include <server/fields.h>

namespace server {

void AnnotationStore::add(const StoredAnnotation& stored)
{
    const auto caseId = stored.annotation.caseId.toString();
    const auto last =
        m_transaction.row("SELECT COALESCE(MAX(place), 0) FROM annotations WHERE case_id = $1", {caseId});
    m_transaction.run("INSERT INTO annotations (id, case_id, place, creator, request_digest, json) "
                      "VALUES ($1, $2, $3, $4, $5, $6)",
                      {stored.annotation.id.toString(),
                       caseId,
                       (last ? Fields(*last, "annotations", caseId).number(0) : 0) + 1,
                       stored.annotation.creator,
                       stored.requestDigest.toString(),
                       forms::annotationToJson(stored.annotation)});
}

std::optional<StoredAnnotation> AnnotationStore::find(base::AnnotationId id)
{
    const auto row =
        m_transaction.row("SELECT json, request_digest FROM annotations WHERE id = $1", {id.toString()});
    if (!row)
        return std::nullopt;
    const Fields fields(*row, "annotations", id.toString());
    return StoredAnnotation{fields.whole(forms::annotationFromJson(fields.text(0))), fields.digest(1)};
}

std::vector<forms::Annotation> AnnotationStore::ofCase(base::CaseId caseId)
{
    std::vector<forms::Annotation> annotations;
    for (const auto& row : m_transaction.rows(
             "SELECT json, id FROM annotations WHERE case_id = $1 ORDER BY place", {caseId.toString()}))
        annotations.push_back(
            Fields(row, "annotations", row.text(1)).whole(forms::annotationFromJson(row.text(0))));
    return annotations;
}

void AnnotationStore::settle(base::CaseId caseId, base::AnnotationId id, Settled settled)
{
    auto stored = find(id);
    if (!stored || stored->annotation.caseId != caseId)
        return;
    stored->annotation.settled = settled == Settled::Yes;
    m_transaction.run("UPDATE annotations SET json = $1 WHERE id = $2",
                      {forms::annotationToJson(stored->annotation), id.toString()});
}

}  // namespace server
