#include <base/clock.h>

#include <gtest/gtest.h>

using namespace base;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp Moment =
    std::chrono::sys_days{std::chrono::November / 22 / 2026} + 2h + 42min + 7s + 123ms;

TEST(Timestamp, IsWrittenInUtcWithMilliseconds)
{
    EXPECT_EQ(formatTimestamp(Moment), "2026-11-22T02:42:07.123Z");
    EXPECT_EQ(formatTimestamp(Timestamp{}), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(formatTimestamp(Timestamp{-1ms}), "1969-12-31T23:59:59.999Z");
}

TEST(Timestamp, ReadsBackWhatItWrote)
{
    EXPECT_EQ(parseTimestamp(formatTimestamp(Moment)), Moment);
    EXPECT_EQ(parseTimestamp("1969-12-31T23:59:59.999Z"), Timestamp{-1ms});
}

TEST(Timestamp, ReadsAnyOffset)
{
    EXPECT_EQ(parseTimestamp("2026-11-22T10:42:07.123+08:00"), Moment);
    EXPECT_EQ(parseTimestamp("2026-11-21T21:12:07.123-05:30"), Moment);
    EXPECT_EQ(parseTimestamp("2026-11-22t02:42:07.123z"), Moment);
}

TEST(Timestamp, CutsAFractionToMilliseconds)
{
    EXPECT_EQ(parseTimestamp("2026-11-22T02:42:07.123999999999999Z"), Moment);
    EXPECT_EQ(parseTimestamp("2026-11-22T02:42:07Z"), Moment - 123ms);
    EXPECT_EQ(parseTimestamp("2026-11-22T02:42:07.1Z"), Moment - 23ms);
}

TEST(Timestamp, IsNothingForAnythingElse)
{
    for (const auto* text : {"",
                             "2026-11-22",
                             "2026-11-22T02:42:07",
                             "2026-11-22 02:42:07Z",
                             "2026-11-22T02:42Z",
                             "2026-11-22T24:00:00Z",
                             "2026-11-22T02:60:00Z",
                             "2026-11-22T02:42:61Z",
                             "2026-11-22T02:42:07.Z",
                             "2026-11-22T02:42:07.123ZZ",
                             "2026-11-22T02:42:07+8:00",
                             "2026-11-22T02:42:07+0800",
                             "2026-11-22T02:42:07+24:00",
                             "2025-02-30T02:42:07Z",
                             "2025-13-01T02:42:07Z",
                             "-026-11-22T02:42:07Z",
                             " 2026-11-22T02:42:07Z"})
        EXPECT_EQ(parseTimestamp(text), std::nullopt) << text;
}

TEST(SystemClock, DoesNotGoBackwardsInAMoment)
{
    const SystemClock clock;
    const auto first = clock.now();
    EXPECT_GE(clock.now(), first);
    EXPECT_GT(first, Timestamp{std::chrono::sys_days{std::chrono::January / 1 / 2024}});
}

}  // namespace
