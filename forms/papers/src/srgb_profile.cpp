#include "srgb_profile.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace papers {
namespace {

void put16(std::string& bytes, unsigned value)
{
    bytes += static_cast<char>(value >> 8 & 0xFF);
    bytes += static_cast<char>(value & 0xFF);
}

void put32(std::string& bytes, std::uint32_t value)
{
    put16(bytes, value >> 16);
    put16(bytes, value & 0xFFFF);
}

/// s15Fixed16Number.
void putFixed(std::string& bytes, double value)
{
    put32(bytes, static_cast<std::uint32_t>(std::lround(value * 65536)));
}

std::string xyz(double x, double y, double z)
{
    std::string tag = "XYZ ";
    put32(tag, 0);
    putFixed(tag, x);
    putFixed(tag, y);
    putFixed(tag, z);
    return tag;
}

std::string textTag(std::string_view text)
{
    std::string tag = "text";
    put32(tag, 0);
    tag += text;
    tag += '\0';
    return tag;
}

/// textDescriptionType: ASCII, then empty Unicode and Macintosh forms.
std::string description(std::string_view text)
{
    std::string tag = "desc";
    put32(tag, 0);
    put32(tag, static_cast<std::uint32_t>(text.size() + 1));
    tag += text;
    tag += '\0';
    tag.append(4 + 4 + 2 + 1 + 67, '\0');
    return tag;
}

std::string toneCurve()
{
    constexpr unsigned steps = 1024;
    std::string tag = "curv";
    put32(tag, 0);
    put32(tag, steps);
    for (unsigned step = 0; step < steps; ++step) {
        const double value = step / (steps - 1.0);
        const double linear = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        put16(tag, static_cast<unsigned>(std::lround(linear * 65535)));
    }
    return tag;
}

std::string header(std::size_t size)
{
    std::string bytes;
    put32(bytes, static_cast<std::uint32_t>(size));
    put32(bytes, 0);           // no preferred colour module
    put32(bytes, 0x02100000);  // version 2.1
    bytes += "mntrRGB XYZ ";
    for (const unsigned part : {2026u, 1u, 1u, 0u, 0u, 0u}) {
        put16(bytes, part);
    }
    bytes += "acsp";
    bytes.append(4 + 4 + 4 + 4 + 8, '\0');  // platform, flags, maker, model, attributes
    put32(bytes, 0);                        // perceptual
    putFixed(bytes, 0.9642);                // D50
    putFixed(bytes, 1.0);
    putFixed(bytes, 0.8249);
    bytes.resize(128, '\0');
    return bytes;
}

}  // namespace

std::string srgbProfile()
{
    const std::string curve = toneCurve();
    const std::vector<std::pair<std::string_view, std::string>> tags{
        {"desc", description("sRGB IEC61966-2.1")},
        {"cprt", textTag("No copyright, use freely")},
        {"wtpt", xyz(0.9642, 1.0, 0.8249)},
        {"rXYZ", xyz(0.4360, 0.2225, 0.0139)},
        {"gXYZ", xyz(0.3851, 0.7169, 0.0971)},
        {"bXYZ", xyz(0.1431, 0.0606, 0.7139)},
        {"rTRC", curve},
        {"gTRC", curve},
        {"bTRC", curve},
    };
    std::string table;
    std::string body;
    put32(table, static_cast<std::uint32_t>(tags.size()));
    const std::size_t start = 128 + 4 + 12 * tags.size();
    for (const auto& [name, bytes] : tags) {
        table += name;
        put32(table, static_cast<std::uint32_t>(start + body.size()));
        put32(table, static_cast<std::uint32_t>(bytes.size()));
        body += bytes;
        body.append((4 - body.size() % 4) % 4, '\0');
    }
    return header(start + body.size()) + table + body;
}

}  // namespace papers
