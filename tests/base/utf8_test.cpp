#include <base/utf8.h>

#include <gtest/gtest.h>

using namespace base;

namespace {

TEST(Utf8, GoesThereAndBack)
{
    const std::u32string points = U"a\u00FC示\U0002CC56\U0010FFFF";
    const auto text = encodeUtf8(points);
    EXPECT_EQ(text, "a\u00FC示\U0002CC56\U0010FFFF");
    EXPECT_EQ(decodeUtf8(text), points);
    EXPECT_TRUE(isUtf8(text));
    EXPECT_EQ(decodeUtf8(std::string("\0", 1)), std::u32string(1, U'\0'));
}

TEST(Utf8, CountsWhatAPersonCounts)
{
    EXPECT_EQ(countCodePoints(""), 0U);
    EXPECT_EQ(countCodePoints("示例·古丽"), 5U);
    EXPECT_EQ(countCodePoints("𬱖a"), 2U);
}

TEST(Utf8, KnowsWhatIsNotWellFormed)
{
    for (const auto* bad : {"\x80",              // a following byte alone
                            "\xC0\xAF",          // overlong
                            "\xC1\x81",          // overlong
                            "\xE0\x80\xAF",      // overlong
                            "\xF0\x80\x80\xAF",  // overlong
                            "\xED\xA0\x80",      // surrogate
                            "\xED\xBF\xBF",      // surrogate
                            "\xF4\x90\x80\x80",  // above U+10FFFF
                            "\xF5\x80\x80\x80",
                            "\xFF",
                            "\xE4\xB8",   // cut
                            "\xE4\xB8z",  // broken off
                            "ok\xE7\xA4"})
    {  // cut at the end
        EXPECT_FALSE(isUtf8(bad)) << bad;
        EXPECT_NE(decodeUtf8(bad).find(U'\uFFFD'), std::u32string::npos) << bad;
    }
}

TEST(Utf8, ReplacesEachBrokenByteAndKeepsTheRest)
{
    EXPECT_EQ(decodeUtf8("a\xFF\xE7\xA4z示"), U"a\uFFFD\uFFFD\uFFFDz示");
    EXPECT_EQ(countCodePoints("a\xFF\xE7\xA4z示"), 6U);
}

TEST(Utf8, AcceptsTheLimitsOfEachLength)
{
    for (const auto* good : {"\x7F",
                             "\xC2\x80",
                             "\xDF\xBF",
                             "\xE0\xA0\x80",
                             "\xED\x9F\xBF",
                             "\xEE\x80\x80",
                             "\xEF\xBF\xBF",
                             "\xF0\x90\x80\x80",
                             "\xF4\x8F\xBF\xBF"})
    {
        EXPECT_TRUE(isUtf8(good));
        EXPECT_EQ(encodeUtf8(decodeUtf8(good)), good);
    }
}

}  // namespace
