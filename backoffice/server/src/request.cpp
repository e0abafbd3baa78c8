#include "request.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace server {

namespace {

tl::unexpected<base::Error> tooLarge(std::uint64_t limit)
{
    return base::fail(base::ErrorCode::NoSpace,
                      "The request's body is larger than the {limit} bytes allowed here.",
                      {{"limit", std::to_string(limit)}});
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(), [](unsigned char a, unsigned char b) {
            return std::tolower(a) == std::tolower(b);
        });
}

}  // namespace

bool Request::hasType(std::string_view mediaType) const
{
    const auto value = header("Content-Type");
    if (!value)
        return false;
    std::string_view type = *value;
    type = type.substr(0, type.find(';'));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
        type.remove_suffix(1);
    return equalsIgnoringCase(type, mediaType);
}

base::Result<std::string> Request::readBody()
{
    if (const auto length = body->announced(); length && *length > bodyLimit)
        return tooLarge(bodyLimit);
    std::string bytes;
    std::array<std::byte, std::size_t{64} << 10> part{};
    while (true) {
        const auto got = body->read(part);
        if (bytes.size() + got > bodyLimit)
            return tooLarge(bodyLimit);
        bytes.append(reinterpret_cast<const char*>(part.data()), got);
        if (got < part.size())
            break;
    }
    if (!body->isFullyRead())
        return base::fail(base::ErrorCode::BadInput, "The request's body ended before its announced length.");
    return bytes;
}

}  // namespace server
