#include <server/annotation_store.h>

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
                       (last ? last->number(0) : 0) + 1,
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
    const auto annotation = forms::annotationFromJson(row->text(0));
    if (!annotation)
        return std::nullopt;
    return StoredAnnotation{*annotation, base::Digest::parse(row->text(1)).value_or(base::Digest{})};
}

std::vector<forms::Annotation> AnnotationStore::ofCase(base::CaseId caseId)
{
    std::vector<forms::Annotation> annotations;
    for (const auto& row : m_transaction.rows(
             "SELECT json FROM annotations WHERE case_id = $1 ORDER BY place", {caseId.toString()}))
        if (auto annotation = forms::annotationFromJson(row.text(0)))
            annotations.push_back(std::move(*annotation));
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
