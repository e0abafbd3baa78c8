#include <offline/user_keys.h>

#include <base/durable_file.h>
#include <base/encoding.h>
#include <base/sealed_blob.h>

#include <nlohmann/json.hpp>

namespace offline {

namespace {

using nlohmann::json;

constexpr std::string_view Format = "onewindow-user/1";
constexpr std::size_t SaltSize = 16;

std::string contextOf(std::string_view user)
{
    return "user:" + std::string(user);
}

tl::unexpected<base::Error> damaged()
{
    return base::fail(base::ErrorCode::Damaged,
                      "The stored key of this user is damaged. Log in once with a line to the back office.");
}

}  // namespace

std::filesystem::path UserKeys::fileOf(std::string_view user) const
{
    const auto name = base::toHex(base::keyedHash(contextOf(user), m_vault.lookupKey()));
    return m_folder.userKeys() / (name.substr(0, 32) + ".json");
}

bool UserKeys::has(std::string_view user) const
{
    std::error_code ignored;
    return std::filesystem::exists(fileOf(user), ignored);
}

base::Result<UserKey> UserKeys::unlock(std::string_view user, std::string_view password) const
{
    if (!has(user))
        return base::fail(
            base::ErrorCode::NotFound,
            "This user has never logged in on this workstation. The first login needs a line to the back "
            "office.");
    const auto text = base::readFile(fileOf(user), std::size_t{1} << 20);
    if (!text)
        return base::passOn(text);
    const auto stored = json::parse(*text, nullptr, false);
    if (!stored.is_object() || stored.value("format", json()) != Format)
        return damaged();
    const auto salt = stored.value("salt", json()).is_string()
                          ? base::fromHex(stored["salt"].get<std::string>())
                          : std::nullopt;
    const auto wrapped = stored.value("wrapped", json()).is_string()
                             ? base::fromBase64(stored["wrapped"].get<std::string>())
                             : std::nullopt;
    if (!salt || salt->size() != SaltSize || !wrapped)
        return damaged();
    const auto inner = m_vault.openRow(*wrapped, contextOf(user));
    if (!inner)
        return damaged();
    const auto key = base::Key::fromPassword(password, *salt);
    if (!key)
        return base::fail(base::ErrorCode::NoSpace, "There is not enough memory to check the password.");
    auto plain = base::openBlob(*inner, *key, contextOf(user));
    if (!plain)
        return base::fail(base::ErrorCode::LoginNeeded, "The user name or the password is wrong.");
    auto seed = base::Key::fromBytes(std::string_view(*plain).substr(0, base::Key::Size));
    if (!seed)
        return damaged();
    UserKey result{std::string(user), base::SigningKey::fromSeed(*seed), plain->substr(base::Key::Size)};
    base::wipe(*plain);
    return result;
}

base::Status UserKeys::keep(const UserKey& key, std::string_view password) const
{
    const auto salt = base::randomBytes(SaltSize);
    const auto wrapping = base::Key::fromPassword(password, salt);
    if (!wrapping)
        return base::fail(base::ErrorCode::NoSpace, "There is not enough memory to protect the user's key.");
    auto plain = key.key.seed().toString() + key.profile;
    const auto inner = base::sealBlob(plain, *wrapping, contextOf(key.user));
    base::wipe(plain);
    const json stored = {{"format", Format},
                         {"kdf", "argon2id13-ops3-mem64m"},
                         {"algorithm", "xchacha20-poly1305"},
                         {"salt", base::toHex(salt)},
                         {"wrapped", base::toBase64(m_vault.sealRow(inner, contextOf(key.user)))}};
    return base::writeDurably(fileOf(key.user), stored.dump(2) + "\n");
}

}  // namespace offline
