#include "wx_window_fixture.h"

#include <kit/ui_tasks.h>

#include <atomic>
#include <memory>

namespace {

using gui::waitUntil;
using kit::UiTasks;

class UiTasksTest : public gui::WindowTest
{};

/// Work that goes on until it is told to stop.
auto untilStopped(std::atomic<bool>& begun, std::atomic<bool>& stopped)
{
    return [&begun, &stopped](std::stop_token stop) {
        begun = true;
        while (!stop.stop_requested()) {
            std::this_thread::yield();
        }
        stopped = true;
        return 1;
    };
}

TEST_F(UiTasksTest, GivesTheResultToTheWindowOnTheUiThread)
{
    UiTasks tasks(2);
    const auto here = std::this_thread::get_id();
    int got = 0;
    std::thread::id workedOn;
    tasks.run(
        frame,
        [&workedOn](std::stop_token) {
            workedOn = std::this_thread::get_id();
            return 42;
        },
        [&](int value) {
            EXPECT_EQ(std::this_thread::get_id(), here);
            got = value;
        });
    EXPECT_EQ(got, 0);
    ASSERT_TRUE(waitUntil([&] { return got == 42; }));
    EXPECT_NE(workedOn, here);
    EXPECT_TRUE(tasks.idle());
}

TEST_F(UiTasksTest, HandsOverWhatCannotBeCopied)
{
    UiTasks tasks(1);
    int got = 0;
    tasks.run(
        frame,
        [text = std::make_unique<int>(7)](std::stop_token) mutable { return std::move(text); },
        [&](std::unique_ptr<int> value) { got = *value; });
    EXPECT_TRUE(waitUntil([&] { return got == 7; }));
}

TEST_F(UiTasksTest, DropsTheResultOfAWindowThatDiedMeanwhile)
{
    UiTasks tasks(1);
    auto* dying = new wxFrame(nullptr, wxID_ANY, "dying");
    bool called = false;
    std::atomic<bool> go = false;
    tasks.run(
        dying,
        [&go](std::stop_token) {
            while (!go) {
                std::this_thread::yield();
            }
            return 1;
        },
        [&](int) { called = true; });
    delete dying;
    go = true;
    ASSERT_TRUE(waitUntil([&] { return tasks.idle(); }));
    EXPECT_FALSE(called);
}

TEST_F(UiTasksTest, StopsAndJoinsWhenDestroyedInMidFlight)
{
    std::atomic<bool> begun = false;
    std::atomic<bool> stopped = false;
    bool called = false;
    bool neverBegun = true;
    {
        UiTasks tasks(1);
        tasks.run(frame, untilStopped(begun, stopped), [&](int) { called = true; });
        tasks.run(
            frame,
            [&neverBegun](std::stop_token) {
                neverBegun = false;
                return 1;
            },
            [&](int) { called = true; });
        ASSERT_TRUE(waitUntil([&] { return begun.load(); }));
    }
    EXPECT_TRUE(stopped);
    EXPECT_TRUE(neverBegun);
    wxTheApp->ProcessPendingEvents();
    wxTheApp->Yield();
    EXPECT_FALSE(called);
}

TEST_F(UiTasksTest, DropsAResultThatWasPostedBeforeItWasDestroyed)
{
    bool called = false;
    {
        std::atomic<bool> done = false;
        UiTasks tasks(1);
        tasks.run(
            frame, [](std::stop_token) { return 1; }, [&](int) { called = true; });
        tasks.run(
            frame,
            [&done](std::stop_token) {
                done = true;  // the first one has been posted by now
                return 1;
            },
            [&](int) { called = true; });
        while (!done) {
            std::this_thread::yield();
        }
    }
    wxTheApp->ProcessPendingEvents();
    wxTheApp->Yield();
    EXPECT_FALSE(called);
}

TEST_F(UiTasksTest, ForgetsACancelledTicketAndStopsItsWork)
{
    std::atomic<bool> begun = false;
    std::atomic<bool> stopped = false;
    bool called = false;
    UiTasks tasks(1);
    const auto ticket = tasks.run(frame, untilStopped(begun, stopped), [&](int) { called = true; });
    ASSERT_TRUE(waitUntil([&] { return begun.load(); }));
    tasks.cancel(ticket);
    EXPECT_TRUE(tasks.idle());
    ASSERT_TRUE(waitUntil([&] { return stopped.load(); }));
    bool next = false;
    tasks.run(
        frame, [](std::stop_token) { return 1; }, [&](int) { next = true; });
    ASSERT_TRUE(waitUntil([&] { return next; }));
    EXPECT_FALSE(called);
}

TEST_F(UiTasksTest, NeverRunsMoreAtOnceThanItHasThreads)
{
    UiTasks tasks(2);
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    int done = 0;
    for (int number = 0; number < 12; ++number) {
        tasks.run(
            frame,
            [&](std::stop_token) {
                const int now = ++running;
                int before = most;
                while (before < now && !most.compare_exchange_weak(before, now)) {
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(3));
                --running;
                return 1;
            },
            [&](int) { ++done; });
    }
    ASSERT_TRUE(waitUntil([&] { return done == 12; }));
    EXPECT_LE(most, 2);
}

TEST_F(UiTasksTest, TellsHowFarANamedTaskIs)
{
    UiTasks tasks(1);
    int changes = 0;
    tasks.onNamedChanged([&] { ++changes; });
    std::atomic<bool> reported = false;
    std::atomic<bool> go = false;
    bool done = false;
    tasks.runNamed(
        frame,
        "Importing",
        [&](const kit::TaskControl& control) {
            control.progress(0.5F);
            reported = true;
            while (!go && !control.stopRequested()) {
                std::this_thread::yield();
            }
            return 1;
        },
        [&](int) { done = true; });
    ASSERT_TRUE(waitUntil([&] { return reported.load(); }));
    ASSERT_EQ(tasks.named().size(), 1U);
    EXPECT_EQ(tasks.named().front().title, "Importing");
    EXPECT_FLOAT_EQ(tasks.named().front().share.value_or(0), 0.5F);
    go = true;
    ASSERT_TRUE(waitUntil([&] { return done; }));
    EXPECT_TRUE(tasks.named().empty());
    EXPECT_EQ(changes, 2);
}

}  // namespace
