#include "offline/bench.h"

#include <offline/inbox.h>

#include <gtest/gtest.h>

namespace {

class Pulling : public testing::Test
{
  protected:
    Pulling()
    {
        bench.logIn(server);
        sealed = bench.put(1);
        EXPECT_TRUE(tests::send(bench.place, server).has_value());
    }

    /// A reviewer's mark on the case and the state it is in now.
    void review(const base::CaseId& id, forms::CaseState state, const std::string& text)
    {
        api::CaseDetail detail;
        detail.summary.caseId = id;
        detail.summary.state = state;
        detail.summary.number = "330399-2026-1";
        detail.summary.received = bench.clock.now();
        forms::Annotation mark;
        mark.id = base::AnnotationId::make(bench.clock.now());
        mark.creator = "reviewer";
        mark.created = bench.clock.now();
        mark.text = text;
        mark.caseId = id;
        mark.point = "m-id/id-2side";
        mark.pointer = "/materials/0";
        detail.annotations.push_back(mark);
        server.setCase(id, api::toJson(detail));
    }

    base::Result<offline::PullReport> pull()
    {
        offline::BackOfficeClient client(*line);
        client.useToken("token-of-clerk");
        return offline::Inbox(bench.place, client).pull();
    }

    ScriptedBackOffice server;
    tests::Bench bench;
    forms::Case sealed;
    std::unique_ptr<offline::CurlLine> line = offline::CurlLine::open(server.url(), {}).value();
};

}  // namespace

TEST_F(Pulling, BringsAnnotationsAndTheState)
{
    review(sealed.id, forms::CaseState::CorrectionRequested, "第二面缺失");
    const auto report = pull();
    ASSERT_TRUE(report.has_value()) << base::describe(report.error());
    EXPECT_EQ(report->changed, std::vector{sealed.id});
    EXPECT_EQ(bench.place.cases().load(sealed.id)->state, forms::CaseState::CorrectionRequested);
    const auto marks = bench.place.inbox().annotations(sealed.id).value();
    ASSERT_EQ(marks.size(), 1U);
    EXPECT_EQ(marks[0].text, "第二面缺失");
    const auto rows = bench.place.inbox().list().value();
    EXPECT_TRUE(rows[0].unseen);
    EXPECT_EQ(rows[0].open, 1);
    ASSERT_TRUE(bench.place.inbox().markSeen(sealed.id).has_value());
    EXPECT_TRUE(pull()->changed.empty());
    EXPECT_FALSE(bench.place.inbox().list()->front().unseen);
}

TEST_F(Pulling, RepeatsAndNeverSkipsAfterACut)
{
    review(sealed.id, forms::CaseState::Returned, "重扫");
    server.fail({.method = "GET", .path = "/v1/cases/", .times = 2, .loseAnswer = true});
    EXPECT_EQ(pull().error().code, base::ErrorCode::Network);
    EXPECT_EQ(bench.place.inbox().cursor().value(), "");
    EXPECT_EQ(pull()->changed.size(), 1U);
    EXPECT_EQ(bench.place.inbox().cursor().value(), "1");
}

TEST_F(Pulling, IgnoresCasesOfOtherWindows)
{
    review(base::CaseId::make(bench.clock.now()), forms::CaseState::Returned, "x");
    EXPECT_EQ(pull()->ignored, 1);
    EXPECT_TRUE(bench.place.inbox().list()->empty());
}

TEST_F(Pulling, DoesNotBelieveNewsOfOtherContent)
{
    server.keepRevision(sealed.id, 1, bench.sealed(bench.draft(0)).jws());
    review(sealed.id, forms::CaseState::Approved, "x");
    const auto report = pull();
    EXPECT_EQ(report->doubtful, std::vector{sealed.id});
    EXPECT_EQ(bench.place.cases().load(sealed.id)->state, forms::CaseState::Submitted);
}

TEST_F(Pulling, LeavesADraftThatIsBeingCorrectedAlone)
{
    ASSERT_TRUE(bench.place.cases().change(sealed.id, [](forms::Case& c) -> base::Status {
        c.state = forms::CaseState::Draft;
        c.revision = 2;
        return {};
    }));
    review(sealed.id, forms::CaseState::Returned, "x");
    ASSERT_TRUE(pull().has_value());
    EXPECT_EQ(bench.place.cases().load(sealed.id)->state, forms::CaseState::Draft);
}

TEST_F(Pulling, FetchesPagesThatWerePurged)
{
    const auto page = sealed.pages[0].sha256;
    std::filesystem::remove(bench.folder.page(page));
    offline::BackOfficeClient client(*line);
    client.useToken("token-of-clerk");
    offline::Inbox inbox(bench.place, client);
    EXPECT_EQ(inbox.fetch(sealed.id).value(), 1);
    EXPECT_EQ(bench.place.pages().read(page)->size(), 3000U);
    EXPECT_EQ(inbox.fetch(sealed.id).value(), 0);
}
