#include <i18n/isolate.h>

namespace i18n {

namespace {

constexpr std::string_view FirstStrong = "\xE2\x81\xA8";  // U+2068
constexpr std::string_view Pop = "\xE2\x81\xA9";          // U+2069

/// U+2066 to U+2069 are E2 81 A6 to E2 81 A9.
bool isIsolateSign(std::string_view three)
{
    return three.size() == 3 && three.starts_with("\xE2\x81") && three[2] >= '\xA6' && three[2] <= '\xA9';
}

}  // namespace

std::string isolate(std::string_view value)
{
    if (value.empty())
        return {};
    return std::string(FirstStrong) + withoutIsolates(value) + std::string(Pop);
}

std::string withoutIsolates(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const bool sign = isIsolateSign(text.substr(at, 3));
        if (!sign)
            plain += text[at];
        at += sign ? 3 : 1;
    }
    return plain;
}

}  // namespace i18n
