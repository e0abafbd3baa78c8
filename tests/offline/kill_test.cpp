#include "offline/bench.h"

#include <gtest/gtest.h>

#include <sys/wait.h>

#include <csignal>
#include <unistd.h>

using offline::OutboxState;

namespace {

constexpr std::size_t Large = std::size_t{3} << 20;

/// Runs `work` in a process of its own on the bench's data folder; true when SIGKILL ended it.
template <class Work>
bool diesIn(tests::Bench& bench, Work work)
{
    bench.close();  // no connection may live on in two processes
    const auto child = ::fork();
    if (child == 0) {
        auto place = offline::Workplace::open(bench.folder, bench.vault, bench.clock);
        if (place)
            work(*place);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    bench.reopen();
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

class Killed : public testing::Test
{
  protected:
    Killed()
    {
        bench.logIn(server);
        sealed = bench.put(3, 20000);
    }

    /// After the death a program started later brings exactly one case, whole.
    void expectOneArrives()
    {
        auto place = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
        const auto report = tests::send(place, server, offline::SendWhat::Waiting);
        ASSERT_TRUE(report.has_value()) << base::describe(report.error());
        EXPECT_EQ(place.outbox().get(sealed.id, 1)->state, OutboxState::Received);
        EXPECT_EQ(place.cases().load(sealed.id)->state, forms::CaseState::Submitted);
        EXPECT_EQ(server.accepted(), 1);
        EXPECT_EQ(server.cases(), 1U);
        for (const auto& page : sealed.pages)
            EXPECT_TRUE(server.holds(page.sha256));
        EXPECT_FALSE(place.audit().verify()->broken.has_value());
    }

    /// Dies when the entry is in that state for the `nth` time.
    void dieIn(OutboxState state, int nth = 1)
    {
        EXPECT_TRUE(diesIn(bench, [&](offline::Workplace& place) {
            int seen = 0;
            (void)tests::send(place, server, offline::SendWhat::Due, [&](const offline::OutboxEntry& entry) {
                if (entry.state == state && ++seen == nth)
                    ::kill(::getpid(), SIGKILL);
            });
        })) << nameOf(state);
    }

    /// Dies while the server works on a request.
    void dieDuring(ScriptedBackOffice::Fault fault)
    {
        bench.close();
        const auto child = ::fork();
        if (child == 0) {
            auto place = offline::Workplace::open(bench.folder, bench.vault, bench.clock);
            ::raise(SIGSTOP);  // until the parent has told the server whom to kill
            (void)tests::send(*place, server);
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, WUNTRACED);
        fault.beforeAnswer = [child] { ::kill(child, SIGKILL); };
        fault.loseAnswer = true;
        server.fail(std::move(fault));
        ::kill(child, SIGCONT);
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        server.forgetFaults();
        bench.reopen();
    }

    ScriptedBackOffice server;
    tests::Bench bench;
    forms::Case sealed;
};

}  // namespace

TEST_F(Killed, WhileWaiting)
{
    EXPECT_TRUE(diesIn(bench, [&](offline::Workplace&) { ::kill(::getpid(), SIGKILL); }));
    expectOneArrives();
}

TEST_F(Killed, WhileSendingThePages)
{
    for (int nth = 1; nth <= 3; ++nth)
        dieIn(OutboxState::Sending, nth);
    expectOneArrives();
}

TEST_F(Killed, WhileAwaitingTheReceipt)
{
    dieIn(OutboxState::AwaitingReceipt);
    EXPECT_EQ(bench.place.outbox().get(sealed.id, 1)->state, OutboxState::AwaitingReceipt);
    expectOneArrives();
}

TEST_F(Killed, AfterTheManifestArrivedAndBeforeTheReceiptDid)
{
    dieDuring({.method = "PUT", .path = "/v1/cases/"});
    EXPECT_EQ(server.accepted(), 1);
    expectOneArrives();
}

TEST_F(Killed, WhileAPageIsUploaded)
{
    dieDuring({.method = "POST", .path = "/v1/uploads/"});
    expectOneArrives();
}

TEST_F(Killed, WhileAsking)
{
    server.fail({.method = "PUT", .path = "/v1/cases/", .loseAnswer = true});
    dieIn(OutboxState::Asking);
    EXPECT_EQ(bench.place.outbox().get(sealed.id, 1)->state, OutboxState::Asking);
    expectOneArrives();
}

TEST_F(Killed, JustAfterTheReceiptWasKept)
{
    dieIn(OutboxState::Received);
    EXPECT_EQ(bench.place.outbox().get(sealed.id, 1)->state, OutboxState::Received);
    expectOneArrives();
}

TEST_F(Killed, InTheMiddleOfALargePageItSendsNothingTwice)
{
    const auto large = bench.put(1, Large);
    dieDuring({.method = "PATCH", .path = "/v1/uploads/"});
    auto place = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    ASSERT_TRUE(tests::send(place, server, offline::SendWhat::Waiting).has_value());
    std::size_t sent = 0;
    for (const auto& request : server.requests())
        sent += request.method == "PATCH" ? request.body.size() : 0;
    EXPECT_EQ(sent, Large);
    EXPECT_TRUE(server.holds(large.pages[0].sha256));
    EXPECT_EQ(server.accepted(), 2);
}

TEST(KilledDraft, KeepsEveryStepThatWasAnswered)
{
    tests::Bench bench;
    const auto draft = bench.draft(0);
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    EXPECT_TRUE(diesIn(bench, [&](offline::Workplace& place) {
        for (int i = 0;; ++i) {
            const auto page = place.pages().keep("page " + std::to_string(i));
            const auto saved = place.cases().change(draft.id, [&](forms::Case& c) -> base::Status {
                c.pages.push_back({});
                c.pages.back().id = base::PageId::make(bench.clock.now());
                c.pages.back().sha256 = page->sha256;
                return {};
            });
            if (saved && ::write(pipe[1], "x", 1) == 1 && i == 7)
                ::kill(::getpid(), SIGKILL);
        }
    }));
    char answered[64];
    const auto count = ::read(pipe[0], answered, sizeof answered);
    ::close(pipe[0]);
    ::close(pipe[1]);
    auto place = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    const auto kept = place.cases().load(draft.id).value();
    EXPECT_EQ(static_cast<ssize_t>(kept.pages.size()), count);
    for (const auto& page : kept.pages)
        EXPECT_TRUE(place.pages().read(page.sha256).has_value());
}
