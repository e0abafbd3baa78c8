#include <base/ids.h>

#include <gtest/gtest.h>

#include <type_traits>
#include <unordered_set>

using namespace base;

namespace {

TEST(Id, OfOneKindIsNoIdOfAnother)
{
    EXPECT_FALSE((std::is_convertible_v<CaseId, PageId>));
    EXPECT_FALSE((std::is_constructible_v<CaseId, PageId>));
    EXPECT_FALSE((std::is_convertible_v<Uuid, CaseId>)) << "only on purpose";
}

TEST(Id, IsReadAsItIsWritten)
{
    const auto id = CaseId::make(Timestamp{std::chrono::milliseconds{1'800'000'000'000}});
    EXPECT_EQ(CaseId::parse(id.toString()), id);
    EXPECT_EQ(CaseId::parse("case"), std::nullopt);
}

TEST(Id, IsNilUntilItIsGiven)
{
    EXPECT_TRUE(CaseId().isNil());
    EXPECT_FALSE(CaseId::make(Timestamp{}).isNil());
}

TEST(Id, CanBeAKeyOfASet)
{
    const auto a = PageId::make(Timestamp{});
    const auto b = PageId::make(Timestamp{});
    EXPECT_EQ((std::unordered_set<PageId>{a, b, a}).size(), 2U);
}

}  // namespace
