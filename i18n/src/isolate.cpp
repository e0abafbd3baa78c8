#include <i18n/isolate.h>

namespace i18n {

namespace {

constexpr std::string_view FirstStrongIsolate = "\u2068";
constexpr std::string_view PopIsolate = "\u2069";

/// U+202A to U+202E, U+2066 to U+2069: three bytes each.
bool isControlAt(std::string_view text, std::size_t at)
{
    if (text.substr(at, 1) != "\xe2" || at + 2 >= text.size())
        return false;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    return (second == 0x80 && third >= 0xaa && third <= 0xae)
           || (second == 0x81 && third >= 0xa6 && third <= 0xa9);
}

}  // namespace

std::string isolate(std::string_view value)
{
    std::string plain;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (isControlAt(value, i))
            i += 2;
        else
            plain += value[i];
    }
    return plain.empty() ? plain : std::string(FirstStrongIsolate) + plain + std::string(PopIsolate);
}

}  // namespace i18n
