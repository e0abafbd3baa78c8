#include <offline/sign_in.h>

#include <offline/back_office_client.h>

#include <algorithm>

namespace offline {

namespace {

bool hasReceiptKey(const api::KeySet& keys)
{
    return std::ranges::any_of(keys.keys, [](const auto& key) { return key.use == api::KeyUse::Receipt; });
}

/// Clerks' keys come and go; what is pinned is whom we believe as the back office.
api::KeySet withoutClerks(api::KeySet keys)
{
    std::erase_if(keys.keys, [](const auto& key) { return key.use == api::KeyUse::Clerk; });
    return keys;
}

}  // namespace

SignIn::SignIn(Workplace& workplace, LineTo lineTo)
    : m_workplace(workplace)
    , m_lineTo(std::move(lineTo))
{}

base::Result<SignedIn> SignIn::login(const Request& request, std::stop_token stop)
{
    const auto remembered = m_workplace.sessions().backOffice();
    if (!remembered)
        return base::passOn(remembered);
    if (!*remembered && request.url.empty())
        return base::fail(
            base::ErrorCode::BadArgument,
            "No back office is known yet. Give its address with --server and its certificate with --ca.");
    auto address = remembered->value_or(BackOfficeAddress());
    if (!request.url.empty())
        address.url = request.url;
    if (!request.caPem.empty())
        address.caPem = request.caPem;
    auto signedIn = online(request, address, stop);
    if (!signedIn && signedIn.error().code == base::ErrorCode::Network
        && m_workplace.userKeys().has(request.user))
        return withoutLine(request);
    return signedIn;
}

base::Result<SignedIn> SignIn::online(const Request& request,
                                      const BackOfficeAddress& known,
                                      std::stop_token stop)
{
    auto address = known;
    const auto line = m_lineTo(address.url, address.caPem);
    if (!line)
        return base::passOn(line);
    BackOfficeClient client(**line);
    if (address.pinned.keys.empty()) {
        auto keys = client.keys(stop);
        if (!keys)
            return base::passOn(keys);
        if (!hasReceiptKey(*keys))
            return base::fail(base::ErrorCode::NotOurServer,
                              "The server at {server} shows no key of a back office.",
                              {{"server", address.url}});
        address.pinned = withoutClerks(std::move(*keys));
    }
    const auto health = client.health(address.keysFor(api::KeyUse::Receipt), stop);
    if (!health)
        return base::passOn(health);
    const auto ahead = m_workplace.clock().now() - health->time;
    const auto workstation = m_workplace.sessions().workstation();
    if (!workstation)
        return base::passOn(workstation);
    const auto opened = client.login({request.user, request.password, *workstation}, stop);
    if (!opened)
        return base::passOn(opened);
    client.useToken(opened->token);
    const auto key = keyFor(request, opened->user);
    if (!key)
        return base::passOn(key);
    const Session session{opened->user, key->key, opened->token, opened->expires};
    // Only who seals cases signs; the back office knows no other keys.
    if (session.has(forms::Role::Clerk) || session.has(forms::Role::Agent))
        if (const auto published = client.publishKey({*workstation, key->key.publicKey()}, stop); !published)
            return base::passOn(published);
    const auto kept = m_workplace.database().transact([&]() -> base::Status {
        if (auto remembered = m_workplace.sessions().rememberBackOffice(address); !remembered)
            return remembered;
        if (auto noted =
                m_workplace.sessions().noteClock(std::chrono::duration_cast<std::chrono::seconds>(ahead));
            !noted)
            return noted;
        if (auto begun = m_workplace.sessions().begin(session); !begun)
            return begun;
        return m_workplace.audit().record(session.user.name, "login", std::nullopt);
    });
    if (!kept)
        return base::passOn(kept);
    return SignedIn{session, SignedInHow::Online};
}

/// The user's key of this workstation; made at the first login. A password that was changed at the back office opens
/// the old wrapping no more: then there is a new key, and what the old one sealed stays valid there.
base::Result<UserKey> SignIn::keyFor(const Request& request, const api::Identity& user)
{
    auto& keys = m_workplace.userKeys();
    const auto profile = api::toJson(user);
    auto known = keys.unlock(user.name, request.password);
    if (known && known->profile == profile)
        return known;
    if (!known && known.error().code == base::ErrorCode::NoSpace)
        return known;
    UserKey key{user.name, known ? known->key : base::SigningKey::generate(), profile};
    if (auto kept = keys.keep(key, request.password); !kept)
        return base::passOn(kept);
    return key;
}

base::Result<SignedIn> SignIn::withoutLine(const Request& request)
{
    const auto key = m_workplace.userKeys().unlock(request.user, request.password);
    if (!key)
        return base::passOn(key);
    const auto user = api::parseIdentity(key->profile);
    if (!user)
        return base::passOn(user);
    Session session{*user, key->key, {}, std::nullopt};
    const auto before = m_workplace.sessions().current();
    if (before && before->user.name == session.user.name && before->hasToken(m_workplace.clock().now())) {
        session.token = before->token;  // still good when the line returns
        session.expires = before->expires;
    }
    const auto kept = m_workplace.database().transact([&]() -> base::Status {
        if (auto begun = m_workplace.sessions().begin(session); !begun)
            return begun;
        return m_workplace.audit().record(session.user.name, "login.offline", std::nullopt);
    });
    if (!kept)
        return base::passOn(kept);
    return SignedIn{session, SignedInHow::Offline};
}

base::Status SignIn::logout(std::stop_token stop)
{
    const auto session = m_workplace.sessions().current();
    if (!session && session.error().code == base::ErrorCode::LoginNeeded)
        return {};
    if (session && session->hasToken(m_workplace.clock().now())) {
        const auto line = openLine();
        if (line) {
            BackOfficeClient client(**line);
            client.useToken(session->token);
            // Without a line the token runs out there by itself; here it is gone either way.
            static_cast<void>(client.logout(stop));
        }
    }
    return m_workplace.database().transact([&]() -> base::Status {
        if (auto ended = m_workplace.sessions().end(); !ended)
            return ended;
        return m_workplace.audit().record(session ? session->user.name : "", "logout", std::nullopt);
    });
}

base::Result<std::unique_ptr<HttpLine>> SignIn::openLine()
{
    const auto address = m_workplace.sessions().backOffice();
    if (!address)
        return base::passOn(address);
    if (!*address)
        return base::fail(base::ErrorCode::LoginNeeded, "No back office is known yet. Log in first.");
    return m_lineTo((*address)->url, (*address)->caPem);
}

}  // namespace offline
