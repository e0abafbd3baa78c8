#include "page_json.h"

#include "bounded_json.h"

#include <scanner/spool.h>

#include <utility>

namespace scanner {

using nlohmann::json;

namespace {

constexpr std::uint32_t LargestSide = 1'000'000;
constexpr std::uint32_t LargestDpi = 100'000;

std::vector<PageFlag> flagsFrom(const json& object)
{
    std::vector<PageFlag> flags;
    const auto found = object.find("flags");
    if (found == object.end() || !found->is_array())
        return flags;
    for (const auto& name : *found) {
        const auto flag = name.is_string() ? parsePageFlag(name.get_ref<const std::string&>()) : std::nullopt;
        if (flag)
            flags.push_back(*flag);
    }
    return flags;
}

template <class Parse>
auto parsedAt(const json& object, const char* member, Parse parse) -> decltype(parse(std::string_view{}))
{
    const auto text = textAt(object, member);
    return text ? parse(*text) : std::nullopt;
}

}  // namespace

json toJson(const ScannedPage& page)
{
    json flags = json::array();
    for (const auto flag : page.flags)
        flags.push_back(nameOf(flag));
    return {{"n", page.number},
            {"file", page.file.filename().string()},
            {"sha256", page.sha256.toString()},
            {"type", mediaTypeOf(page.type)},
            {"bytes", page.bytes.value},
            {"width", page.width},
            {"height", page.height},
            {"dpi", page.dpi.value},
            {"side", nameOf(page.side)},
            {"flags", std::move(flags)}};
}

std::optional<ScannedPage> pageFrom(const json& object)
{
    if (!object.is_object())
        return std::nullopt;
    const auto number = countAt(object, "n", 1, LastPageNumber);
    const auto file = textAt(object, "file");
    const auto sha256 = parsedAt(object, "sha256", base::Digest::parse);
    const auto type = parsedAt(object, "type", parseMediaType);
    const auto bytes = countAt(object, "bytes");
    const auto width = countAt(object, "width", 1, LargestSide);
    const auto height = countAt(object, "height", 1, LargestSide);
    const auto dpi = countAt(object, "dpi", 0, LargestDpi);
    const auto side = parsedAt(object, "side", parseSide);
    if (!number || !file || !sha256 || !type || !bytes || !width || !height || !dpi || !side
        || *file != spoolFileName(*number, "page"))
        return std::nullopt;
    return ScannedPage{*file,
                       *number,
                       *sha256,
                       *type,
                       base::ByteCount{*bytes},
                       *width,
                       *height,
                       base::Dpi{static_cast<int>(*dpi)},
                       *side,
                       flagsFrom(object)};
}

}  // namespace scanner
