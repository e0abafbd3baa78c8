#include <i18n/isolate.h>

#include <gtest/gtest.h>

namespace {

using i18n::isolate;
using i18n::withoutIsolates;

TEST(Isolate, StandsBetweenTheTwoSigns)
{
    EXPECT_EQ(isolate("330399********0139"), "\u2068330399********0139\u2069");
    EXPECT_EQ(isolate("مثال"), "\u2068مثال\u2069");
    EXPECT_EQ(isolate(""), "");
}

TEST(Isolate, TakesControlsOfTheValueAway)
{
    EXPECT_EQ(isolate("\u202e示例甲\u202c"), "\u2068示例甲\u2069");
    EXPECT_EQ(isolate("示\u2069例\u2066甲"), "\u2068示例甲\u2069");
    EXPECT_EQ(isolate("\u202e\u2067"), "");
    EXPECT_EQ(isolate(isolate("示例甲")), isolate("示例甲"));
    EXPECT_EQ(isolate("示\u200e例—甲"), "\u2068示\u200e例—甲\u2069") << "marks and other signs stay";
}

TEST(Isolate, IsTakenOutAgainWithNothingElse)
{
    EXPECT_EQ(withoutIsolates(isolate("示例甲") + " " + isolate("乙")), "示例甲 乙");
    const std::string neighbours = "\u2065甲\u206a\u2060乙\u202e";
    EXPECT_EQ(withoutIsolates(neighbours), neighbours);
    EXPECT_EQ(withoutIsolates("\xe2\x81"), "\xe2\x81");
}

}  // namespace
