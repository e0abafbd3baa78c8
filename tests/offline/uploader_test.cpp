#include "offline/bench.h"

#include <api/put_revision.h>

#include <gtest/gtest.h>

using offline::OutboxState;
using offline::ParkCause;

namespace {

constexpr std::size_t Large = (std::size_t{5} << 20) / 2;  ///< three chunks

class Sending : public testing::Test
{
  protected:
    Sending() { bench.logIn(server); }

    offline::OutboxEntry entry(const forms::Case& sealed, int revision = 1)
    {
        return bench.place.outbox().get(sealed.id, revision).value();
    }

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
};

}  // namespace

TEST_F(Sending, BringsPagesThenManifestAndKeepsTheReceipt)
{
    const auto sealed = bench.put(3);
    EXPECT_EQ(run().received, 1);
    const auto sent = entry(sealed);
    EXPECT_EQ(sent.state, OutboxState::Received);
    EXPECT_EQ(sent.sent, sent.total);
    EXPECT_EQ(sent.officialNumber, "330399-2026-1");
    for (const auto& page : sealed.pages)
        EXPECT_TRUE(server.holds(page.sha256));
    const auto known = bench.place.cases().load(sealed.id).value();
    EXPECT_EQ(known.state, forms::CaseState::Submitted);
    EXPECT_EQ(known.officialNumber, "330399-2026-1");
    EXPECT_TRUE(forms::peekJws(bench.place.outbox().receiptJws(sealed.id, 1).value()).has_value());
    EXPECT_EQ(run().received, 0);
    EXPECT_EQ(server.accepted(), 1);
}

TEST_F(Sending, PutsTheTokenIntoTheHeaderAlone)
{
    bench.put(1);
    run();
    for (const auto& request : server.requests()) {
        EXPECT_EQ(request.path.find("token-of"), std::string::npos);
        EXPECT_EQ(request.body.find("token-of"), std::string::npos);
        if (!request.path.starts_with("/v1/health")) {
            EXPECT_EQ(request.headers.at("authorization"), "Bearer token-of-clerk");
        }
    }
}

TEST_F(Sending, SendsOnlyThePagesTheServerLacks)
{
    const auto sealed = bench.put(3);
    server.keepPage(bench.place.pages().read(sealed.pages[1].sha256).value());
    run();
    EXPECT_EQ(server.count("POST", "/v1/uploads/"), 2);
    EXPECT_EQ(server.accepted(), 1);
}

TEST_F(Sending, ResumesAtTheOffsetTheServerReports)
{
    bench.put(1, Large);
    server.fail({.method = "PATCH", .path = "/v1/uploads/", .cutBodyAt = offline::Uploader::ChunkSize / 2});
    EXPECT_EQ(run().received, 1);
    std::size_t sent = 0;
    std::size_t reached = 0;
    for (const auto& request : server.requests()) {
        if (request.method != "PATCH")
            continue;
        EXPECT_LE(request.body.size(), offline::Uploader::ChunkSize);
        EXPECT_EQ(std::stoul(request.headers.at("upload-offset")), reached);
        reached += request.body.size();
        sent += request.body.size();
    }
    EXPECT_EQ(sent, Large);
    EXPECT_GE(server.count("HEAD", "/v1/uploads/"), 1);
}

TEST_F(Sending, ResumesAnUploadThatARunBeforeBegan)
{
    const auto sealed = bench.put(1, Large);
    server.fail({.method = "PATCH", .path = "/v1/uploads/", .times = 2, .cutBodyAt = 200000});
    server.fail(
        {.method = "HEAD", .path = "/v1/uploads/", .times = 9, .problem = problem(api::ProblemCode::Busy)});
    EXPECT_EQ(run().waiting, 1);
    EXPECT_EQ(entry(sealed).state, OutboxState::Waiting);
    server.forgetFaults();
    EXPECT_EQ(run(offline::SendWhat::Waiting).received, 1);
    EXPECT_EQ(server.count("POST", "/v1/uploads/"), 1);
    std::size_t sent = 0;
    for (const auto& request : server.requests())
        sent += request.method == "PATCH" ? request.body.size() : 0;
    EXPECT_EQ(sent, Large);
}

TEST_F(Sending, BeginsAnUploadAnewThatTheServerForgot)
{
    bench.put(1, Large);
    server.fail({.method = "PATCH", .path = "/v1/uploads/", .problem = problem(api::ProblemCode::Gone)});
    EXPECT_EQ(run().received, 1);
    EXPECT_EQ(server.count("POST", "/v1/uploads/"), 2);
}

