#include "endpoints.h"

#include <api/post_keys.h>
#include <server/audit_store.h>
#include <server/clerk_key_store.h>

namespace server {

namespace {

constexpr std::size_t LongestWorkstation = 64;

/// Whether the key is new here. Error Conflict when it is somebody else's.
base::Result<bool> enrol(BackOffice& office, const ClerkKey& key)
{
    return office.database->write([&](Transaction& transaction) -> base::Result<bool> {
        ClerkKeyStore keys(transaction);
        const auto known = keys.find(key.key.thumbprint());
        if (known && (known->user != key.user || known->workstation != key.workstation))
            return base::fail(base::ErrorCode::Conflict,
                              "This key belongs to another user or another workstation already.");
        if (known)
            return false;
        keys.add(key);
        AuditStore(transaction).add(key.enrolled, key.user, "enrol-key " + key.key.thumbprint());
        return true;
    });
}

}  // namespace

Answer postKeys(BackOffice& office, Request& request)
{
    if (!request.hasType(api::JsonMediaType))
        return refuse(api::ProblemCode::UnsupportedType, "A key is sent as application/json.");
    const auto body = request.readBody();
    if (!body)
        return refuse(body.error());
    const auto wanted = api::parseKeyRequest(*body);
    if (!wanted)
        return refuse(wanted.error());
    if (wanted->workstation.empty() || wanted->workstation.size() > LongestWorkstation)
        return refuse(api::ProblemCode::BadRequest, "The id of the workstation is missing or too long.");
    if (!request.user().has(forms::Role::Clerk) && !request.user().has(forms::Role::Agent))
        return refuse(api::ProblemCode::Forbidden, "Only those who seal cases have a key.");
    const auto added =
        enrol(office, {wanted->key, request.user().name, wanted->workstation, office.clock.now()});
    if (!added)
        return refuse(added.error());
    return jsonResponse(*added ? 201 : 200, api::toJson(api::KeyAnswer{wanted->key.thumbprint()}));
}

}  // namespace server
