#include "vault_header.h"

#include <base/durable_file.h>
#include <base/encoding.h>

#include <nlohmann/json.hpp>

namespace offline {

namespace {

using nlohmann::json;

constexpr std::string_view Format = "onewindow-vault/1";
constexpr std::size_t MaxSize = std::size_t{1} << 20;

/// One name per use, so that an authority's algorithms can stand here without another format.
json algorithms()
{
    return {{"wrap", "xchacha20-poly1305"},
            {"rows", "xchacha20-poly1305"},
            {"pages", "xchacha20-poly1305-secretstream-64k"},
            {"lookup", "blake2b-256-keyed"},
            {"derive", "blake2b-kdf"},
            {"passphrase", "argon2id13-ops3-mem64m"}};
}

tl::unexpected<base::Error> damaged(const std::filesystem::path& file, std::string member)
{
    return base::fail(
        base::ErrorCode::Damaged,
        "The vault {file} is damaged or of a newer program: its {member} is not right. Nothing was "
        "changed.",
        {{"file", file.string()}, {"member", std::move(member)}});
}

json readJson(const std::filesystem::path& file)
{
    const auto text = base::readFile(file, MaxSize);
    return text ? json::parse(*text, nullptr, false) : json(json::value_t::discarded);
}

std::string textOf(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<KeyPlace> parsePlace(std::string_view token)
{
    for (const auto place : {KeyPlace::Passphrase, KeyPlace::SecretStore, KeyPlace::File})
        if (nameOf(place) == token)
            return place;
    return std::nullopt;
}

bool knowsAlgorithms(const json& header)
{
    const auto found = header.find("algorithms");
    if (found == header.end() || !found->is_object())
        return false;
    const auto known = algorithms();
    for (const auto& [use, name] : known.items())
        if (textOf(*found, use.c_str()) != name)
            return false;
    return true;
}

}  // namespace

base::Result<VaultHeader> readVaultHeader(const std::filesystem::path& file)
{
    const auto stored = readJson(file);
    if (!stored.is_object() || textOf(stored, "format") != Format)
        return damaged(file, "format");
    if (!knowsAlgorithms(stored))
        return damaged(file, "algorithms");
    VaultHeader header;
    const auto place = parsePlace(textOf(stored, "key_in"));
    if (!place)
        return damaged(file, "key_in");
    header.place = *place;
    header.workstationKeyId = textOf(stored, "workstation_key");
    header.salt = base::fromHex(textOf(stored, "salt")).value_or("");
    const auto keys = stored.find("data_keys");
    if (keys == stored.end() || !keys->is_array() || keys->empty())
        return damaged(file, "data_keys");
    for (const auto& key : *keys) {
        const auto wrapped = key.is_object() ? base::fromBase64(textOf(key, "wrapped")) : std::nullopt;
        if (!wrapped)
            return damaged(file, "data_keys");
        header.dataKeys.push_back({textOf(key, "id"), *wrapped});
    }
    return header;
}

base::Status writeVaultHeader(const std::filesystem::path& file, const VaultHeader& header)
{
    auto stored = readJson(file);
    if (!stored.is_object())
        stored = json::object();
    stored["format"] = Format;
    stored["algorithms"] = algorithms();
    stored["key_in"] = nameOf(header.place);
    stored["workstation_key"] = header.workstationKeyId;
    stored.erase("salt");
    if (!header.salt.empty())
        stored["salt"] = base::toHex(header.salt);
    auto keys = json::array();
    for (const auto& key : header.dataKeys)
        keys.push_back({{"id", key.id}, {"wrapped", base::toBase64(key.wrapped)}});
    stored["data_keys"] = std::move(keys);
    return base::writeDurably(file, stored.dump(2) + "\n");
}

}  // namespace offline
