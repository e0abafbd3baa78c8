#include "endpoints.h"
#include "log.h"

#include <server/case_access.h>
#include <server/case_index.h>

namespace server {

namespace {

base::Result<api::CasesAnswer> list(BackOffice& office, const api::CasesQuery& query, const CaseScope& scope)
{
    return office.database->read([&](Transaction& transaction) -> base::Result<api::CasesAnswer> {
        const auto portion = CaseStore(transaction).list(query, scope);
        if (!portion)
            return base::passOn(portion);
        const auto now = office.clock.now();
        logDamaged(now, portion->cases.damaged);
        api::CasesAnswer answer{{}, portion->cursor};
        if (portion->cases.whole.empty())
            return answer;
        const auto rules = office.guides.rules(transaction, scope.division);
        if (!rules)
            return base::passOn(rules);
        for (const auto& record : portion->cases.whole)
            answer.cases.push_back(summaryOf(record, **rules, now));
        return answer;
    });
}

}  // namespace

Answer getCases(BackOffice& office, Request& request)
{
    const auto query = api::parseCasesQuery(request.query);
    if (!query)
        return refuse(query.error());
    const auto scope = scopeOf(request.user());
    if (!scope)
        return refuse(api::ProblemCode::Forbidden, "Your role sees no cases.");
    const auto answer = list(office, *query, *scope);
    if (!answer)
        return refuse(answer.error());
    return jsonResponse(200, api::toJson(*answer));
}

}  // namespace server
