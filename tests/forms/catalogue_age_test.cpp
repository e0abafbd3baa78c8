#include <forms/catalogue_age.h>

#include <gtest/gtest.h>

namespace {

using forms::CatalogueAge;

base::Date day(const char* text)
{
    return *base::parseDate(text);
}

constexpr forms::AgeLimits Limits{30, 90};

}  // namespace

TEST(CatalogueAge, IsFreshOnTheLastDayBeforeItWarns)
{
    EXPECT_EQ(forms::ageOf(day("2026-01-01"), day("2026-01-01"), Limits), CatalogueAge::Fresh);
    EXPECT_EQ(forms::ageOf(day("2026-01-01"), day("2026-01-31"), Limits), CatalogueAge::Fresh);
    EXPECT_EQ(forms::ageOf(day("2026-01-01"), day("2026-02-01"), Limits), CatalogueAge::Old);
}

TEST(CatalogueAge, IsStaleTheDayAfterTheLimit)
{
    EXPECT_EQ(forms::ageOf(day("2026-01-01"), day("2026-04-01"), Limits), CatalogueAge::Old);
    EXPECT_EQ(forms::ageOf(day("2026-01-01"), day("2026-04-02"), Limits), CatalogueAge::Stale);
    EXPECT_EQ(forms::staleFrom(day("2026-01-01"), Limits), day("2026-04-02"));
}

TEST(CatalogueAge, AClockThatWasSetBackMakesNothingOld)
{
    EXPECT_EQ(forms::ageOf(day("2026-11-22"), day("2026-01-01"), Limits), CatalogueAge::Fresh);
}

TEST(CatalogueAge, GuidesWithoutACatalogueHaveNone)
{
    EXPECT_EQ(forms::ageOf(std::nullopt, day("2099-01-01"), Limits), CatalogueAge::Fresh);
}
