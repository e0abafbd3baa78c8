#include <desk/matter_choices.h>

#include <gtest/gtest.h>

namespace {

using Codes = std::vector<std::string>;
using offline::MatterUse;

base::Timestamp at(int second)
{
    return base::Timestamp(std::chrono::seconds(second));
}

TEST(MatterChoices, OfNothingAreNone)
{
    EXPECT_EQ(desk::choicesOf({}), desk::MatterChoices());
    EXPECT_TRUE(desk::rankingOf({}).first.empty());
    EXPECT_TRUE(desk::rankingOf({}).used.empty());
}

TEST(MatterChoices, ShowEachMatterOnceFavouritesBeforeRecentBeforeMostUsed)
{
    const std::vector<MatterUse> uses{{"a", 1, 1, at(10), false},
                                      {"b", 9, 9, at(5), true},
                                      {"c", 0, 50, {}, false},
                                      {"d", 0, 0, {}, true},
                                      {"e", 3, 3, at(20), false}};
    const auto choices = desk::choicesOf(uses);
    EXPECT_EQ(choices.favourites, (Codes{"b", "d"}));
    EXPECT_EQ(choices.recent, (Codes{"e", "a"}));
    EXPECT_EQ(choices.mostUsed, Codes{"c"});
}

TEST(MatterChoices, AreEightRecentAndTwentyMostUsedOnes)
{
    std::vector<MatterUse> uses;
    for (int i = 0; i < 60; ++i)
        uses.push_back(
            {"m" + std::to_string(100 + i), static_cast<std::uint64_t>(1 + i), 1, at(1000 - i), false});
    const auto choices = desk::choicesOf(uses);
    EXPECT_EQ(choices.recent.size(), 8U);
    EXPECT_EQ(choices.recent.front(), "m100");
    EXPECT_EQ(choices.mostUsed.size(), 20U);
    EXPECT_EQ(choices.mostUsed.front(), "m159");
    const auto ranking = desk::rankingOf(uses);
    EXPECT_EQ(ranking.first.size(), 20U);
    EXPECT_EQ(ranking.first.front(), "m159");
    EXPECT_EQ(ranking.first.back(), "m140");
    EXPECT_EQ(ranking.used.size(), 40U);
    EXPECT_EQ(ranking.used.front(), "m139");
}

TEST(MatterRanking, CountsTheClerksOwnUseBeforeEverybodys)
{
    const auto ranking = desk::rankingOf({{"all", 0, 99, {}, false}, {"own", 1, 1, at(1), false}});
    EXPECT_EQ(ranking.first, (Codes{"own", "all"}));
}

TEST(MatterRanking, KeepsAFavouriteFirstThoughItWasNeverUsed)
{
    std::vector<MatterUse> uses{{"star", 0, 0, {}, true}};
    for (int i = 0; i < 30; ++i)
        uses.push_back({"m" + std::to_string(100 + i), 5, 5, at(1), false});
    const auto ranking = desk::rankingOf(uses);
    EXPECT_EQ(ranking.first.size(), 21U);
    EXPECT_EQ(ranking.first.back(), "star");
    EXPECT_EQ(ranking.used.size(), 10U);
}

}  // namespace
