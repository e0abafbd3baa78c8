#include <desk/send_pace.h>

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

const auto Start = base::parseTimestamp("2026-11-24T02:00:00.000Z").value();

TEST(SendPace, TellsTheTimeLeftFromWhatWentOutSoFar)
{
    desk::SendPace pace;
    pace.observe(Start, base::ByteCount{0});
    pace.observe(Start + 4s, base::ByteCount{4'000'000});
    EXPECT_EQ(pace.timeFor(base::ByteCount{10'000'000}), 10s);
    EXPECT_EQ(pace.timeFor(base::ByteCount{1}), 1s);
}

TEST(SendPace, KnowsNothingAtFirst)
{
    desk::SendPace pace;
    EXPECT_EQ(pace.timeFor(base::ByteCount{10}), std::nullopt);
    pace.observe(Start, base::ByteCount{0});
    pace.observe(Start + 1s, base::ByteCount{1000});
    EXPECT_EQ(pace.timeFor(base::ByteCount{10}), std::nullopt);
}

TEST(SendPace, SaysNothingWhereNothingGetsOnOrIsLeft)
{
    desk::SendPace pace;
    pace.observe(Start, base::ByteCount{500});
    pace.observe(Start + 5s, base::ByteCount{500});
    EXPECT_EQ(pace.timeFor(base::ByteCount{10}), std::nullopt);
    pace.observe(Start + 6s, base::ByteCount{900});
    EXPECT_EQ(pace.timeFor(base::ByteCount{0}), std::nullopt);
}

TEST(SendPace, ForgetsWhatIsLongerAgoThanHalfAMinute)
{
    desk::SendPace pace;
    pace.observe(Start, base::ByteCount{0});
    for (int second = 1; second <= 60; ++second)  // slow at first, quick later
        pace.observe(Start + std::chrono::seconds(second),
                     base::ByteCount{second <= 30 ? 0U : static_cast<unsigned>(second - 30) * 1000U});
    EXPECT_EQ(pace.timeFor(base::ByteCount{30'000}), 30s);
}

TEST(SendPace, BeginsAnewWithOtherThings)
{
    desk::SendPace pace;
    pace.observe(Start, base::ByteCount{0});
    pace.observe(Start + 4s, base::ByteCount{4000});
    pace.observe(Start + 5s, base::ByteCount{10});
    EXPECT_EQ(pace.timeFor(base::ByteCount{10}), std::nullopt);
}

}  // namespace
