#include <server/action_store.h>

#include <server/fields.h>

namespace server {

namespace {

const std::string Columns = "id, case_id, request, request_digest, by_user, role, at, state, answer";

std::int64_t nextPlace(Transaction& transaction, const std::string& caseId)
{
    const auto row =
        transaction.row("SELECT COALESCE(MAX(place), 0) FROM actions WHERE case_id = $1", {caseId});
    return (row ? Fields(*row, "actions", caseId).number(0) : 0) + 1;
}

}  // namespace

void ActionStore::add(const StoredAction& action)
{
    const auto place = nextPlace(m_transaction, action.caseId.toString());
    m_transaction.run("INSERT INTO actions (" + Columns
                          + ", place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                      {action.request.id.toString(),
                       action.caseId.toString(),
                       api::toJson(action.request),
                       action.requestDigest.toString(),
                       action.by,
                       std::string(forms::nameOf(action.role)),
                       base::formatTimestamp(action.at),
                       std::string(forms::nameOf(action.state)),
                       action.answer,
                       place});
}

std::optional<StoredAction> ActionStore::find(base::ActionId id)
{
    const auto row = m_transaction.row("SELECT " + Columns + " FROM actions WHERE id = $1", {id.toString()});
    if (!row)
        return std::nullopt;
    const Fields fields(*row, "actions", id.toString());
    return StoredAction{fields.id<base::CaseId>(1),
                        fields.whole(api::parseActionRequest(fields.text(2))),
                        fields.digest(3),
                        fields.text(4),
                        fields.parsed<forms::Role>(5, &forms::parseRole),
                        fields.time(6),
                        fields.parsed<forms::CaseState>(7, &forms::parseCaseState),
                        fields.text(8)};
}

}  // namespace server
