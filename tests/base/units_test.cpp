#include <base/units.h>

#include <gtest/gtest.h>

using namespace base;

namespace {

TEST(Units, TurnMillimetresIntoPixels)
{
    EXPECT_DOUBLE_EQ(toPixels(Millimetres{25.4}, Dpi{300}), 300.0);
    EXPECT_NEAR(toPixels(A4Width, Dpi{300}), 2480.3, 0.1);
    EXPECT_NEAR(toPixels(A4Height, Dpi{300}), 3507.9, 0.1);
}

TEST(Units, AreOrdered)
{
    EXPECT_LT(Dpi{200}, Dpi{300});
    EXPECT_EQ(ByteCount{5}, ByteCount{5});
}

}  // namespace
