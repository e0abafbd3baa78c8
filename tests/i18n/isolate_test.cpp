#include <i18n/isolate.h>

#include <gtest/gtest.h>

using namespace i18n;

namespace {

TEST(Isolate, PutsAValueBetweenFirstStrongIsolateAndPop)
{
    EXPECT_EQ(isolate("示例甲"), "\xE2\x81\xA8示例甲\xE2\x81\xA9");
    EXPECT_EQ(isolate(""), "");
}

TEST(Isolate, LetsNothingInsideReachBeyondIt)
{
    EXPECT_EQ(isolate("示\xE2\x81\xA9例"), isolate("示例"));
    EXPECT_EQ(isolate("示\xE2\x81\xA7例"), "\xE2\x81\xA8示\xE2\x81\xA7例\xE2\x81\xA9\xE2\x81\xA9");
    EXPECT_EQ(isolate("\xE2\x80\xAE示\xE2\x80\xAA例\xE2\x80\xAC"), isolate("示例"));
}

TEST(Isolate, KeepsTheValuesThatATextWasMadeOf)
{
    EXPECT_EQ(isolate(isolate("甲") + "、" + isolate("乙")),
              "\xE2\x81\xA8\xE2\x81\xA8甲\xE2\x81\xA9、\xE2\x81\xA8乙\xE2\x81\xA9\xE2\x81\xA9");
}

TEST(Isolate, IsTakenOutAgainWithNothingElse)
{
    const std::string whole =
        "\xE2\x81\xA5甲\xE2\x81\xAA\xE2\x81\xA0乙\xE2\x80\xAE\xE2\x81";  // neighbours of the signs
    EXPECT_EQ(withoutIsolates(whole), whole);
    EXPECT_EQ(withoutIsolates(isolate("甲 乙")), "甲 乙");
}

}  // namespace
