#include "byte_range.h"

#include <gtest/gtest.h>

namespace server {

namespace {

TEST(ByteRange, ReadsFirstLastAndSuffix)
{
    const auto middle = parseByteRange("bytes=10-19", 100);
    EXPECT_TRUE(middle.isPart);
    EXPECT_EQ(middle.first, 10U);
    EXPECT_EQ(middle.length, 10U);
    EXPECT_EQ(parseByteRange("bytes=90-", 100).length, 10U);
    EXPECT_EQ(parseByteRange("bytes=-30", 100).first, 70U);
    EXPECT_EQ(parseByteRange("bytes=0-999", 100).length, 100U);
}

TEST(ByteRange, GivesTheWholeForWhatItDoesNotUnderstand)
{
    for (const auto* header :
         {"", "lines=1-2", "bytes=1-2,4-5", "bytes=x-y", "bytes=5-2", "bytes=-", "bytes=1-2x"})
    {
        const auto range = parseByteRange(header, 100);
        EXPECT_FALSE(range.isPart) << header;
        EXPECT_EQ(range.length, 100U) << header;
    }
}

TEST(ByteRange, SaysWhenNothingIsThere)
{
    EXPECT_EQ(parseByteRange("bytes=100-", 100).length, 0U);
    EXPECT_EQ(parseByteRange("bytes=-0", 100).length, 0U);
}

}  // namespace

}  // namespace server
