#include "tiff_header.h"

#include "byte_reader.h"

#include <cmath>

namespace scanner {

namespace {

enum Tag : std::uint16_t {
    ImageWidth = 256,
    ImageLength = 257,
    StripOffsets = 273,
    StripByteCounts = 279,
    XResolution = 282,
    ResolutionUnit = 296,
    TileOffsets = 324,
    TileByteCounts = 325,
};

constexpr std::uint16_t ShortType = 3;
constexpr std::uint16_t LongType = 4;
constexpr std::uint16_t RationalType = 5;
constexpr std::uint64_t EntrySize = 12;
constexpr double MillimetresPerInch = 25.4;

/// One field of an image directory.
struct Entry {
    std::uint16_t tag = 0;
    std::uint16_t type = 0;
    std::uint32_t count = 0;
    std::uint64_t valuesAt = 0;
};

std::optional<Entry> entryAt(const ByteReader& in, std::uint64_t at)
{
    const auto tag = in.u16(at);
    const auto type = in.u16(at + 2);
    const auto count = in.u32(at + 4);
    const auto offset = in.u32(at + 8);
    if (!tag || !type || !count || !offset)
        return std::nullopt;
    const std::uint64_t unit = *type == ShortType ? 2 : *type == LongType ? 4 : 8;
    return Entry{*tag, *type, *count, unit * *count <= 4 ? at + 8 : *offset};
}

std::optional<std::uint32_t> valueOf(const ByteReader& in, const Entry& entry, std::uint32_t index)
{
    if (index >= entry.count)
        return std::nullopt;
    if (entry.type == ShortType)
        return in.u16(entry.valuesAt + std::uint64_t{2} * index);
    if (entry.type == LongType)
        return in.u32(entry.valuesAt + std::uint64_t{4} * index);
    return std::nullopt;
}

double rationalOf(const ByteReader& in, const Entry& entry)
{
    const auto above = in.u32(entry.valuesAt);
    const auto below = in.u32(entry.valuesAt + 4);
    return entry.type == RationalType && above && below && *below != 0 ? double(*above) / *below : 0;
}

bool liesInside(const ByteReader& in, const std::optional<Entry>& offsets, const std::optional<Entry>& counts)
{
    if (!offsets || !counts || offsets->count != counts->count || offsets->count > in.size())
        return false;
    for (std::uint32_t i = 0; i < offsets->count; ++i) {
        const auto at = valueOf(in, *offsets, i);
        const auto length = valueOf(in, *counts, i);
        if (!at || !length || std::uint64_t{*at} + *length > in.size())
            return false;
    }
    return offsets->count > 0;
}

base::Dpi dpiOf(double resolution, std::uint32_t unit)
{
    constexpr std::uint32_t Inch = 2;
    constexpr std::uint32_t Centimetre = 3;
    const double dpi = unit == Inch         ? resolution
                       : unit == Centimetre ? resolution * MillimetresPerInch / 10
                                            : 0;
    return {dpi >= 1 && dpi <= 100'000 ? static_cast<int>(std::lround(dpi)) : 0};
}

}  // namespace

std::optional<TiffHeader> readTiffHeader(std::string_view bytes)
{
    const bool little = bytes.starts_with(std::string_view("II*\0", 4));
    if (!little && !bytes.starts_with(std::string_view("MM\0*", 4)))
        return std::nullopt;
    const ByteReader in(bytes, little ? ByteOrder::Little : ByteOrder::Big);
    const auto directory = in.u32(4);
    const auto entries = directory ? in.u16(*directory) : std::nullopt;
    if (!entries)
        return std::nullopt;

    TiffHeader header;
    double resolution = 0;
    std::uint32_t unit = 2;
    std::optional<Entry> offsets;
    std::optional<Entry> counts;
    for (std::uint64_t i = 0; i < *entries; ++i) {
        const auto entry = entryAt(in, *directory + 2 + i * EntrySize);
        if (!entry)
            return std::nullopt;
        switch (entry->tag) {
        case ImageWidth: header.width = valueOf(in, *entry, 0).value_or(0); break;
        case ImageLength: header.height = valueOf(in, *entry, 0).value_or(0); break;
        case XResolution: resolution = rationalOf(in, *entry); break;
        case ResolutionUnit: unit = valueOf(in, *entry, 0).value_or(unit); break;
        case StripOffsets:
        case TileOffsets: offsets = entry; break;
        case StripByteCounts:
        case TileByteCounts: counts = entry; break;
        default: break;
        }
    }
    const auto next = in.u32(*directory + 2 + *entries * EntrySize);
    header.hasMoreImages = next.value_or(0) != 0;
    header.isWhole = liesInside(in, offsets, counts);
    header.dpi = dpiOf(resolution, unit);
    return header;
}

}  // namespace scanner
