#include "bounded_json.h"

#include <base/utf8.h>
#include <forms/decimal.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace forms {

namespace {

/// The deepest nesting of brackets outside strings; needs no well-formed text.
int depthOf(std::string_view bytes)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

}  // namespace

base::Status checkBounds(std::string_view bytes, std::size_t limit)
{
    using base::ErrorCode;
    if (bytes.size() > limit)
        return base::fail(ErrorCode::BadInput,
                          "The JSON text is larger than {limit} MiB.",
                          {{"limit", std::to_string(limit >> 20)}});
    if (!base::isUtf8(bytes))
        return base::fail(ErrorCode::BadInput, "The text is not UTF-8.");
    if (depthOf(bytes) > MaxJsonDepth)
        return base::fail(ErrorCode::BadInput, "The JSON text is nested deeper than 64 levels.");
    return {};
}

base::Result<nlohmann::json> parseBounded(std::string_view bytes)
{
    if (auto bounded = checkBounds(bytes, MaxJsonBytes); !bounded)
        return base::passOn(bounded);
    auto json = nlohmann::json::parse(bytes, nullptr, false);
    if (json.is_discarded())
        return base::fail(base::ErrorCode::BadInput, "The text is not valid JSON.");
    return json;
}

bool keepsNumbers(std::string_view json)
{
    bool inString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            const auto number = json.substr(i, json.find_first_not_of("0123456789+-.eE", i) - i);
            if (!isKeptExactly(number))
                return false;
            i += number.size() - 1;
        }
    }
    return true;
}

std::string escapePointerToken(std::string_view token)
{
    std::string escaped;
    escaped.reserve(token.size());
    for (const char c : token) {
        if (c == '~')
            escaped += "~0";
        else if (c == '/')
            escaped += "~1";
        else
            escaped += c;
    }
    return escaped;
}

}  // namespace forms
