#include <server/case_access.h>

#include <server/document_store.h>
#include <server/page_store.h>
#include <server/revision_store.h>

#include <algorithm>

namespace server {

namespace {

bool tookPart(Transaction& transaction, const std::string& user, base::CaseId id)
{
    const auto revisions = RevisionStore(transaction).ofCase(id);
    return std::any_of(revisions.begin(), revisions.end(), [&](const StoredRevision& revision) {
        return revision.author == user || revision.carrier == user;
    });
}

}  // namespace

std::optional<CaseScope> scopeOf(const Account& account)
{
    const auto onlyRole = [&](forms::Role role) {
        return std::all_of(
            account.roles.begin(), account.roles.end(), [&](forms::Role own) { return own == role; });
    };
    if (account.roles.empty() || onlyRole(forms::Role::Admin))
        return std::nullopt;
    return CaseScope{account.division, onlyRole(forms::Role::Agent) ? account.name : std::string()};
}

base::Result<CaseRecord> findVisible(Transaction& transaction, const Account& account, base::CaseId id)
{
    const auto scope = scopeOf(account);
    auto record = scope ? CaseStore(transaction).find(id) : std::nullopt;
    if (!record || record->division != scope->division
        || (!scope->onlyOf.empty() && !tookPart(transaction, scope->onlyOf, id)))
        return base::fail(base::ErrorCode::NotFound,
                          "There is no such case here, or it is not yours to see.");
    return std::move(*record);
}

std::optional<base::CaseId> findPageReason(Transaction& transaction,
                                           const Account& account,
                                           const base::Digest& sha256)
{
    for (const auto id : RevisionStore(transaction).casesWithPage(sha256))
        if (findVisible(transaction, account, id))
            return id;
    for (const auto id : DocumentStore(transaction).casesWith(sha256))
        if (findVisible(transaction, account, id))
            return id;
    if (PageIndexStore(transaction).wasBroughtBy(sha256, account.name))
        return base::CaseId{};
    return std::nullopt;
}

}  // namespace server
