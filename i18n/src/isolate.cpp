#include <i18n/isolate.h>

namespace i18n {

namespace {

constexpr std::string_view FirstStrongIsolate = "\u2068";
constexpr std::string_view PopIsolate = "\u2069";

/// U+2066 to U+2069: three bytes each.
bool isIsolateAt(std::string_view text, std::size_t at)
{
    return at + 2 < text.size() && text.substr(at, 2) == "\xe2\x81"
           && static_cast<unsigned char>(text[at + 2]) >= 0xa6
           && static_cast<unsigned char>(text[at + 2]) <= 0xa9;
}

/// Those, and U+202A to U+202E.
bool isControlAt(std::string_view text, std::size_t at)
{
    return isIsolateAt(text, at)
           || (at + 2 < text.size() && text.substr(at, 2) == "\xe2\x80"
               && static_cast<unsigned char>(text[at + 2]) >= 0xaa
               && static_cast<unsigned char>(text[at + 2]) <= 0xae);
}

std::string without(std::string_view text, bool (*isSignAt)(std::string_view, std::size_t))
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isSignAt(text, i))
            i += 2;
        else
            plain += text[i];
    }
    return plain;
}

}  // namespace

std::string isolate(std::string_view value)
{
    const auto plain = without(value, isControlAt);
    return plain.empty() ? plain : std::string(FirstStrongIsolate) + plain + std::string(PopIsolate);
}

std::string withoutIsolates(std::string_view text)
{
    return without(text, isIsolateAt);
}

}  // namespace i18n
