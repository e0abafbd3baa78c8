#include "bearer.h"

#include <base/digest.h>
#include <base/encoding.h>
#include <base/secret.h>

namespace server {

namespace {

constexpr std::string_view Scheme = "Bearer ";
constexpr std::size_t TokenBytes = 32;

}  // namespace

std::string randomToken()
{
    return base::toBase64Url(base::randomBytes(TokenBytes));
}

std::string hashOfToken(const std::string& token)
{
    return base::Digest::of(token).toString();
}

base::Result<std::optional<Caller>> callerOf(BackOffice& office, const Request& request)
{
    const auto header = request.header("Authorization");
    if (!header || !header->starts_with(Scheme))
        return std::optional<Caller>();
    const auto hash = hashOfToken(header->substr(Scheme.size()));
    return office.database->read([&](Transaction& transaction) -> base::Result<std::optional<Caller>> {
        const auto session = SessionStore(transaction).find(hash, office.clock.now());
        if (!session)
            return std::optional<Caller>();
        auto account = AccountStore(transaction).find(session->user);
        if (!account)
            return std::optional<Caller>();
        return Caller{std::move(*account), hash, session->workstation};
    });
}

}  // namespace server