TEST_F(Sending, AsksByDigestWhenTheAnswerWasLost)
{
    const auto sealed = bench.put();
    server.fail({.method = "PUT", .path = "/v1/cases/", .loseAnswer = true});
    EXPECT_EQ(run().received, 1);
    EXPECT_EQ(server.accepted(), 1);
    EXPECT_EQ(server.count("GET", "/v1/cases/"), 1);
    EXPECT_EQ(entry(sealed).state, OutboxState::Received);
    EXPECT_EQ(server.count("POST", "/v1/uploads/"), 2);
}

TEST_F(Sending, SendsAgainWhenTheManifestNeverArrived)
{
    bench.put();
    server.fail({.method = "PUT", .path = "/v1/cases/", .cutBodyAt = 10});
    EXPECT_EQ(run().received, 1);
    EXPECT_EQ(server.accepted(), 1);
}

TEST_F(Sending, BringsWhatTheServerSaysIsStillMissing)
{
    bench.put();
    auto lacking = problem(api::ProblemCode::MissingPages);
    server.fail({.method = "PUT", .path = "/v1/cases/", .problem = lacking});
    EXPECT_EQ(run().received, 1);
    EXPECT_EQ(server.count("POST", "/v1/pages/missing"), 2);
}

TEST_F(Sending, ParksWhatSendingAgainDoesNotMend)
{
    const std::vector<std::pair<api::ProblemCode, ParkCause>> table{
        {api::ProblemCode::Conflict, ParkCause::Conflict},
        {api::ProblemCode::Incomplete, ParkCause::Incomplete},
        {api::ProblemCode::TooLarge, ParkCause::TooLarge},
        {api::ProblemCode::UnsupportedType, ParkCause::UnsupportedType},
        {api::ProblemCode::BadSignature, ParkCause::BadSignature},
        {api::ProblemCode::UnknownGuide, ParkCause::UnknownGuide},
        {api::ProblemCode::Forbidden, ParkCause::Forbidden},
        {api::ProblemCode::BadRequest, ParkCause::Refused}};
    for (const auto& [code, cause] : table) {
        const auto sealed = bench.put(0);
        server.fail({.method = "PUT", .path = "/v1/cases/", .problem = problem(code)});
        EXPECT_EQ(run().parked, 1) << nameOf(code);
        EXPECT_EQ(entry(sealed).state, OutboxState::Parked);
        EXPECT_EQ(entry(sealed).cause, cause) << nameOf(code);
        EXPECT_TRUE(entry(sealed).reason.starts_with(nameOf(code)));
    }
    EXPECT_EQ(run(offline::SendWhat::Waiting).received, 0);  // parked entries wait for somebody
    EXPECT_EQ(bench.place.outbox().retryAll().value(), 8);
    EXPECT_EQ(run().received, 8);
}

TEST_F(Sending, NamesTheFindingsOfTheServersCheck)
{
    const auto sealed = bench.put(0);
    auto incomplete = problem(api::ProblemCode::Incomplete);
    incomplete.findings.push_back({"missing:m-hkb", "m-hkb", {}, {}, "block", "text"});
    server.fail({.method = "PUT", .path = "/v1/cases/", .problem = incomplete});
    run();
    EXPECT_EQ(entry(sealed).reason, "incomplete missing:m-hkb");
}

TEST_F(Sending, TriesLaterWhenTheServerIsBusy)
{
    const auto sealed = bench.put(0);
    auto busy = problem(api::ProblemCode::RateLimited);
    busy.retryAfter = std::chrono::seconds(60);
    server.fail({.method = "PUT", .path = "/v1/cases/", .problem = busy});
    EXPECT_EQ(run().waiting, 1);
    EXPECT_EQ(entry(sealed).nextTry, bench.clock.now() + std::chrono::seconds(60));
    EXPECT_EQ(run().received, 0);
    bench.clock.advance(std::chrono::seconds(61));
    EXPECT_EQ(run().received, 1);
}

TEST_F(Sending, WaitsWithoutALineAndGoesAtOnceWhenItReturns)
{
    const auto sealed = bench.put();
    server.stop();
    const auto report = run();
    ASSERT_TRUE(report.line.has_value());
    EXPECT_EQ(report.line->code, base::ErrorCode::Network);
    EXPECT_GT(entry(sealed).nextTry, bench.clock.now());
    EXPECT_EQ(entry(sealed).attempts, 1);
    server.start();
    EXPECT_EQ(run().received, 1);
}

TEST_F(Sending, GivesNothingToAnotherServer)
{
    const auto sealed = bench.put();
    server.signWith(base::SigningKey::generate());
    const auto report = run();
    ASSERT_TRUE(report.line.has_value());
    EXPECT_EQ(report.line->code, base::ErrorCode::NotOurServer);
    EXPECT_EQ(server.requests().size(), 1U);
    EXPECT_FALSE(server.requests()[0].headers.contains("authorization"));
    EXPECT_EQ(entry(sealed).state, OutboxState::Waiting);
}

