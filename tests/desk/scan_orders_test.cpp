#include <desk/scan_orders.h>

#include <gtest/gtest.h>

namespace {

using desk::ScanOrder;
using desk::ScanOrders;
using scanner::BatchEnd;
using scanner::EndReason;

using Answer = ScanOrders::Answer;

ScanOrder into(const char* material)
{
    ScanOrder order;
    order.place.material = material;
    return order;
}

BatchEnd ended(EndReason why)
{
    return {why, 1, why == EndReason::Faulted ? std::optional(scanner::ScanFault::Jammed) : std::nullopt};
}

TEST(ScanOrders, BeginAtOnceWhenNothingRuns)
{
    ScanOrders orders;
    EXPECT_EQ(orders.ask(into("m-id")), Answer::Begin);
    EXPECT_TRUE(orders.isRunning());
    EXPECT_FALSE(orders.over(ended(EndReason::FeederEmpty)));
    EXPECT_FALSE(orders.isRunning());
    EXPECT_EQ(orders.ask(into("m-id")), Answer::Begin);
}

TEST(ScanOrders, TheSameWishBeforeTheFirstPageIsNoSecondBatch)
{
    ScanOrders orders;
    EXPECT_EQ(orders.ask(into("m-id")), Answer::Begin);
    EXPECT_EQ(orders.ask(into("m-id")), Answer::Running);
    EXPECT_FALSE(orders.over(ended(EndReason::Finished)));
}

TEST(ScanOrders, AnOrderGivenAfterThePageWasSeenWaitsUntilTheDriverIsGone)
{
    ScanOrders orders;
    EXPECT_EQ(orders.ask(into("m-id")), Answer::Begin);
    orders.kept();
    EXPECT_EQ(orders.ask(into("m-id")), Answer::Waits);
    EXPECT_TRUE(orders.isWaiting());
    const auto next = orders.over(ended(EndReason::Finished));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->place.material, "m-id");
    EXPECT_TRUE(orders.isRunning()) << "the order that waited runs now";
    EXPECT_EQ(orders.ask(into("m-id")), Answer::Running) << "and has brought nothing yet";
}

TEST(ScanOrders, AnotherMaterialWaitsEvenBeforeTheFirstPage)
{
    ScanOrders orders;
    EXPECT_EQ(orders.ask(into("m-id")), Answer::Begin);
    EXPECT_EQ(orders.ask(into("m-hkb")), Answer::Waits);
    EXPECT_EQ(orders.ask(into("m-jhz")), Answer::Waits) << "the last one asked for counts";
    const auto next = orders.over(ended(EndReason::FeederEmpty));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->place.material, "m-jhz");
}

TEST(ScanOrders, APageToBeScannedAgainIsAWishOfItsOwn)
{
    ScanOrders orders;
    EXPECT_EQ(orders.ask(into("m-id")), Answer::Begin);
    auto again = into("m-id");
    again.instead = base::PageId::parse("019abcde-0000-7000-8000-000000000001").value();
    EXPECT_EQ(orders.ask(again), Answer::Waits);
    EXPECT_EQ(orders.over(ended(EndReason::Finished)).value().instead, again.instead);
}

TEST(ScanOrders, NothingGoesOnByItselfAfterAFaultOrACancel)
{
    for (const auto why : {EndReason::Faulted, EndReason::Cancelled}) {
        ScanOrders orders;
        EXPECT_EQ(orders.ask(into("m-id")), Answer::Begin);
        EXPECT_EQ(orders.ask(into("m-hkb")), Answer::Waits);
        EXPECT_FALSE(orders.over(ended(why)));
        EXPECT_FALSE(orders.isRunning());
        EXPECT_FALSE(orders.isWaiting());
    }
}

}  // namespace
