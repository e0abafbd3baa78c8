#include "offline/bench.h"

#include <gtest/gtest.h>

using offline::OutboxState;
using offline::Recalled;

namespace {

class Recall : public testing::Test
{
  protected:
    Recall() { bench.logIn(server); }

    base::Result<Recalled> recall(const forms::Case& sealed)
    {
        const auto line = offline::CurlLine::open(server.url(), {}).value();
        return offline::Outbox(bench.place, *line).recall(sealed.id);
    }

    void run() { EXPECT_TRUE(tests::send(bench.place, server).has_value()); }

    void refuse(api::ProblemCode code)
    {
        api::Problem problem;
        problem.code = code;
        problem.message = "scripted";
        server.fail({.method = "PUT", .path = "/v1/cases/", .problem = problem});
        run();
    }

    forms::Case stored(const forms::Case& sealed) { return bench.place.cases().load(sealed.id).value(); }

    ScriptedBackOffice server;
    tests::Bench bench;
};

TEST_F(Recall, MakesADraftOfWhatWasNeverSentWithoutALine)
{
    const auto sealed = bench.put(1);
    server.stop();
    EXPECT_EQ(recall(sealed).value(), Recalled::DraftAgain);
    EXPECT_EQ(stored(sealed).state, forms::CaseState::Draft);
    EXPECT_EQ(stored(sealed).revision, 1);
    EXPECT_FALSE(bench.place.outbox().find(sealed.id, 1)->has_value());
    EXPECT_EQ(bench.place.audit().list(sealed.id, 1)->front().what, "case.recall");
}

TEST_F(Recall, MakesADraftOfAParkedCaseTheBackOfficeDoesNotHave)
{
    auto sealed = bench.put(1);
    refuse(api::ProblemCode::Incomplete);
    ASSERT_EQ(bench.place.outbox().get(sealed.id, 1)->state, OutboxState::Parked);
    EXPECT_EQ(recall(sealed).value(), Recalled::DraftAgain);
    EXPECT_EQ(server.count("GET", "/v1/cases/" + sealed.id.toString() + "/revisions/1"), 1);
    // Put right, it goes again as the same revision with other bytes.
    const auto mended = bench.place.cases().change(sealed.id, [](forms::Case& c) -> base::Status {
        c.matterName = "改名";
        return {};
    });
    ASSERT_TRUE(offline::putSealed(bench.place, bench.sealed(*mended), "clerk").has_value());
    run();
    EXPECT_EQ(bench.place.outbox().get(sealed.id, 1)->state, OutboxState::Received);
    EXPECT_EQ(server.accepted(), 1);
}

TEST_F(Recall, FetchesTheReceiptOfWhatTheBackOfficeHas)
{
    const auto sealed = bench.put(1);
    server.fail({.method = "PUT", .path = "/v1/cases/", .loseAnswer = true});
    server.fail({.method = "GET", .path = "/v1/cases/", .loseAnswer = true});
    run();
    ASSERT_NE(bench.place.outbox().get(sealed.id, 1)->state, OutboxState::Received);
    EXPECT_EQ(recall(sealed).value(), Recalled::Received);
    EXPECT_EQ(bench.place.outbox().get(sealed.id, 1)->state, OutboxState::Received);
    EXPECT_EQ(stored(sealed).state, forms::CaseState::Submitted);
    EXPECT_EQ(stored(sealed).officialNumber, "330399-2026-1");
    EXPECT_EQ(recall(sealed).error().code, base::ErrorCode::NotAllowed);
}

TEST_F(Recall, IsRefusedWithoutALineWhenItMayHaveArrived)
{
    const auto sealed = bench.put(1);
    refuse(api::ProblemCode::Incomplete);
    server.stop();
    EXPECT_EQ(recall(sealed).error().code, base::ErrorCode::Network);
    EXPECT_EQ(stored(sealed).state, forms::CaseState::Sealed);
    EXPECT_EQ(bench.place.outbox().get(sealed.id, 1)->state, OutboxState::Parked);
    server.start();
    ASSERT_TRUE(bench.place.sessions().begin(
        {{"clerk", "窗口", {forms::Role::Clerk}, "330399", {}}, bench.clerk, {}, std::nullopt}));
    EXPECT_EQ(recall(sealed).error().code, base::ErrorCode::Network) << "logged in without a line";
}

TEST_F(Recall, BelievesNoOtherContentAndNoOtherSignature)
{
    const auto sealed = bench.put(1);
    refuse(api::ProblemCode::Conflict);
    server.keepRevision(sealed.id, 1, bench.sealed(bench.draft(0)).jws());
    EXPECT_EQ(recall(sealed).error().code, base::ErrorCode::Conflict);
    server.keepRevision(sealed.id, 1, bench.place.outbox().manifestJws(sealed.id, 1).value());
    EXPECT_EQ(recall(sealed).error().code, base::ErrorCode::NotAllowed) << "a receipt nobody signed";
    EXPECT_EQ(stored(sealed).state, forms::CaseState::Sealed);
}

TEST_F(Recall, IsForItsAuthorOrWhomItWasHandedTo)
{
    const auto sealed = bench.put(1);
    const auto be = [this](const std::string& user) {
        ASSERT_TRUE(bench.place.sessions().begin({{user, user, {forms::Role::Clerk}, "330399", {}},
                                                  base::SigningKey::generate(),
                                                  "token-of-clerk",
                                                  bench.clock.now() + std::chrono::hours(1)}));
    };
    be("other");
    EXPECT_EQ(recall(sealed).error().code, base::ErrorCode::NotAllowed);
    ASSERT_TRUE(bench.place.cases().change(sealed.id, [](forms::Case& c) -> base::Status {
        forms::CourseEntry entry;
        entry.act = forms::Act::HandedOver;
        entry.taker = "other";
        append(c.course, entry);
        return {};
    }));
    EXPECT_EQ(recall(sealed).value(), Recalled::DraftAgain);
}

TEST_F(Recall, TakesPapersMadeSinceWithTheDraftAgain)
{
    const auto sealed = bench.put(1);
    const auto kept = bench.place.pages().keep("%PDF slip").value();
    api::DocumentRecord record;
    record.id = base::DocumentId::make(bench.clock.now());
    record.kind = forms::PaperKind::ReceiptSlip;
    record.number = "〔2026〕W1-1号";
    record.sha256 = kept.sha256;
    record.type = "application/pdf";
    record.bytes = kept.bytes;
    record.made = bench.clock.now();
    record.by = "clerk";
    ASSERT_TRUE(bench.place.papers().put(sealed.id, record));
    EXPECT_EQ(recall(sealed).value(), Recalled::DraftAgain);
    const auto draft = stored(sealed);
    ASSERT_EQ(draft.notices.size(), 1U);
    EXPECT_EQ(draft.notices.front().number, record.number);
    EXPECT_EQ(draft.course.back().act, forms::Act::NoticeMade);
    EXPECT_TRUE(bench.place.papers().ofCase(sealed.id)->empty());
}

TEST_F(Recall, OfNothingThatWaitsSaysSo)
{
    EXPECT_EQ(recall(bench.draft(0)).error().code, base::ErrorCode::NotFound);
}

}  // namespace
