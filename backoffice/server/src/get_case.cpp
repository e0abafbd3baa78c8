#include "case_context.h"
#include "case_summary.h"
#include "endpoints.h"

#include <api/get_case.h>
#include <server/account_store.h>
#include <server/action_store.h>
#include <server/annotation_store.h>
#include <server/applicant_store.h>
#include <server/audit_store.h>
#include <server/case_access.h>
#include <server/case_step.h>
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
    for (const auto& action : detail.actions)
        names.insert(action.by);
    std::vector<api::Person> people;
    AccountStore accounts(transaction);
    for (const auto& name : names)
        if (const auto account = accounts.find(name))
            people.push_back({account->name, account->displayName});
    return people;
}

base::Result<api::CaseDetail> show(BackOffice& office, const Account& account, const CaseContext& context)
{
    // A look is written down, so that it, too, is a transaction that writes.
    return office.database->write([&](Transaction& transaction) -> base::Result<api::CaseDetail> {
        auto record = findVisible(transaction, account, context.record.id);
        if (!record)
            return base::passOn(record);
        const auto id = record->id;
        api::CaseDetail detail;
        detail.summary = summaryOf(*record);
        for (auto& revision : RevisionStore(transaction).ofCase(id))
            detail.revisions.push_back({revision.revision,
                                        std::move(revision.jws),
                                        revision.manifest,
                                        revision.arrived,
                                        revision.carrier});
        detail.annotations = AnnotationStore(transaction).ofCase(id);
        detail.actions = ActionStore(transaction).ofCase(id);
        detail.notices = NoticeStore(transaction).ofCase(id);
        detail.people = peopleOf(transaction, detail);
        detail.duplicates = ApplicantStore(transaction, office.keys.pages).othersUnderWay(*record);
        const CaseSteps steps(transaction, std::move(*record), *context.guide, context.calendar);
        detail.allowed = steps.allowedTo({account.name, account.roles});
        detail.children = steps.childrenFor({account.name, account.roles});
        AuditStore(transaction).add(office.clock.now(), account.name, "view", id);
        return detail;
    });
}

}  // namespace

Answer getCase(BackOffice& office, Request& request)
{
    const auto id = base::CaseId::parse(request.parameters.front());
    if (!id)
        return refuse(api::ProblemCode::BadRequest, "A case is asked for by its id.");
    const auto context = contextOf(office, request.user(), *id);
    if (!context)
        return refuse(context.error());
    const auto detail = show(office, request.user(), *context);
    if (!detail)
        return refuse(detail.error());
    return jsonResponse(200, api::toJson(*detail));
}

}  // namespace server
