#include <api/query.h>

#include <base/encoding.h>

#include <algorithm>

namespace api {

namespace {

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
           || c == '_' || c == '~';
}

std::string encodePercent(std::string_view text)
{
    constexpr std::string_view Digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (isUnreserved(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded.append({'%', Digits[byte >> 4], Digits[byte & 15]});
    }
    return encoded;
}

std::optional<std::string> decodePercent(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const auto byte = text.size() - i > 2 ? base::fromHex(text.substr(i + 1, 2)) : std::nullopt;
        if (!byte)
            return std::nullopt;
        decoded += *byte;
        i += 2;
    }
    return decoded;
}

}  // namespace

std::string formatQuery(const Query& query)
{
    std::string text;
    for (const auto& [name, value] : query) {
        if (value.empty())
            continue;
        if (!text.empty())
            text += '&';
        text.append(encodePercent(name)).append("=").append(encodePercent(value));
    }
    return text;
}

std::optional<Query> parseQuery(std::string_view text)
{
    Query query;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        const auto name = decodePercent(pair.substr(0, equals));
        const auto value = decodePercent(pair.substr(std::min(equals + 1, pair.size())));
        if (!name || !value)
            return std::nullopt;
        query[*name] = *value;
    }
    return query;
}

}  // namespace api
