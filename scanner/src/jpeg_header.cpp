#include "jpeg_header.h"

#include "byte_reader.h"
#include "tiff_header.h"

#include <cmath>

namespace scanner {

namespace {

constexpr std::uint8_t EndOfImage = 0xd9;
constexpr std::uint8_t StartOfScan = 0xda;
constexpr std::uint8_t App0 = 0xe0;
constexpr std::uint8_t App1 = 0xe1;
constexpr std::string_view Start("\xff\xd8\xff", 3);
constexpr std::string_view End("\xff\xd9", 2);
constexpr std::string_view Jfif("JFIF\0", 5);
constexpr std::string_view Exif("Exif\0\0", 6);

/// The frame headers whose decoding is common: baseline, extended sequential, progressive.
bool isFrame(std::uint8_t marker)
{
    return marker == 0xc0 || marker == 0xc1 || marker == 0xc2;
}

/// Markers without a length: TEM and the restart markers.
bool standsAlone(std::uint8_t marker)
{
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

base::Dpi jfifDensity(std::string_view segment)
{
    constexpr std::uint8_t PerInch = 1;
    constexpr std::uint8_t PerCentimetre = 2;
    const ByteReader in(segment, ByteOrder::Big);
    const auto unit = in.u8(7).value_or(0);
    const int density = in.u16(8).value_or(0);
    if (unit == PerInch)
        return {density};
    return {unit == PerCentimetre ? static_cast<int>(std::lround(density * 2.54)) : 0};
}

void readSegment(JpegHeader& header, std::uint8_t marker, std::string_view segment)
{
    const ByteReader in(segment, ByteOrder::Big);
    if (isFrame(marker)) {
        header.height = in.u16(1).value_or(0);
        header.width = in.u16(3).value_or(0);
    } else if (marker == App0 && segment.starts_with(Jfif)) {
        header.dpi = jfifDensity(segment);
    } else if (marker == App1 && segment.starts_with(Exif) && header.dpi.value == 0) {
        const auto exif = readTiffHeader(segment.substr(Exif.size()));
        header.dpi = exif ? exif->dpi : base::Dpi{};
    }
}

}  // namespace

std::optional<JpegHeader> readJpegHeader(std::string_view bytes)
{
    if (!bytes.starts_with(Start))
        return std::nullopt;
    const ByteReader in(bytes, ByteOrder::Big);
    JpegHeader header;
    std::uint64_t at = 2;
    while (true) {
        if (in.u8(at) != 0xff)
            return std::nullopt;
        while (in.u8(at) == 0xff)
            ++at;  // any marker may be preceded by fill bytes
        const auto marker = in.u8(at++);
        if (!marker || *marker == EndOfImage)
            return std::nullopt;
        if (standsAlone(*marker))
            continue;
        const auto length = in.u16(at);
        if (!length || *length < 2 || at + *length > bytes.size())
            return std::nullopt;
        if (*marker == StartOfScan)
            break;
        readSegment(header, *marker, in.part(at + 2, *length - 2u));
        at += *length;
    }
    header.isWhole = bytes.find(End, at) != std::string_view::npos;
    return header.width > 0 && header.height > 0 ? std::optional(header) : std::nullopt;
}

}  // namespace scanner
