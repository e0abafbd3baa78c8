#include <forms/period.h>

#include <gtest/gtest.h>

namespace {

using forms::TimeUnit;

TEST(Period, EveryUnitHasItsToken)
{
    for (const auto unit : {TimeUnit::Workday,
                            TimeUnit::Day,
                            TimeUnit::Month,
                            TimeUnit::Hour,
                            TimeUnit::Minute,
                            TimeUnit::OnSpot,
                            TimeUnit::None})
        EXPECT_EQ(forms::parseTimeUnit(forms::nameOf(unit)), unit);
    EXPECT_EQ(forms::nameOf(TimeUnit::OnSpot), "on_spot");
    EXPECT_EQ(forms::parseTimeUnit("fortnight"), std::nullopt);
}

}  // namespace
