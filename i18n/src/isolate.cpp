#include <i18n/isolate.h>

namespace i18n {

namespace {

constexpr std::string_view FirstStrong = "\xE2\x81\xA8";  // U+2068
constexpr std::string_view Pop = "\xE2\x81\xA9";          // U+2069

using IsSign = bool (*)(std::string_view);

/// U+2066 to U+2069 are E2 81 A6 to E2 81 A9.
bool isIsolate(std::string_view three)
{
    return three.size() == 3 && three.starts_with("\xE2\x81") && three[2] >= '\xA6' && three[2] <= '\xA9';
}

/// U+202A to U+202E, embeddings and overrides, are E2 80 AA to E2 80 AE.
bool isEmbedding(std::string_view three)
{
    return three.size() == 3 && three.starts_with("\xE2\x80") && three[2] >= '\xAA' && three[2] <= '\xAE';
}

std::string without(std::string_view text, IsSign isSign)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool sign = isSign(text.substr(at, 3));
        if (!sign)
            plain += text[at];
        at += sign ? 3 : 1;
    }
    return plain;
}

/// Isolates that are opened and closed inside stay; what would end the one around them goes.
std::string balanced(std::string_view text)
{
    std::string whole;
    int open = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto three = text.substr(at, 3);
        const bool sign = isIsolate(three);
        const bool pops = sign && three == Pop;
        if (!pops || open > 0)
            whole += sign ? three : three.substr(0, 1);
        open += !sign ? 0 : !pops ? 1 : open > 0 ? -1 : 0;
        at += sign ? 3 : 1;
    }
    for (; open > 0; --open)
        whole += Pop;
    return whole;
}

}  // namespace

std::string isolate(std::string_view value)
{
    if (value.empty())
        return {};
    return std::string(FirstStrong) + balanced(without(value, isEmbedding)) + std::string(Pop);
}

std::string withoutIsolates(std::string_view text)
{
    return without(text, isIsolate);
}

}  // namespace i18n
