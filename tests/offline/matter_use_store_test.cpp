#include "offline/bench.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

namespace {

using offline::Favourite;
using offline::MatterUse;

TEST(MatterUseStore, CountsForTheClerkAndForEverybody)
{
    tests::Bench bench;
    auto& store = bench.place.matterUse();
    const auto first = bench.clock.now();
    ASSERT_TRUE(store.count("clerk", "hk-qy", first));
    bench.clock.advance(std::chrono::hours(1));
    ASSERT_TRUE(store.count("clerk", "hk-qy", bench.clock.now()));
    ASSERT_TRUE(store.count("agent", "hk-qy", first));
    ASSERT_TRUE(store.count("agent", "gt-sl", first));
    EXPECT_EQ(
        store.of("clerk").value(),
        (std::vector<MatterUse>{{"gt-sl", 0, 1, {}, false}, {"hk-qy", 2, 3, bench.clock.now(), false}}));
    EXPECT_EQ(store.of("nobody").value(),
              (std::vector<MatterUse>{{"gt-sl", 0, 1, {}, false}, {"hk-qy", 0, 3, {}, false}}));
}

TEST(MatterUseStore, KeepsMarksAcrossStartsForTheirClerkAlone)
{
    tests::Bench bench;
    ASSERT_TRUE(bench.place.matterUse().mark("clerk", "hk-qy", Favourite::Yes));
    ASSERT_TRUE(bench.place.matterUse().count("clerk", "hk-qy", bench.clock.now()));
    bench.reopen();
    EXPECT_TRUE(bench.place.matterUse().of("clerk")->front().favourite);
    EXPECT_FALSE(bench.place.matterUse().of("agent")->front().favourite);
    ASSERT_TRUE(bench.place.matterUse().mark("clerk", "hk-qy", Favourite::No));
    EXPECT_FALSE(bench.place.matterUse().of("clerk")->front().favourite);
}

TEST(MatterUseStore, NamesNoClerk)
{
    tests::Bench bench;
    ASSERT_TRUE(bench.place.matterUse().count("clerk", "hk-qy", bench.clock.now()));
    SQLite::Statement rows(bench.place.database().sqlite(), "SELECT CAST(clerk AS TEXT) FROM matter_use");
    while (rows.executeStep())
        EXPECT_EQ(rows.getColumn(0).getString().find("clerk"), std::string::npos);
}

TEST(Database, TellsThatSomethingChangedHereOrElsewhere)
{
    tests::Bench bench;
    auto& database = bench.place.database();
    const auto before = database.changeMark().value();
    EXPECT_EQ(database.changeMark().value(), before);
    ASSERT_TRUE(bench.place.matterUse().mark("clerk", "hk-qy", Favourite::Yes));
    const auto own = database.changeMark().value();
    EXPECT_NE(own, before);
    auto other = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    ASSERT_TRUE(other.matterUse().mark("clerk", "gt-sl", Favourite::Yes));
    EXPECT_NE(database.changeMark().value(), own);
}

}  // namespace
