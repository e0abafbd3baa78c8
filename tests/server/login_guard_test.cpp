#include <server/login_guard.h>

#include <gtest/gtest.h>

namespace server {

namespace {

using std::chrono::seconds;

class Guard : public testing::Test
{
  protected:
    Guard()
    {
        limits.loginFailures = 2;
        limits.loginFailuresOfAddress = 3;
        limits.loginWindow = seconds(100);
    }

    ServerLimits limits;
    base::Timestamp now{std::chrono::milliseconds(1'700'000'000'000)};
};

TEST_F(Guard, CountsFailuresOfAUserUntilTheWindowHasPassed)
{
    LoginGuard guard(limits);
    guard.failed("clerk", "a", now);
    EXPECT_FALSE(guard.mustWait("clerk", "b", now));
    guard.failed("clerk", "a", now + seconds(10));
    EXPECT_EQ(guard.mustWait("clerk", "b", now + seconds(20)), seconds(80));
    EXPECT_FALSE(guard.mustWait("clerk", "b", now + seconds(100)));
}

TEST_F(Guard, SuccessForgetsTheUsersFailures)
{
    LoginGuard guard(limits);
    guard.failed("clerk", "a", now);
    guard.succeeded("clerk");
    guard.failed("clerk", "a", now);
    EXPECT_FALSE(guard.mustWait("clerk", "b", now));
}

TEST_F(Guard, AnAddressThatTriesManyNamesWaitsToo)
{
    LoginGuard guard(limits);
    for (const auto* name : {"one", "two", "three"})
        guard.failed(name, "a", now);
    EXPECT_TRUE(guard.mustWait("four", "a", now));
    EXPECT_FALSE(guard.mustWait("four", "b", now));
}

}  // namespace

}  // namespace server
