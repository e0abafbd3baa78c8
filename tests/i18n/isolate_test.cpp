#include <i18n/isolate.h>

#include <gtest/gtest.h>

namespace {

using i18n::isolate;

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

}  // namespace
