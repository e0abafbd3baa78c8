#include <scanner/image_header.h>
#include <scanner/row_encoder.h>

#include "decoded_image.h"

#include <base/encoding.h>

#include <gtest/gtest.h>
#include <tiffio.h>

namespace scanner {

using scanner_tests::decodeJpeg;
using scanner_tests::decodeTiff;

namespace {

struct Encoding {
    std::string bytes;
    std::unique_ptr<RowEncoder> encoder;
};

std::unique_ptr<Encoding> begin(const RowFormat& format)
{
    auto encoding = std::make_unique<Encoding>();
    encoding->encoder =
        std::move(*makeRowEncoder(format, [&bytes = encoding->bytes](std::span<const std::byte> part) {
            bytes.append(base::asText(part));
            return base::Status();
        }));
    return encoding;
}

std::vector<std::byte> rows(std::size_t bytes, std::uint8_t value)
{
    return std::vector<std::byte>(bytes, std::byte{value});
}

}  // namespace

TEST(RowEncoder, WritesTheTrueResolutionIntoGrayJpeg)
{
    const auto encoding = begin({ColourMode::Gray, 200, 100, {300}});
    ASSERT_TRUE(encoding->encoder->add(rows(200 * 50, 0)));
    ASSERT_TRUE(encoding->encoder->add(rows(200 * 50, 255)));
    ASSERT_TRUE(encoding->encoder->finish());
    const auto image = decodeJpeg(encoding->bytes);
    EXPECT_EQ(image.width, 200u);
    EXPECT_EQ(image.height, 100u);
    EXPECT_EQ(image.channels, 1);
    EXPECT_EQ(image.dpiX, 300);
    EXPECT_EQ(image.dpiY, 300);
    EXPECT_LT(image.at(100, 10), 10);
    EXPECT_GT(image.at(100, 90), 245);
}

TEST(RowEncoder, KeepsTheOrderOfColours)
{
    const auto encoding = begin({ColourMode::Colour, 64, 64, {200}});
    std::vector<std::byte> red(std::size_t{64} * 3);
    for (std::size_t i = 0; i < red.size(); i += 3)
        red[i] = std::byte{255};
    for (int y = 0; y < 64; ++y)
        ASSERT_TRUE(encoding->encoder->add(red));
    ASSERT_TRUE(encoding->encoder->finish());
    const auto image = decodeJpeg(encoding->bytes);
    EXPECT_EQ(image.channels, 3);
    EXPECT_GT(image.at(30, 30, 0), 240);
    EXPECT_LT(image.at(30, 30, 2), 20);
}

TEST(RowEncoder, WritesLineartAsG4WithBlackWhereTheScannerSaidOne)
{
    const auto encoding = begin({ColourMode::Lineart, 100, 20, {600}});
    ASSERT_TRUE(encoding->encoder->add(rows(13 * 10, 0xff)));
    ASSERT_TRUE(encoding->encoder->add(rows(13 * 10, 0)));
    ASSERT_TRUE(encoding->encoder->finish());
    EXPECT_EQ(encoding->encoder->type(), ImageType::Tiff);
    const auto image = decodeTiff(encoding->bytes);
    EXPECT_EQ(image.width, 100u);
    EXPECT_EQ(image.height, 20u);
    EXPECT_EQ(image.compression, COMPRESSION_CCITTFAX4);
    EXPECT_EQ(image.dpiX, 600);
    EXPECT_EQ(image.at(50, 5), 0);
    EXPECT_EQ(image.at(50, 15), 255);
    EXPECT_EQ(readImageHeader(encoding->bytes, "page").value(),
              (ImageHeader{ImageType::Tiff, 100, 20, {600}}));
}

TEST(RowEncoder, FillsMissingRowsWithWhite)
{
    const auto jpeg = begin({ColourMode::Gray, 80, 160, {300}});
    ASSERT_TRUE(jpeg->encoder->add(rows(80 * 16, 0)));
    ASSERT_TRUE(jpeg->encoder->finish());
    EXPECT_EQ(jpeg->encoder->rowsTaken(), 16u);
    const auto image = decodeJpeg(jpeg->bytes);
    EXPECT_EQ(image.height, 160u);
    EXPECT_GT(image.at(40, 100), 250);

    const auto tiff = begin({ColourMode::Lineart, 80, 160, {300}});
    ASSERT_TRUE(tiff->encoder->add(rows(10 * 16, 0xff)));
    ASSERT_TRUE(tiff->encoder->finish());
    EXPECT_EQ(decodeTiff(tiff->bytes).at(40, 100), 255);
}

TEST(RowEncoder, PassesOverRowsBeyondTheHeight)
{
    for (const auto mode : {ColourMode::Gray, ColourMode::Lineart}) {
        const RowFormat format{mode, 80, 10, {300}};
        const auto encoding = begin(format);
        ASSERT_TRUE(encoding->encoder->add(rows(format.bytesPerRow() * 30, 0)));
        ASSERT_TRUE(encoding->encoder->finish());
        EXPECT_EQ(encoding->encoder->rowsTaken(), 10u);
    }
}

TEST(RowEncoder, RefusesSizesThatNoImageHas)
{
    const auto sink = [](std::span<const std::byte>) { return base::Status(); };
    for (const auto& format : {RowFormat{ColourMode::Gray, 0, 10, {300}},
                               RowFormat{ColourMode::Gray, 10, 0, {300}},
                               RowFormat{ColourMode::Gray, 70'000, 10, {300}},
                               RowFormat{ColourMode::Lineart, 10, 10, {0}}})
        EXPECT_FALSE(makeRowEncoder(format, sink));
}

TEST(RowEncoder, StopsWhenTheBytesCannotBeKept)
{
    auto encoder =
        makeRowEncoder({ColourMode::Gray, 2000, 2000, {300}}, [](std::span<const std::byte>) -> base::Status {
            return base::fail(base::ErrorCode::NoSpace, "full");
        });
    ASSERT_TRUE(encoder);
    std::vector<std::byte> noise(2000 * 500);
    for (std::size_t i = 0; i < noise.size(); ++i)
        noise[i] = static_cast<std::byte>((i * 2654435761u) >> 13);
    const auto added = (*encoder)->add(noise);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().code, base::ErrorCode::NoSpace);
}

}  // namespace scanner
