#include <api/tus.h>

#include <base/encoding.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace api {

namespace {

constexpr std::size_t MaxHeaderBytes = 8192;

struct Pair {
    std::string key;
    std::string value;
};

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::optional<Pair> parsePair(std::string_view text)
{
    text = trimmed(text);
    const auto space = std::min(text.find(' '), text.size());
    const auto value = base::fromBase64(trimmed(text.substr(space)));
    if (space == 0 || !value)
        return std::nullopt;
    return Pair{std::string(text.substr(0, space)), *value};
}

auto badMetadata(std::string_view why)
{
    return base::fail(base::ErrorCode::BadInput,
                      "The header Upload-Metadata is not valid: {why}.",
                      {{"why", std::string(why)}});
}

std::size_t sizeOf(ChecksumAlgorithm algorithm)
{
    return algorithm == ChecksumAlgorithm::Sha1 ? 20 : 32;
}

}  // namespace

std::string formatUploadMetadata(const UploadMetadata& metadata)
{
    return "sha256 " + base::toBase64(metadata.sha256.toString()) + ",filetype "
           + base::toBase64(metadata.filetype);
}

base::Result<UploadMetadata> parseUploadMetadata(std::string_view header)
{
    if (header.size() > MaxHeaderBytes)
        return badMetadata("too long");
    std::vector<Pair> pairs;
    while (!header.empty()) {
        const auto end = std::min(header.find(','), header.size());
        const auto pair = parsePair(header.substr(0, end));
        header.remove_prefix(std::min(end + 1, header.size()));
        if (!pair)
            return badMetadata("a pair is not \"key base64\"");
        if (std::any_of(pairs.begin(), pairs.end(), [&](const Pair& p) { return p.key == pair->key; }))
            return badMetadata("a key is given twice");
        pairs.push_back(*pair);
    }
    const auto valueOf = [&](std::string_view key) -> std::string {
        const auto found =
            std::find_if(pairs.begin(), pairs.end(), [&](const Pair& p) { return p.key == key; });
        return found == pairs.end() ? std::string() : found->value;
    };
    const auto sha256 = base::Digest::parse(valueOf("sha256"));
    const auto filetype = valueOf("filetype");
    if (!sha256 || filetype.empty())
        return badMetadata("sha256 (hex) and filetype are needed");
    return UploadMetadata{*sha256, filetype};
}

std::string formatUploadChecksum(const UploadChecksum& checksum)
{
    const std::string name = checksum.algorithm == ChecksumAlgorithm::Sha1 ? "sha1 " : "sha256 ";
    return name + base::toBase64(checksum.digest);
}

base::Result<UploadChecksum> parseUploadChecksum(std::string_view header)
{
    const auto pair = header.size() <= MaxHeaderBytes ? parsePair(header) : std::nullopt;
    if (!pair || (pair->key != "sha1" && pair->key != "sha256"))
        return base::fail(base::ErrorCode::BadInput,
                          "The header Upload-Checksum is not valid: sha1 or sha256 and base64 are needed.");
    const auto algorithm = pair->key == "sha1" ? ChecksumAlgorithm::Sha1 : ChecksumAlgorithm::Sha256;
    if (pair->value.size() != sizeOf(algorithm))
        return base::fail(base::ErrorCode::BadInput,
                          "The header Upload-Checksum is not valid: the digest has the wrong length.");
    return UploadChecksum{algorithm, pair->value};
}

}  // namespace api
