#include "offline/bench.h"

#include <gtest/gtest.h>

using offline::PaperState;

namespace {

class Papers : public testing::Test
{
  protected:
    Papers()
    {
        bench.logIn(server);
        sealed = bench.put(1);
    }

    api::DocumentRecord paper(const std::string& bytes = "%PDF paper")
    {
        const auto kept = bench.place.pages().keep(bytes).value();
        api::DocumentRecord record;
        record.id = base::DocumentId::make(bench.clock.now());
        record.kind = forms::PaperKind::AcceptanceNotice;
        record.number = "测规资〔2026〕W1-1号";
        record.sha256 = kept.sha256;
        record.type = "application/pdf";
        record.bytes = kept.bytes;
        record.made = bench.clock.now();
        record.by = "clerk";
        return record;
    }

    offline::PaperEntry entry() { return bench.place.papers().ofCase(sealed.id)->front(); }

    offline::SendReport run(offline::SendWhat what = offline::SendWhat::Due)
    {
        const auto report = tests::send(bench.place, server, what);
        EXPECT_TRUE(report.has_value()) << base::describe(report.error());
        return report.value_or(offline::SendReport());
    }

    static api::Problem problem(api::ProblemCode code)
    {
        api::Problem result;
        result.code = code;
        result.message = "scripted";
        return result;
    }

    ScriptedBackOffice server;
    tests::Bench bench;
    forms::Case sealed;
};

TEST_F(Papers, AreToldOfWhenTheCaseIsThereAndTheirBytesGoFirst)
{
    const auto record = paper();
    ASSERT_TRUE(bench.place.papers().put(sealed.id, record));
    EXPECT_TRUE(bench.place.papers().due(bench.clock.now())->empty()) << "its case is not received yet";
    const auto report = run();
    EXPECT_EQ(report.received, 1);
    EXPECT_EQ(report.papers, 1);
    EXPECT_TRUE(server.holds(record.sha256));
    EXPECT_EQ(server.documents(), std::vector{record});
    EXPECT_EQ(entry().state, PaperState::Kept);
    EXPECT_FALSE(bench.place.papers().nextTry()->has_value());
}

TEST_F(Papers, SurviveTheLineAndGoWhenItReturns)
{
    run();
    ASSERT_TRUE(bench.place.papers().put(sealed.id, paper()));
    server.stop();
    EXPECT_TRUE(run().line.has_value());
    EXPECT_EQ(entry().state, PaperState::Waiting);
    EXPECT_GT(entry().nextTry, bench.clock.now());
    bench.close();
    bench.reopen();
    server.start();
    EXPECT_EQ(run(offline::SendWhat::Waiting).papers, 1);
    EXPECT_EQ(server.documents().size(), 1U);
}

TEST_F(Papers, AreToldAgainAfterALostAnswerAndKeptOnce)
{
    run();
    ASSERT_TRUE(bench.place.papers().put(sealed.id, paper()));
    server.fail({.method = "POST", .path = "/v1/cases/", .loseAnswer = true});
    EXPECT_TRUE(run().line.has_value());
    EXPECT_EQ(run(offline::SendWhat::Waiting).papers, 1);
    EXPECT_EQ(server.documents().size(), 1U);
    EXPECT_EQ(server.count("POST", "/v1/uploads/"), 2) << "one page, one paper, nothing twice";
}

TEST_F(Papers, AreParkedWithTheirCauseAndTriedAgainWhenAsked)
{
    run();
    ASSERT_TRUE(bench.place.papers().put(sealed.id, paper()));
    server.fail({.method = "POST", .path = "/v1/cases/", .problem = problem(api::ProblemCode::Forbidden)});
    EXPECT_EQ(run().parked, 1);
    EXPECT_EQ(entry().state, PaperState::Parked);
    EXPECT_EQ(entry().cause, offline::ParkCause::Forbidden);
    EXPECT_EQ(run(offline::SendWhat::Waiting).papers, 0);
    EXPECT_EQ(bench.place.papers().retry(sealed.id).value(), 1);
    EXPECT_EQ(run().papers, 1);
}

TEST_F(Papers, WaitAgainWhenSomethingIsAddedAlsoWhileTheyAreOnTheirWay)
{
    run();
    auto record = paper();
    ASSERT_TRUE(bench.place.papers().put(sealed.id, record));
    server.fail({.method = "POST", .path = "/v1/cases/", .beforeAnswer = [&] {
                     auto other = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
                     record.handed = forms::HandedOver{bench.clock.now(), "示例甲", "person"};
                     EXPECT_TRUE(other.papers().put(sealed.id, record));
                 }});
    run();
    EXPECT_EQ(server.documents().back().handed, record.handed);
    EXPECT_EQ(entry().state, PaperState::Kept);
    EXPECT_EQ(server.documents().size(), 1U);
}

TEST_F(Papers, KeepTheirBytesAsLongAsTheyAreKnown)
{
    run();
    const auto record = paper();
    ASSERT_TRUE(bench.place.papers().put(sealed.id, record, PaperState::Kept));
    bench.clock.advance(std::chrono::hours(24 * 400));
    ASSERT_TRUE(bench.place.pages().removeUnused(std::chrono::hours(24)));
    EXPECT_TRUE(bench.place.pages().has(record.sha256));
}

TEST_F(Papers, OfADraftGoUpWithItsPagesAndStayWhenThosePagesGo)
{
    auto draft = bench.draft(1);
    const auto kept = bench.place.pages().keep("%PDF slip").value();
    const auto noted = bench.place.cases().change(draft.id, [&](forms::Case& c) -> base::Status {
        forms::NoticeRecord slip{"receipt-slip", kept.sha256};
        slip.bytes = kept.bytes;
        c.notices = {slip};
        draft = c;
        return {};
    });
    ASSERT_TRUE(noted.has_value());
    ASSERT_TRUE(offline::putSealed(bench.place, bench.sealed(*noted), "clerk"));
    run();
    EXPECT_TRUE(server.holds(kept.sha256));
    bench.clock.advance(std::chrono::hours(24 * 30));
    const auto line = offline::CurlLine::open(server.url(), {}).value();
    ASSERT_TRUE(offline::Outbox(bench.place, *line).purge());
    EXPECT_FALSE(bench.place.pages().has(draft.pages.front().sha256));
    EXPECT_TRUE(bench.place.pages().has(kept.sha256)) << "it can be printed again without a line";
}

TEST_F(Papers, GetNumbersOfTheirOwnSeriesThatNoneGetsTwice)
{
    auto& papers = bench.place.papers();
    EXPECT_EQ(papers.nextNumber("W1", "测规资", 2026).value(), 1);
    auto later = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    EXPECT_EQ(later.papers().nextNumber("W1", "测规资", 2026).value(), 2);
    EXPECT_EQ(papers.nextNumber("W1", "测市监", 2026).value(), 1);
    EXPECT_EQ(papers.nextNumber("W1", "测规资", 2027).value(), 1);
    EXPECT_EQ(papers.nextNumber("W2", "测规资", 2026).value(), 1);
}

TEST_F(Papers, TellWhoTookThemInSealedBytesOnly)
{
    auto record = paper();
    record.handed = forms::HandedOver{bench.clock.now(), std::string(tests::PlantedName), "person"};
    ASSERT_TRUE(bench.place.papers().put(sealed.id, record));
    EXPECT_EQ(entry().record, record);
    bench.close();
    const auto bytes = base::readFile(bench.folder.database()).value();
    EXPECT_EQ(bytes.find(tests::PlantedName), std::string::npos);
    bench.reopen();
}

}  // namespace
