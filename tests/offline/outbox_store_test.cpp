#include "offline/bench.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

using offline::OutboxState;

TEST(OutboxStore, PutsTheSameRevisionOnce)
{
    tests::Bench bench;
    const auto draft = bench.draft();
    const auto sealed = bench.sealed(draft);
    ASSERT_TRUE(bench.place.outbox().put(sealed).has_value());
    ASSERT_TRUE(bench.place.outbox().put(sealed).has_value());
    EXPECT_EQ(bench.place.outbox().list()->size(), 1U);
    auto other = draft;
    other.matterName = "else";
    EXPECT_EQ(bench.place.outbox().put(bench.sealed(other)).error().code, base::ErrorCode::Conflict);
}

TEST(OutboxStore, SealsTheCaseInTheSameStep)
{
    tests::Bench bench;
    const auto draft = bench.put();
    EXPECT_EQ(bench.place.cases().load(draft.id)->state, forms::CaseState::Sealed);
    const auto entry = bench.place.outbox().get(draft.id, 1).value();
    EXPECT_EQ(entry.state, OutboxState::Waiting);
    EXPECT_EQ(entry.total.value, 6000U);
    EXPECT_EQ(bench.place.audit().list(draft.id, 1)->front().what, "case.seal");
}

TEST(OutboxStore, SkipsNoRevision)
{
    tests::Bench bench;
    auto second = bench.draft();
    const auto first = bench.sealed(second);
    second.revision = 2;
    ASSERT_TRUE(bench.place.outbox().put(first).has_value());
    second.previous = base::Digest::of("else");
    EXPECT_EQ(bench.place.outbox().put(bench.sealed(second)).error().code, base::ErrorCode::Conflict);
    second.previous = first.digest();
    ASSERT_TRUE(bench.place.outbox().put(bench.sealed(second)).has_value());
    const auto due = bench.place.outbox().due(bench.clock.now()).value();
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].revision, 1);
}

TEST(OutboxStore, KeepsCauseAndNextTryOverARestart)
{
    tests::Bench bench;
    const auto waiting = bench.put();
    const auto parked = bench.put();
    const auto when = bench.clock.now() + std::chrono::minutes(3);
    ASSERT_TRUE(
        bench.place.outbox().tryLater(waiting.id, 1, OutboxState::Waiting, when, "network").has_value());
    ASSERT_TRUE(
        bench.place.outbox().park(parked.id, 1, offline::ParkCause::TooLarge, "too-large").has_value());
    auto later = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    EXPECT_EQ(later.outbox().get(waiting.id, 1)->nextTry, when);
    EXPECT_EQ(later.outbox().get(waiting.id, 1)->attempts, 1);
    EXPECT_EQ(later.outbox().get(parked.id, 1)->cause, offline::ParkCause::TooLarge);
    EXPECT_TRUE(later.outbox().due(bench.clock.now())->empty());
    EXPECT_EQ(later.outbox().due(when)->size(), 1U);
    EXPECT_EQ(later.outbox().nextTry().value(), when);
    ASSERT_TRUE(later.outbox().wake().has_value());
    EXPECT_EQ(later.outbox().due(bench.clock.now())->size(), 1U);
    EXPECT_EQ(later.outbox().retry(parked.id).value(), 1);
    EXPECT_EQ(later.outbox().get(parked.id, 1)->state, OutboxState::Waiting);
}

TEST(OutboxStore, LetsNoRowSayReceivedWithoutAReceipt)
{
    tests::Bench bench;
    bench.put();
    auto& sqlite = bench.place.database().sqlite();
    EXPECT_THROW(sqlite.exec("UPDATE outbox SET state = 'received'"), SQLite::Exception);
    EXPECT_THROW(sqlite.exec("UPDATE outbox SET state = 'parked'"), SQLite::Exception);
    EXPECT_THROW(sqlite.exec("UPDATE outbox SET state = 'dropped'"), SQLite::Exception);
}

TEST(OutboxStore, NeverSealsACaseWhosePagesAreNotHere)
{
    tests::Bench bench;
    const auto draft = bench.draft();
    std::filesystem::remove(bench.folder.page(draft.pages[1].sha256));
    EXPECT_EQ(offline::putSealed(bench.place, bench.sealed(draft), "clerk").error().code,
              base::ErrorCode::NotFound);
    EXPECT_EQ(bench.place.cases().load(draft.id)->state, forms::CaseState::Draft);
    EXPECT_TRUE(bench.place.outbox().list()->empty());
}

TEST(OutboxState, EveryTokenReadsBack)
{
    for (const auto state : offline::allOutboxStates())
        EXPECT_EQ(offline::parseOutboxState(nameOf(state)), state);
    for (const auto cause : offline::allParkCauses()) {
        EXPECT_EQ(offline::parseParkCause(nameOf(cause)), cause);
        EXPECT_NE(offline::mustAct(cause), offline::MustAct::Nobody);
        EXPECT_FALSE(titleOf(cause).empty());
    }
}

TEST(RetryPlan, DoublesFromFloorToCeiling)
{
    const offline::RetryPlan plan;
    EXPECT_EQ(plan.delay(1, 0), std::chrono::seconds(5));
    EXPECT_EQ(plan.delay(2, 0), std::chrono::seconds(10));
    EXPECT_EQ(plan.delay(100, 0), std::chrono::minutes(15));
    EXPECT_EQ(plan.delay(1, 0.999).count(), 2503);
}
