#include <forms/jws.h>

#include <base/encoding.h>

#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

#include <array>

namespace forms {

namespace {

constexpr std::size_t MaxHeaderBytes = 4096;

struct Parts {
    Jws jws;
    std::string_view signedText;
    std::string signature;
};

auto noJws()
{
    return base::fail(base::ErrorCode::BadInput,
                      "This is no signed document: it is damaged or something else.");
}

base::Result<std::array<std::string_view, 3>> split(std::string_view compact)
{
    const auto first = compact.find('.');
    const auto second = first == std::string_view::npos ? first : compact.find('.', first + 1);
    if (second == std::string_view::npos || compact.find('.', second + 1) != std::string_view::npos)
        return noJws();
    return std::array{
        compact.substr(0, first), compact.substr(first + 1, second - first - 1), compact.substr(second + 1)};
}

/// `crit` names extensions that must be understood (RFC 7515 section 4.1.11); we understand none.
base::Status readHeader(std::string_view bytes, Jws& jws)
{
    const auto header = parseJson(bytes, "signed document", MaxHeaderBytes);
    if (!header)
        return base::passOn(header);
    JsonReader reader(*header, "signed document");
    const auto algorithm = reader.text("alg");
    jws.typ = reader.textOr("typ");
    jws.kid = reader.textOr("kid");
    if (const auto status = reader.status(); !status)
        return status;
    if (algorithm != "EdDSA" || header->contains("crit") || header->contains("b64"))
        return base::fail(base::ErrorCode::BadInput,
                          "The signed document uses an algorithm or extension that is not known here.");
    return {};
}

base::Result<Parts> readParts(std::string_view compact)
{
    if (compact.size() > MaxJwsBytes)
        return base::fail(base::ErrorCode::BadInput,
                          "The signed document is larger than {limit} bytes and was not read.",
                          {{"limit", std::to_string(MaxJwsBytes)}});
    const auto texts = split(compact);
    if (!texts)
        return base::passOn(texts);
    const auto header = base::fromBase64Url((*texts)[0]);
    auto payload = base::fromBase64Url((*texts)[1]);
    auto signature = base::fromBase64Url((*texts)[2]);
    if (!header || !payload || !signature)
        return noJws();
    Parts parts;
    if (const auto status = readHeader(*header, parts.jws); !status)
        return base::passOn(status);
    parts.jws.payload = *std::move(payload);
    parts.signature = *std::move(signature);
    parts.signedText = compact.substr(0, (*texts)[0].size() + 1 + (*texts)[1].size());
    return parts;
}

}  // namespace

std::string signJws(std::string_view payload, std::string_view typ, const base::SigningKey& key)
{
    const auto header =
        writeJson({{"alg", "EdDSA"}, {"kid", key.publicKey().thumbprint()}, {"typ", std::string(typ)}});
    auto compact = base::toBase64Url(header) + '.' + base::toBase64Url(payload);
    const auto signature = base::toBase64Url(key.sign(compact));
    return compact.append(".").append(signature);
}

base::Result<Jws> verifyJws(std::string_view compact, std::string_view typ, const KeyFinder& keys)
{
    auto parts = readParts(compact);
    if (!parts)
        return base::passOn(parts);
    if (parts->jws.typ != typ)
        return base::fail(base::ErrorCode::BadInput,
                          "The signed document is not a {wanted}.",
                          {{"wanted", std::string(typ)}});
    const auto key = parts->jws.kid.empty() ? std::nullopt : keys(parts->jws.kid);
    if (!key)
        return base::fail(base::ErrorCode::NotAllowed,
                          "The document is signed with a key that is not known here.");
    if (!key->verifies(parts->signedText, parts->signature))
        return base::fail(base::ErrorCode::NotAllowed,
                          "The document's signature does not fit: it was changed after it was signed.");
    return std::move(parts->jws);
}

base::Result<Jws> peekJws(std::string_view compact)
{
    auto parts = readParts(compact);
    if (!parts)
        return base::passOn(parts);
    return std::move(parts->jws);
}

}  // namespace forms
