#include <scanner/scanned_page.h>

#include "names.h"

#include <algorithm>

namespace scanner {

namespace {

constexpr std::array<Named<ImageType>, 2> Types{{
    {ImageType::Jpeg, "image/jpeg"},
    {ImageType::Tiff, "image/tiff"},
}};

constexpr std::array<Named<Side>, 2> Sides{{
    {Side::Front, "front"},
    {Side::Back, "back"},
}};

constexpr std::array<Named<PageFlag>, 3> Flags{{
    {PageFlag::Short, "short"},
    {PageFlag::Overlong, "overlong"},
    {PageFlag::Recovered, "recovered"},
}};

}  // namespace

std::string_view mediaTypeOf(ImageType type)
{
    return nameIn(Types, type);
}

std::optional<ImageType> parseMediaType(std::string_view mediaType)
{
    return valueIn(Types, mediaType);
}

std::string_view nameOf(Side side)
{
    return nameIn(Sides, side);
}

std::optional<Side> parseSide(std::string_view name)
{
    return valueIn(Sides, name);
}

std::string_view nameOf(PageFlag flag)
{
    return nameIn(Flags, flag);
}

std::optional<PageFlag> parsePageFlag(std::string_view name)
{
    return valueIn(Flags, name);
}

bool has(const ScannedPage& page, PageFlag flag)
{
    return std::find(page.flags.begin(), page.flags.end(), flag) != page.flags.end();
}

}  // namespace scanner
