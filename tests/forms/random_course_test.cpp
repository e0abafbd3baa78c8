// Courses told by chance: people of every role ask for everything, papers come or do not, days pass. Whatever happens, what
// DESIGN 4 and 9 say of a course must hold.
#include "random_course.h"

#include <forms/waiting.h>

#include <map>

namespace {

using forms::Act;
using forms::CaseState;
using forms::WaitsFor;
using tests::RandomCourse;

constexpr unsigned Courses = 3000;

bool hasEnded(CaseState state)
{
    return state == CaseState::NotAccepted || state == CaseState::Closed || state == CaseState::Withdrawn
           || state == CaseState::Terminated;
}

/// Every change of state is a step of the table, and what has ended stays so.
void expectOnlySteps(const forms::Course& course)
{
    for (std::size_t i = 0; i < course.size(); ++i) {
        EXPECT_EQ(course[i].n, static_cast<int>(i) + 1);
        const auto from = forms::stateOf(std::span(course).first(i));
        const auto to = forms::stateOf(std::span(course).first(i + 1));
        if (from == to)
            continue;
        EXPECT_FALSE(hasEnded(from)) << nameOf(from) << " to " << nameOf(to);
        const auto table = forms::caseFlow();
        const bool sealing = from == CaseState::Draft && to == CaseState::Sealed;
        EXPECT_TRUE(
            sealing
            || std::any_of(table.begin(),
                           table.end(),
                           [&](const forms::FlowStep& step) { return step.from == from && step.to == to; }))
            << nameOf(course[i].act) << ": " << nameOf(from) << " to " << nameOf(to);
    }
}

/// Papers came at the moment the entry is dated to.
bool isDayOfPapers(const forms::Course& course, const forms::CourseEntry& entry)
{
    return std::any_of(course.begin(), course.end(), [&](const forms::CourseEntry& papers) {
        return papers.n < entry.n && papers.at == entry.at
               && (papers.act == Act::Received || papers.act == Act::Resubmitted);
    });
}

/// What the clock brought: once each, dated as the law dates it.
void expectClockOnce(const forms::Course& course)
{
    int deemed = 0;
    int lapsed = 0;
    std::map<std::string, int> missed;
    for (const auto& entry : course) {
        const bool ofTheClock =
            entry.act == Act::DeemedAccepted || entry.act == Act::Lapsed || entry.act == Act::DeferralMissed;
        deemed += entry.act == Act::DeemedAccepted;
        lapsed += entry.act == Act::Lapsed;
        if (entry.act == Act::DeferralMissed)
            ++missed[entry.cites.at(0)];
        EXPECT_TRUE(!ofTheClock || entry.at <= entry.noted) << nameOf(entry.act) << " before its time";
        EXPECT_TRUE(entry.act != Act::DeemedAccepted || isDayOfPapers(course, entry))
            << "deemed accepted on a day when no papers came";
    }
    EXPECT_LE(deemed, 1);
    EXPECT_LE(lapsed, 1);
    for (const auto& [material, times] : missed)
        EXPECT_EQ(times, 1) << material;
}

WaitsFor whoActs(CaseState state, bool withheld, bool newCase)
{
    static const std::map<CaseState, WaitsFor> table{{CaseState::Draft, WaitsFor::Window},
                                                     {CaseState::Sealed, WaitsFor::Window},
                                                     {CaseState::Submitted, WaitsFor::Reviewer},
                                                     {CaseState::CorrectionRequested, WaitsFor::Applicant},
                                                     {CaseState::Returned, WaitsFor::Window},
                                                     {CaseState::NotAccepted, WaitsFor::Nobody},
                                                     {CaseState::Accepted, WaitsFor::Reviewer},
                                                     {CaseState::UnderReview, WaitsFor::Approver},
                                                     {CaseState::Suspended, WaitsFor::Procedure},
                                                     {CaseState::Approved, WaitsFor::Certifier},
                                                     {CaseState::Refused, WaitsFor::Window},
                                                     {CaseState::Certified, WaitsFor::Window},
                                                     {CaseState::Delivered, WaitsFor::Window},
                                                     {CaseState::Closed, WaitsFor::Nobody},
                                                     {CaseState::Withdrawn, WaitsFor::Nobody},
                                                     {CaseState::Terminated, WaitsFor::Nobody}};
    if (withheld && (state == CaseState::Approved || state == CaseState::Certified))
        return WaitsFor::Applicant;
    if (newCase && state == CaseState::CorrectionRequested)
        return WaitsFor::Nobody;
    return table.at(state);
}

void expectWaiting(const RandomCourse& walk)
{
    const auto& course = walk.course();
    const auto waiting = forms::waitsFor(walk.guide(), course);
    EXPECT_EQ(waiting.who,
              whoActs(forms::stateOf(course),
                      !forms::openDeferrals(course).empty(),
                      walk.guide().limits.correction.resubmissionIsNewCase()));
    EXPECT_EQ(waiting.since, forms::stateSince(course));
}

/// Each paper that is due is due no more when it is made, and no other comes of making it.
void expectPapersAreMade(const RandomCourse& walk)
{
    auto course = walk.course();
    auto due = forms::papersDue(walk.guide(), course, walk.office());
    while (!due.empty()) {
        ASSERT_LE(due.front().entry, static_cast<int>(course.size()));
        forms::CourseEntry made;
        made.act = Act::NoticeMade;
        made.paper = nameOf(due.front().kind);
        forms::append(course, made);
        const auto left = forms::papersDue(walk.guide(), course, walk.office());
        ASSERT_LT(left.size(), due.size()) << made.paper;
        for (const auto& one : left)
            EXPECT_NE(std::find(due.begin(), due.end(), one), due.end());
        due = left;
    }
    EXPECT_EQ(forms::stateOf(course), forms::stateOf(walk.course())) << "papers move nothing";
}

void expectSameClocks(const RandomCourse& walk)
{
    const auto look = [&walk] {
        return forms::clocks(walk.guide(), walk.course(), walk.calendar(), walk.office(), walk.now());
    };
    const auto seen = look();
    EXPECT_EQ(seen, look());
    for (const auto& clock : seen) {
        EXPECT_FALSE(clock.deadline.moment && !clock.deadline.date);
        EXPECT_EQ(clock.light == forms::Light::None,
                  !clock.deadline.date && clock.light != forms::Light::Paused);
    }
    EXPECT_TRUE(seen.empty() || !hasEnded(forms::stateOf(walk.course()))) << "nothing runs any more";
    EXPECT_TRUE(
        forms::clockEntries(walk.guide(), walk.course(), walk.calendar(), walk.office(), walk.now()).empty())
        << "what the clock brought is written, and not twice";
}

/// What the clock brings next comes at the moment that is told for it, and not before.
void expectNextIsTold(const RandomCourse& walk)
{
    const auto next =
        forms::nextClockEntry(walk.guide(), walk.course(), walk.calendar(), walk.office(), walk.now());
    const auto brings = [&walk](base::Timestamp at) {
        return !forms::clockEntries(walk.guide(), walk.course(), walk.calendar(), walk.office(), at).empty();
    };
    EXPECT_EQ(next.has_value(), brings(tests::hall("2029-01-01T00:00")));
    if (!next)
        return;
    EXPECT_GT(*next, walk.now());
    EXPECT_TRUE(brings(*next));
    EXPECT_FALSE(brings(*next - std::chrono::milliseconds(1)));
}

void expectAllowedIsWhatMayBeTaken(const RandomCourse& walk, const forms::Person& person)
{
    std::vector<forms::Action> may;
    for (const auto action : forms::allActions())
        if (forms::mayTake(action, walk.guide(), walk.course(), walk.office(), person, walk.now()))
            may.push_back(action);
    EXPECT_EQ(forms::allowed(walk.guide(), walk.course(), walk.office(), person, walk.now()), may);
}

TEST(RandomCourse, HoldsWhatIsSaidOfEveryCourse)
{
    std::map<CaseState, int> reached;
    for (unsigned seed = 1; seed <= Courses && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        RandomCourse walk(seed);
        // A few steps more behind the end: nothing opens it again.
        for (int step = 0, ended = 0; step < 24 && ended < 3; ++step) {
            walk.goOn();
            ++reached[forms::stateOf(walk.course())];
            ended += hasEnded(forms::stateOf(walk.course())) ? 1 : 0;
            expectWaiting(walk);
            expectSameClocks(walk);
            expectNextIsTold(walk);
            expectAllowedIsWhatMayBeTaken(walk, walk.anybody());
        }
        expectOnlySteps(walk.course());
        expectClockOnce(walk.course());
        expectPapersAreMade(walk);
        const auto read = forms::courseFromJson(forms::courseToJson(walk.course()));
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, walk.course());
        if (testing::Test::HasFailure())
            ADD_FAILURE() << walk.told();
    }
    for (const auto state : forms::allCaseStates())
        EXPECT_TRUE(state == CaseState::Sealed || reached[state] > 0)
            << "no course came to " << nameOf(state);
}

TEST(RandomCourse, OfNonsenseIsReadAndLookedAtWithoutHarm)
{
    for (unsigned seed = 1; seed <= 600 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        RandomCourse walk(seed);
        walk.tellNonsense();
        const auto text = forms::courseToJson(walk.course());
        const auto read = forms::courseFromJson(text);
        ASSERT_TRUE(read) << base::describe(read.error());
        EXPECT_EQ(*read, walk.course());
        walk.lookAtEverything(*read);
        // Bytes that went wrong on the way are refused or read; either way nothing else happens.
        if (const auto damaged = forms::courseFromJson(walk.damaged(text)))
            walk.lookAtEverything(*damaged);
    }
}

}  // namespace
