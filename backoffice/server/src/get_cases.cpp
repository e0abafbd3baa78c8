#include "case_summary.h"
#include "endpoints.h"

#include <server/case_access.h>

namespace server {

Answer getCases(BackOffice& office, Request& request)
{
    const auto query = api::parseCasesQuery(request.query);
    if (!query)
        return refuse(query.error());
    const auto scope = scopeOf(request.user());
    if (!scope)
        return refuse(api::ProblemCode::Forbidden, "Your role sees no cases.");
    auto records =
        office.database->read([&](Transaction& transaction) -> base::Result<std::vector<CaseRecord>> {
            return CaseStore(transaction).list(*query, *scope);
        });
    if (!records)
        return refuse(records.error());
    api::CasesAnswer answer;
    if (records->size() > static_cast<std::size_t>(query->limit)) {
        records->resize(static_cast<std::size_t>(query->limit));
        answer.cursor = CaseStore::cursorAfter(records->back());
    }
    for (const auto& record : *records)
        answer.cases.push_back(summaryOf(record));
    return jsonResponse(200, api::toJson(answer));
}

}  // namespace server
