#include <base/encoding.h>

#include <gtest/gtest.h>

using namespace base;

namespace {

std::string allBytes()
{
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes.push_back(static_cast<char>(i));
    return bytes;
}

TEST(Hex, GoesThereAndBack)
{
    EXPECT_EQ(toHex(std::string("\x00\xab\xFF", 3)), "00abff");
    EXPECT_EQ(fromHex("00ABff"), std::string("\x00\xab\xFF", 3));
    EXPECT_EQ(fromHex(toHex(allBytes())), allBytes());
    EXPECT_EQ(toHex(""), "");
    EXPECT_EQ(fromHex(""), "");
}

TEST(Hex, RefusesOtherText)
{
    for (const auto* text : {"0", "000", "0g", " 00", "00 ", "0x00", "00:00"})
        EXPECT_EQ(fromHex(text), std::nullopt) << text;
}

TEST(Base64, AgreesWithTheVectorsOfRfc4648)
{
    EXPECT_EQ(toBase64(""), "");
    EXPECT_EQ(toBase64("f"), "Zg==");
    EXPECT_EQ(toBase64("fo"), "Zm8=");
    EXPECT_EQ(toBase64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(fromBase64("Zm8="), "fo");
    EXPECT_EQ(fromBase64(toBase64(allBytes())), allBytes());
}

TEST(Base64, RefusesOtherText)
{
    for (const auto* text : {"Zg", "Zg=", "Zg===", "Zm8=Zg==", "Zm9v\n", "Zm9 v", "_-8=", "Zh=="})
        EXPECT_EQ(fromBase64(text), std::nullopt) << text;
}

TEST(Base64Url, HasItsOwnAlphabetAndNoPadding)
{
    EXPECT_EQ(toBase64Url("\xFF\xEF"), "_-8");
    EXPECT_EQ(fromBase64Url("_-8"), "\xFF\xEF");
    EXPECT_EQ(toBase64Url("f"), "Zg");
    EXPECT_EQ(fromBase64Url(toBase64Url(allBytes())), allBytes());
}

TEST(Base64Url, RefusesOtherText)
{
    for (const auto* text : {"Zg==", "/+8", "Z", "Zm9v.", "Zm9v\n", "Zh"})
        EXPECT_EQ(fromBase64Url(text), std::nullopt) << text;
}

TEST(Bytes, AreTheSameBytesAsTheText)
{
    EXPECT_EQ(asText(asBytes("abc")), "abc");
    EXPECT_EQ(asBytes("").size(), 0U);
}

}  // namespace
