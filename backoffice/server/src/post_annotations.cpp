#include "endpoints.h"

#include <api/post_annotations.h>
#include <forms/citation.h>
#include <server/annotation_store.h>
#include <server/audit_store.h>
#include <server/case_context.h>
#include <server/change_store.h>
#include <server/revision_store.h>

namespace server {

namespace {

struct Outcome {
    bool isNew = false;
    forms::Annotation annotation;
};

bool mayAssess(const Account& account)
{
    return account.has(forms::Role::Reviewer) || account.has(forms::Role::Approver)
           || account.has(forms::Role::Supervisor);
}

bool mayReply(const Account& account)
{
    return account.has(forms::Role::Clerk) || account.has(forms::Role::Agent) || mayAssess(account);
}

base::Status checkAuthor(const Account& account, const forms::Annotation& annotation)
{
    if (annotation.motivation == forms::Motivation::Assessing && !mayAssess(account))
        return base::fail(base::ErrorCode::NotAllowed,
                          "Only reviewers, approvers and supervisors put marks on a case.");
    if (annotation.motivation == forms::Motivation::Replying && !mayReply(account))
        return base::fail(base::ErrorCode::NotAllowed, "Your role does not answer marks.");
    if (annotation.motivation == forms::Motivation::Replying && !annotation.verdict.empty()
        && !mayAssess(account))
        return base::fail(base::ErrorCode::NotAllowed,
                          "Only reviewers, approvers and supervisors say whether a mark is corrected.");
    return {};
}

/// What a mark points at must be there: revision, page, demand of the guide, the mark it answers.
base::Status checkTarget(Transaction& transaction,
                         const CaseContext& context,
                         const forms::Annotation& annotation)
{
    const auto id = context.record.id;
    RevisionStore revisions(transaction);
    if (annotation.caseId != id || !revisions.find(id, annotation.revision))
        return base::fail(base::ErrorCode::BadInput,
                          "The mark is not of this case and one of its revisions.");
    if (annotation.page
        && (!annotation.pageDigest
            || !revisions.hasPage(id, annotation.revision, *annotation.page, *annotation.pageDigest)))
        return base::fail(base::ErrorCode::BadInput,
                          "The mark is on a page that this revision does not have.");
    if (!annotation.point.empty() && !forms::isDemand(forms::citationOf(*context.guide, annotation.point)))
        return base::fail(base::ErrorCode::BadInput,
                          "The mark cites what this guide version does not demand.");
    if (annotation.motivation != forms::Motivation::Replying)
        return {};
    const auto answered =
        annotation.inReplyTo ? AnnotationStore(transaction).find(*annotation.inReplyTo) : std::nullopt;
    if (!answered || answered->annotation.caseId != id)
        return base::fail(base::ErrorCode::BadInput, "A reply names the mark of this case that it answers.");
    return {};
}

void writeDown(Transaction& transaction,
               const CaseContext& context,
               const StoredAnnotation& stored,
               base::Timestamp now)
{
    AnnotationStore annotations(transaction);
    annotations.add(stored);
    if (stored.annotation.motivation == forms::Motivation::Replying && stored.annotation.inReplyTo
        && !stored.annotation.verdict.empty())
        annotations.settle(context.record.id,
                           *stored.annotation.inReplyTo,
                           stored.annotation.verdict == "pass" ? Settled::Yes : Settled::No);
    api::Change change;
    change.caseId = context.record.id;
    change.revision = stored.annotation.revision;
    change.kind = api::ChangeKind::Annotation;
    change.state = context.record.index.state;
    change.at = now;
    ChangeStore(transaction).add(context.record.division, change);
    AuditStore(transaction)
        .add(
            now, stored.annotation.creator, "annotate " + stored.annotation.id.toString(), context.record.id);
}

base::Result<Outcome> annotate(BackOffice& office,
                               const Account& account,
                               base::CaseId id,
                               forms::Annotation annotation,
                               const base::Digest& digest)
{
    return office.database->write([&](Transaction& transaction) -> base::Result<Outcome> {
        const auto context = contextOf(office, transaction, account, id);
        if (!context)
            return base::passOn(context);
        if (const auto known = AnnotationStore(transaction).find(annotation.id)) {
            if (known->requestDigest == digest && known->annotation.creator == account.name)
                return Outcome{false, known->annotation};
            return base::fail(base::ErrorCode::Conflict, "Another mark has this id already.");
        }
        if (auto checked = checkTarget(transaction, *context, annotation); !checked)
            return base::passOn(checked);
        annotation.creator = account.name;
        annotation.created = office.clock.now();
        annotation.settled = false;
        writeDown(transaction, *context, {annotation, digest}, annotation.created);
        return Outcome{true, annotation};
    });
}

}  // namespace

Answer postAnnotations(BackOffice& office, Request& request)
{
    const auto id = base::CaseId::parse(request.parameters.front());
    if (!id)
        return refuse(api::ProblemCode::BadRequest, "A case is asked for by its id.");
    if (!request.hasType(api::JsonMediaType) && !request.hasType("application/ld+json"))
        return refuse(api::ProblemCode::UnsupportedType, "A mark is sent as application/ld+json.");
    const auto body = request.readBody();
    if (!body)
        return refuse(body.error());
    const auto annotation = forms::annotationFromJson(*body);
    if (!annotation)
        return refuse(annotation.error());
    if (auto allowed = checkAuthor(request.user(), *annotation); !allowed)
        return refuse(allowed.error());
    const auto outcome = annotate(office, request.user(), *id, *annotation, base::Digest::of(*body));
    if (!outcome)
        return refuse(outcome.error());
    office.changes.ring();
    auto response = jsonResponse(outcome->isNew ? 201 : 200, forms::annotationToJson(outcome->annotation));
    response.mediaType = api::AnnotationMediaType;
    return response;
}

}  // namespace server
