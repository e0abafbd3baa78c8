#include "endpoints.h"
#include "revision_number.h"

#include <api/get_revision.h>
#include <server/audit_store.h>
#include <server/case_access.h>
#include <server/revision_store.h>

namespace server {

namespace {

base::Result<api::RevisionAnswer> show(BackOffice& office,
                                       const Account& account,
                                       base::CaseId id,
                                       int revision)
{
    return office.database->write([&](Transaction& transaction) -> base::Result<api::RevisionAnswer> {
        auto found = RevisionStore(transaction).find(id, revision);
        const bool isAuthor = found && found->author == account.name;
        if (!found || (!isAuthor && !findVisible(transaction, account, id)))
            return base::fail(base::ErrorCode::NotFound,
                              "There is no such revision here, or it is not yours to see.");
        AuditStore(transaction)
            .add(office.clock.now(), account.name, "view-revision " + std::to_string(revision), id);
        return api::RevisionAnswer{std::move(found->jws), std::move(found->receipt)};
    });
}

}  // namespace

Answer getRevision(BackOffice& office, Request& request)
{
    const auto id = base::CaseId::parse(request.parameters.at(0));
    const auto revision = parseRevisionNumber(request.parameters.at(1));
    if (!id || !revision)
        return refuse(api::ProblemCode::BadRequest,
                      "A revision is asked for by its case's id and its number.");
    const auto answer = show(office, request.user(), *id, *revision);
    if (!answer)
        return refuse(answer.error());
    return jsonResponse(200, api::toJson(*answer));
}

}  // namespace server
