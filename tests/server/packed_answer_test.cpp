#include "packed_answer.h"

#include <gtest/gtest.h>

TEST(PackedAnswer, IsForWhoNamesGzipOrAnything)
{
    for (const auto* taken : {"gzip", "deflate, gzip;q=1.0", "*", " br ,gzip ", "gzip;q=0.5"})
        EXPECT_TRUE(server::takesGzip(taken)) << taken;
    for (const auto* other : {"", "br", "gzip;q=0", "*;q=0.000", "gzipped", ";;,"})
        EXPECT_FALSE(server::takesGzip(other)) << other;
}
