#include "endpoints.h"

#include <api/get_case.h>
#include <server/account_store.h>
#include <server/annotation_store.h>
#include <server/applicant_store.h>
#include <server/audit_store.h>
#include <server/case_context.h>
#include <server/case_index.h>
#include <server/case_step.h>
#include <server/document_store.h>
#include <server/revision_store.h>

#include <set>

namespace server {

namespace {

std::vector<api::Person> peopleOf(Transaction& transaction, const api::CaseDetail& detail)
{
    std::set<std::string> names{detail.summary.claimedBy};
    for (const auto& revision : RevisionStore(transaction).ofCase(detail.summary.caseId)) {
        names.insert(revision.author);
        names.insert(revision.carrier);
    }
    for (const auto& annotation : detail.annotations)
        names.insert(annotation.creator);
    for (const auto& entry : detail.course) {
        names.insert(entry.by);
        if (entry.act == forms::Act::HandedOver)
            names.insert(entry.taker);
    }
    for (const auto& document : detail.documents)
        names.insert(document.by);
    for (const auto& child : detail.children)
        names.insert(child.child.by);
    std::vector<api::Person> people;
    AccountStore accounts(transaction);
    for (const auto& name : names)
        if (const auto account = accounts.find(name))
            people.push_back({account->name, account->displayName});
    return people;
}

struct Shown {
    api::CaseDetail detail;
    bool movedByTheClock = false;
};

base::Result<Shown> show(BackOffice& office, const Account& account, base::CaseId id)
{
    // A look is written down, so that it, too, is a transaction that writes.
    return office.database->write([&](Transaction& transaction) -> base::Result<Shown> {
        auto context = contextOf(office, transaction, account, id);
        if (!context)
            return base::passOn(context);
        const auto now = office.clock.now();
        auto course = CaseCourse::open(transaction, std::move(*context), now);
        if (!course)
            return base::passOn(course);
        api::CaseDetail detail;
        detail.summary = summaryOf(course->record(), course->rules(), now);
        for (auto& revision : RevisionStore(transaction).ofCase(id))
            detail.revisions.push_back({revision.revision,
                                        std::move(revision.jws),
                                        revision.manifest,
                                        revision.arrived,
                                        revision.carrier});
        detail.annotations = AnnotationStore(transaction).ofCase(id);
        detail.course = course->course();
        detail.documents = DocumentStore(transaction).ofCase(id);
        detail.duplicates = ApplicantStore(transaction, office.keys.pages).othersUnderWay(course->record());
        const CaseSteps steps(transaction, *course);
        detail.allowed = steps.allowedTo(personOf(account), now);
        detail.children = steps.childrenFor(personOf(account));
        detail.people = peopleOf(transaction, detail);
        AuditStore(transaction).add(now, account.name, "view", id);
        return Shown{std::move(detail), course->movedByTheClock()};
    });
}

}  // namespace

Answer getCase(BackOffice& office, Request& request)
{
    const auto id = base::CaseId::parse(request.parameters.front());
    if (!id)
        return refuse(api::ProblemCode::BadRequest, "A case is asked for by its id.");
    const auto shown = show(office, request.user(), *id);
    if (!shown)
        return refuse(shown.error());
    if (shown->movedByTheClock)
        office.changes.ring();
    return jsonResponse(200, api::toJson(shown->detail));
}

}  // namespace server