TEST_F(Sending, TakesALoginPageOfTheNetworkForNoAnswer)
{
    const auto sealed = bench.put();
    server.fail({.method = "GET", .path = "/v1/health", .html = "<html>please log in"});
    EXPECT_EQ(run().line->code, base::ErrorCode::NotOurServer);
    server.fail({.method = "PUT", .path = "/v1/cases/", .times = 9, .html = "<html>please log in"});
    EXPECT_TRUE(run().line.has_value());
    EXPECT_NE(entry(sealed).state, OutboxState::Parked);
    server.forgetFaults();
    EXPECT_EQ(run().received, 1);
    EXPECT_EQ(server.accepted(), 1);
}

TEST_F(Sending, BelievesNoReceiptWithAnotherSignature)
{
    const auto sealed = bench.put(0);
    server.fail({.method = "GET", .path = "/v1/health", .beforeAnswer = [&] {
                     server.signWith(base::SigningKey::generate());
                 }});
    EXPECT_EQ(run().parked, 1);
    EXPECT_EQ(entry(sealed).cause, ParkCause::WrongReceipt);
    EXPECT_EQ(bench.place.cases().load(sealed.id)->state, forms::CaseState::Sealed);
}

TEST_F(Sending, SendsRevisionsInOrder)
{
    auto sealed = bench.put(1);
    const auto first = bench.place.outbox().get(sealed.id, 1)->manifest;
    const auto reopened = bench.place.cases().change(sealed.id, [&](forms::Case& c) -> base::Status {
        c.revision = 2;
        c.previous = first;
        c.state = forms::CaseState::Draft;
        return {};
    });
    ASSERT_TRUE(offline::putSealed(bench.place, bench.sealed(*reopened), "clerk").has_value());
    server.fail({.method = "PUT", .path = "/v1/cases/", .problem = problem(api::ProblemCode::Busy)});
    EXPECT_EQ(run().waiting, 1);
    EXPECT_EQ(entry(sealed, 2).attempts, 0);
    EXPECT_EQ(run(offline::SendWhat::Waiting).received, 2);
    EXPECT_EQ(server.accepted(), 2);
}

TEST_F(Sending, NeedsALoginButLosesNothingWithoutOne)
{
    const auto sealed = bench.put();
    server.fail({.method = "POST",
                 .path = "/v1/pages/missing",
                 .problem = problem(api::ProblemCode::Unauthenticated)});
    EXPECT_EQ(tests::send(bench.place, server).error().code, base::ErrorCode::LoginNeeded);
    EXPECT_EQ(entry(sealed).state, OutboxState::Waiting);
    EXPECT_EQ(entry(sealed).attempts, 0);
    ASSERT_TRUE(bench.place.sessions().end().has_value());
    EXPECT_EQ(tests::send(bench.place, server).error().code, base::ErrorCode::LoginNeeded);
    bench.logIn(server);
    EXPECT_EQ(run().received, 1);
}

TEST_F(Sending, ParksACaseWhosePageIsDamagedHere)
{
    const auto sealed = bench.put(1);
    std::filesystem::resize_file(bench.folder.page(sealed.pages[0].sha256), 90);
    EXPECT_EQ(run().parked, 1);
    EXPECT_EQ(entry(sealed).cause, ParkCause::Damaged);
    EXPECT_EQ(server.accepted(), 0);
}

TEST_F(Sending, IsDoneByOneAtATime)
{
    for (int i = 0; i < 4; ++i)
        bench.put(1);
    auto other = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    std::jthread second([&] { EXPECT_TRUE(tests::send(other, server).has_value()); });
    run();
    second.join();
    EXPECT_EQ(server.accepted(), 4);
    EXPECT_EQ(server.count("PUT", "/v1/cases/"), 4);
}

TEST_F(Sending, PurgesNothingBeforeTheReceiptAndTheUndoPeriod)
{
    const auto sealed = bench.put(1);
    const auto page = sealed.pages[0].sha256;
    const auto line = offline::CurlLine::open(server.url(), {}).value();
    offline::Outbox outbox(bench.place, *line);
    bench.clock.advance(std::chrono::hours(24 * 30));
    EXPECT_EQ(outbox.purge().value(), 0);
    EXPECT_TRUE(bench.place.pages().has(page));
    bench.logIn(server);
    EXPECT_EQ(run().received, 1);
    bench.clock.advance(std::chrono::hours(24 * 6));
    EXPECT_EQ(outbox.purge().value(), 0);
    EXPECT_TRUE(bench.place.pages().has(page));
    bench.clock.advance(std::chrono::hours(24 * 2));
    EXPECT_EQ(outbox.purge().value(), 1);
    EXPECT_FALSE(bench.place.pages().has(page));
    EXPECT_TRUE(entry(sealed).purged);
    EXPECT_TRUE(bench.place.cases().load(sealed.id).has_value());
}
