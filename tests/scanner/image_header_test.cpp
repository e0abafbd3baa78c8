#include <scanner/image_header.h>
#include <scanner/row_encoder.h>

#include <base/encoding.h>

#include <gtest/gtest.h>

namespace scanner {

namespace {

std::string encoded(const RowFormat& format)
{
    std::string bytes;
    const auto encoder = makeRowEncoder(format, [&](std::span<const std::byte> part) {
        bytes.append(base::asText(part));
        return base::Status();
    });
    EXPECT_TRUE((*encoder)->finish());
    return bytes;
}

/// A TIFF of one strip, Motorola byte order, resolution in dots per centimetre, `next` directory.
std::string bigEndianTiff(char next)
{
    const auto u16 = [](unsigned v) {
        return std::string{static_cast<char>(v >> 8), static_cast<char>(v & 0xff)};
    };
    const auto u32 = [&](unsigned v) { return u16(v >> 16) + u16(v & 0xffff); };
    const auto field = [&](unsigned tag, unsigned type, unsigned value) {
        return u16(tag) + u16(type) + u32(1) + (type == 3 ? u16(value) + u16(0) : u32(value));
    };
    return std::string("MM\0*", 4) + u32(8) + u16(6) + field(256, 3, 40) + field(257, 4, 30)
           + field(273, 4, 94) + field(279, 4, 4) + field(282, 5, 86) + field(296, 3, 3)
           + u32(static_cast<unsigned>(next)) + u32(118) + u32(1) + "data";
}

std::string refusal(std::string_view bytes)
{
    const auto header = readImageHeader(bytes, "scan.jpg");
    return header ? std::string() : base::describe(header.error());
}

}  // namespace

TEST(ImageHeader, ReadsSizeAndResolutionOfJpeg)
{
    EXPECT_EQ(readImageHeader(encoded({ColourMode::Colour, 248, 351, {200}}), "x").value(),
              (ImageHeader{ImageType::Jpeg, 248, 351, {200}}));
}

TEST(ImageHeader, ReadsEitherByteOrderAndUnitOfTiff)
{
    EXPECT_EQ(readImageHeader(encoded({ColourMode::Lineart, 248, 351, {300}}), "x").value(),
              (ImageHeader{ImageType::Tiff, 248, 351, {300}}));
    EXPECT_EQ(readImageHeader(bigEndianTiff(0), "x").value(), (ImageHeader{ImageType::Tiff, 40, 30, {300}}));
}

TEST(ImageHeader, TakesTheResolutionOfExifWhereJfifHasNone)
{
    const auto jpeg = encoded({ColourMode::Gray, 16, 16, {300}});
    const auto exif = std::string("Exif\0\0", 6) + bigEndianTiff(0);
    const std::string app1{"\xff\xe1"};
    const auto length = exif.size() + 2;
    const auto changed = jpeg.substr(0, 2) + app1
                         + std::string{static_cast<char>(length >> 8), static_cast<char>(length)} + exif
                         + jpeg.substr(2 + 18);  // in place of the JFIF segment
    EXPECT_EQ(readImageHeader(changed, "x").value().dpi.value, 300);
}

TEST(ImageHeader, SaysWhatAFileIsInsteadOfAnImage)
{
    EXPECT_EQ(refusal(""), "The file scan.jpg is empty.");
    EXPECT_NE(refusal("%PDF-1.7 ...").find("PDF"), std::string::npos);
    EXPECT_NE(refusal("\x89PNG\r\n\x1a\n....").find("PNG"), std::string::npos);
    EXPECT_EQ(refusal("hello"), "The file scan.jpg is not a JPEG or TIFF image.");
}

TEST(ImageHeader, RefusesSeveralImagesInOneFile)
{
    EXPECT_NE(refusal(bigEndianTiff(8)).find("several images"), std::string::npos);
}

TEST(ImageHeader, NoticesThatTheEndIsMissing)
{
    const auto jpeg = encoded({ColourMode::Gray, 64, 64, {300}});
    EXPECT_NE(refusal(jpeg.substr(0, jpeg.size() - 2)).find("cut off"), std::string::npos);
    const auto tiff = bigEndianTiff(0);
    EXPECT_NE(refusal(tiff.substr(0, tiff.size() - 1)).find("cut off"), std::string::npos);
}

TEST(ImageHeader, SurvivesEveryPrefixAndEveryChangedByte)
{
    for (const auto& image : {encoded({ColourMode::Gray, 16, 16, {300}}), bigEndianTiff(0)}) {
        for (std::size_t length = 0; length < image.size(); ++length)
            EXPECT_FALSE(readImageHeader(std::string_view(image).substr(0, length), "x"));
        for (std::size_t i = 0; i < image.size(); ++i) {
            for (const char value : {'\0', '\x7f', '\xff'}) {
                auto changed = image;
                changed[i] = value;
                const auto header = readImageHeader(changed, "x");
                EXPECT_TRUE(!header || header->width > 0);
            }
        }
    }
}

}  // namespace scanner
