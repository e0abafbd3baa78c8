#include <offline/session_store.h>

#include "sql.h"

#include <base/encoding.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace offline {

namespace {

using nlohmann::json;

constexpr std::size_t MaxWorkstationName = 24;

std::string contextOf(std::string_view name)
{
    return "settings:" + std::string(name);
}

std::string textOf(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

tl::unexpected<base::Error> damaged()
{
    return base::fail(base::ErrorCode::Damaged,
                      "The stored login of this workstation is damaged. Log in again.");
}

}  // namespace

forms::KeyFinder BackOfficeAddress::keysFor(api::KeyUse use) const
{
    return [keys = pinned, use](std::string_view kid) { return keys.find(kid, use); };
}

bool Session::has(forms::Role role) const
{
    return std::ranges::find(user.roles, role) != user.roles.end();
}

SessionStore::SessionStore(Database& database, const Vault& vault)
    : m_database(database)
    , m_vault(vault)
{}

base::Result<std::optional<std::string>> SessionStore::read(std::string_view name) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::optional<std::string>> {
        SQLite::Statement row(m_database.sqlite(), "SELECT sealed FROM settings WHERE name = ?");
        row.bind(1, std::string(name));
        if (!row.executeStep())
            return std::optional<std::string>();
        auto value = m_vault.openRow(sql::bytesOf(row.getColumn(0)), contextOf(name));
        if (!value)
            return base::passOn(value);
        return std::optional(std::move(*value));
    });
}

base::Status SessionStore::write(std::string_view name, std::string_view value)
{
    return m_database.transact([&]() -> base::Status {
        SQLite::Statement row(m_database.sqlite(),
                              "INSERT OR REPLACE INTO settings (name, sealed) VALUES (?, ?)");
        row.bind(1, std::string(name));
        sql::bindBlob(row, 2, m_vault.sealRow(value, contextOf(name)));
        row.exec();
        return {};
    });
}

base::Result<std::optional<BackOfficeAddress>> SessionStore::backOffice() const
{
    const auto value = read("back-office");
    if (!value)
        return base::passOn(value);
    if (!*value)
        return std::optional<BackOfficeAddress>();
    const auto stored = json::parse(**value, nullptr, false);
    if (!stored.is_object())
        return damaged();
    auto pinned = api::parseKeySet(textOf(stored, "pinned"));
    if (!pinned)
        return base::passOn(pinned);
    return std::optional(BackOfficeAddress{textOf(stored, "url"), textOf(stored, "ca"), std::move(*pinned)});
}

base::Status SessionStore::rememberBackOffice(const BackOfficeAddress& address)
{
    const json stored = {
        {"url", address.url}, {"ca", address.caPem}, {"pinned", api::toJson(address.pinned)}};
    return write("back-office", stored.dump());
}

base::Result<Session> SessionStore::current() const
{
    const auto value = read("session");
    if (!value)
        return base::passOn(value);
    if (!*value)
        return base::fail(base::ErrorCode::LoginNeeded, "Nobody is logged in on this workstation.");
    const auto stored = json::parse(**value, nullptr, false);
    if (!stored.is_object())
        return damaged();
    const auto bytes = base::fromHex(textOf(stored, "seed"));
    const auto seed = bytes ? base::Key::fromBytes(*bytes) : std::nullopt;
    const auto user = api::parseIdentity(textOf(stored, "user"));
    if (!seed || !user)
        return damaged();
    return Session{*user,
                   base::SigningKey::fromSeed(*seed),
                   textOf(stored, "token"),
                   base::parseTimestamp(textOf(stored, "expires"))};
}

base::Status SessionStore::begin(const Session& session)
{
    auto seed = session.key.seed().toString();
    json stored = {
        {"user", api::toJson(session.user)}, {"seed", base::toHex(seed)}, {"token", session.token}};
    base::wipe(seed);
    if (session.expires)
        stored["expires"] = base::formatTimestamp(*session.expires);
    return write("session", stored.dump());
}

base::Status SessionStore::end()
{
    return m_database.transact([&]() -> base::Status {
        m_database.sqlite().exec("DELETE FROM settings WHERE name = 'session'");
        return {};
    });
}

base::Result<std::string> SessionStore::workstation()
{
    std::string name;
    const auto done = m_database.transact([&]() -> base::Status {
        const auto stored = read("workstation");
        if (!stored)
            return base::passOn(stored);
        name = *stored ? **stored : "W" + base::toHex(base::randomBytes(3));
        return *stored ? base::Status() : write("workstation", name);
    });
    if (!done)
        return base::passOn(done);
    return name;
}

base::Status SessionStore::nameWorkstation(std::string_view name)
{
    const bool good =
        !name.empty() && name.size() <= MaxWorkstationName && std::ranges::all_of(name, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                   || c == '_';
        });
    if (!good)
        return base::fail(base::ErrorCode::BadArgument,
                          "A workstation's name has 1 to 24 letters, digits, hyphens or underscores.");
    return write("workstation", name);
}

base::Result<std::optional<std::chrono::seconds>> SessionStore::clockAhead() const
{
    const auto value = read("clock-ahead");
    if (!value)
        return base::passOn(value);
    std::int64_t seconds = 0;
    const auto text = value->value_or("");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size())
        return std::optional<std::chrono::seconds>();
    return std::optional(std::chrono::seconds(seconds));
}

base::Status SessionStore::noteClock(std::chrono::seconds ahead)
{
    return write("clock-ahead", std::to_string(ahead.count()));
}

}  // namespace offline
