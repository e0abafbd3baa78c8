#pragma once

#include "told_course.h"

#include <forms/allowed.h>
#include <forms/arrival.h>
#include <forms/flag.h>
#include <forms/law.h>
#include <forms/step.h>
#include <forms/waiting.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace tests {

/// One case of a matter drawn by chance, and what happens to it: goOn() lets time pass, writes what the clock brings, and
/// lets papers come or somebody take a step she may take. The same seed tells the same course.
class RandomCourse
{
  public:
    explicit RandomCourse(unsigned seed)
        : m_chance(seed)
    {
        drawMatter();
        for (int i = 0; i < 8; ++i)
            m_people.push_back(drawPerson("user-" + std::to_string(i)));
        m_now = hall("2025-11-03T09:00") + std::chrono::hours(24 * upTo(400));
        m_manifest.sealed.received = m_now;
    }

    [[nodiscard]] const forms::Course& course() const { return m_course; }

    [[nodiscard]] const forms::Guide& guide() const { return m_guide; }

    [[nodiscard]] const forms::Office& office() const { return m_office; }

    [[nodiscard]] const forms::Calendar& calendar() const { return m_calendar; }

    [[nodiscard]] base::Timestamp now() const { return m_now; }

    const forms::Person& anybody() { return m_people[at(m_people.size())]; }

    void goOn()
    {
        m_now += happens(3) ? std::chrono::minutes(24 * 60 * upTo(12)) : std::chrono::minutes(1 + upTo(300));
        writeWhatTheClockBrings();
        if (happens(awaitsPapers() ? 2 : 30))
            papersCome();
        else if (happens(12))
            makeAPaper();
        else
            somebodyActs();
        writeWhatTheClockBrings();
    }

    /// Entries of any act with any members, in no order.
    void tellNonsense()
    {
        m_course.clear();
        for (int i = upTo(40); i > 0; --i)
            m_course.push_back(nonsense());
    }

    /// Asks everything that is asked of a course.
    void lookAtEverything(const forms::Course& told)
    {
        const auto state = forms::stateOf(told);
        EXPECT_LE(static_cast<int>(state), static_cast<int>(forms::CaseState::Terminated));
        EXPECT_EQ(forms::traitsOf(state).state, state);
        static_cast<void>(forms::clocks(m_guide, told, m_calendar, m_office, m_now));
        static_cast<void>(forms::clockEntries(m_guide, told, m_calendar, m_office, m_now));
        static_cast<void>(forms::allowed(m_guide, told, m_office, anybody(), m_now));
        static_cast<void>(forms::waitsFor(m_guide, told));
        static_cast<void>(forms::papersDue(m_guide, told, m_office));
        static_cast<void>(forms::terminationOf(told));
        static_cast<void>(forms::openFlags(told));
        static_cast<void>(forms::claimedBy(told));
        for (const auto action : forms::allActions()) {
            const auto request = requestFor(action, told);
            static_cast<void>(forms::checkStep(request, m_guide, told, m_calendar, m_office, m_now));
            static_cast<void>(
                forms::entriesOf(request, taken(forms::Role::Reviewer), m_guide, told, m_calendar));
        }
        m_manifest.sealedAt = m_now;
        static_cast<void>(forms::arrivalEntries(m_guide, told, m_manifest, m_calendar, m_office, m_now));
    }

    std::string damaged(std::string text)
    {
        for (int i = 1 + upTo(4); i > 0 && !text.empty(); --i)
            text[at(text.size())] = static_cast<char>(upTo(255));
        return text;
    }

    /// What happened, for people.
    [[nodiscard]] std::string told() const
    {
        std::string text = std::string(nameOf(forms::regimeOf(m_guide)));
        for (const auto& entry : m_course)
            text += '\n' + std::to_string(entry.n) + ' ' + std::string(nameOf(entry.act)) + ' '
                    + base::formatHallTime(entry.at) + " by " + entry.by;
        return text;
    }

  private:
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_chance); }

    std::size_t at(std::size_t size)
    {
        return std::uniform_int_distribution<std::size_t>(0, size - 1)(m_chance);
    }

    /// Once in so many times.
    bool happens(int times) { return upTo(times - 1) == 0; }

    forms::Period drawPeriod()
    {
        using enum forms::TimeUnit;
        constexpr std::array Units{Workday, Workday, Day, Month, Hour, Minute, WorkHour, OnSpot, None};
        return {upTo(20), Units[at(Units.size())], {}};
    }

    void drawMatter()
    {
        static const auto sample = guideOf("hk-qy");
        m_guide = sample;
        constexpr std::array Regimes{"xkf32", "bdc17", "scdj19", "yhyshj36", "new-law-1"};
        m_guide.limits.correction = {Regimes[at(Regimes.size())], drawPeriod(), happens(2), !happens(4)};
        m_guide.limits.legal = drawPeriod();
        m_guide.limits.promised = drawPeriod();
        m_guide.limits.extension = forms::Period{1 + upTo(9), forms::TimeUnit::Workday, {}};
        m_guide.limits.clockStarts = happens(2) ? forms::ClockStart::Accepted : forms::ClockStart::Received;
        m_guide.limits.specialProcedures = {
            {"a", "检验", true, forms::Period{5, forms::TimeUnit::Workday, {}}},
            {"b", "公告", true, {}},
            {"c", "调查", true, {}, happens(2) ? "测试条例第9条" : ""}};
        m_guide.decides = happens(3) ? forms::DecidedBy::Window : forms::DecidedBy::Department;
        m_guide.routes.front().outcome = forms::RouteOutcome::NotCompetent;
        if (happens(2))
            m_office.lapse = forms::Period{1 + upTo(40), forms::TimeUnit::Day, {}};
    }

    forms::Person drawPerson(std::string user)
    {
        forms::Person person{std::move(user), {}, {}, {}, {}};
        for (int i = upTo(3); i >= 0; --i)
            person.roles.push_back(forms::allRoles()[at(forms::allRoles().size() - 1)]);
        return person;
    }

    [[nodiscard]] forms::StepTaken taken(forms::Role role)
    {
        return {m_people[at(m_people.size())].user, role, {}, m_now, std::max(1, m_manifest.sealed.revision)};
    }

    void writeWhatTheClockBrings()
    {
        for (int round = 0; round < 4; ++round)
            for (auto& entry : forms::clockEntries(m_guide, m_course, m_calendar, m_office, m_now))
                forms::append(m_course, std::move(entry));
    }

    [[nodiscard]] bool awaitsPapers() const
    {
        const auto& traits = forms::traitsOf(forms::stateOf(m_course));
        return m_course.empty() || traits.takesRevision
               || (traits.takesSupplements
                   && (forms::awaitsRescan(m_course) || !forms::openDeferrals(m_course).empty()));
    }

    /// The window hands in the next revision: as complete as chance wants it.
    void papersCome()
    {
        using enum forms::Verdict;
        auto& content = m_manifest.sealed;
        content.revision = m_course.empty() ? 1 : content.revision + 1;
        content.clerk = m_people[at(m_people.size())].user;
        m_manifest.sealedAt = m_now;
        m_manifest.today = base::hallDate(m_now);
        constexpr std::array Verdicts{Acceptable,
                                      Acceptable,
                                      Acceptable,
                                      AcceptableWithDeferral,
                                      NeedsCorrection,
                                      NotCompetent,
                                      Refused};
        m_manifest.verdict = Verdicts[at(Verdicts.size())];
        content.insisted = m_manifest.verdict == Refused && happens(2);
        content.notices.clear();
        if (m_manifest.verdict == NeedsCorrection)
            addNotice("one-time-notice");
        for (const auto* material : {"m-csz", "m-hkb"}) {
            auto& entry = content.materialEntry(material);
            entry.deferredUntil.reset();
            entry.pages.clear();
            if (m_manifest.verdict == AcceptableWithDeferral && happens(2))
                entry.deferredUntil = later(upTo(15));
            else if (happens(2))
                entry.pages = {base::PageId::make(m_now)};
        }
        for (auto& entry : forms::arrivalEntries(m_guide, m_course, m_manifest, m_calendar, m_office, m_now))
            forms::append(m_course, std::move(entry));
    }

    void addNotice(const char* kind)
    {
        forms::NoticeRecord made{kind, base::Digest::of("pdf")};
        made.made = m_now;
        if (happens(2))
            made.handed = forms::HandedOver{m_now, "示例甲", "person"};
        m_manifest.sealed.notices.push_back(made);
    }

    [[nodiscard]] base::Date later(int days) const
    {
        return base::Date(std::chrono::sys_days(base::hallDate(m_now)) + std::chrono::days(days));
    }

    void makeAPaper()
    {
        const auto due = forms::papersDue(m_guide, m_course, m_office);
        if (due.empty())
            return;
        forms::CourseEntry made;
        made.act = happens(4) ? forms::Act::NoticeHandedOver : forms::Act::NoticeMade;
        made.at = made.noted = m_now;
        made.paper = nameOf(due.front().kind);
        forms::append(m_course, made);
    }

    forms::StepRequest requestFor(forms::Action action, const forms::Course& told)
    {
        using forms::Action;
        forms::StepRequest request;
        request.action = action;
        request.reason = "申请材料不全";
        request.taker = "示例甲";
        request.how = "person";
        const auto flags = forms::openFlags(told);
        if (action == Action::RequestCorrection)
            request.cites = {"m-hkb"};
        else if (action == Action::NotAccept || action == Action::Refuse)
            request.cites = {m_guide.routes.front().id};
        else if (action == Action::SettleFlag && !flags.empty())
            request.cites = {flags[at(flags.size())]};
        else if (action == Action::Extend)
            request.period = forms::Period{1, forms::TimeUnit::Workday, {}};
        else if (action == Action::Suspend) {
            request.procedure = m_guide.limits.specialProcedures[at(3)].code;
            if (happens(2))
                request.until = later(upTo(20));
            else
                request.period = forms::Period{upTo(10), forms::TimeUnit::Workday, {}};
        }
        return request;
    }

    /// Somebody takes one of the steps she may take, and the case is then where she was told it would be.
    void somebodyActs()
    {
        const auto& person = anybody();
        const auto may = forms::allowed(m_guide, m_course, m_office, person, m_now);
        if (may.empty())
            return;
        const auto action = may[at(may.size())];
        if (endsIt(action) && !happens(4))
            return;
        const auto step = forms::mayTake(action, m_guide, m_course, m_office, person, m_now);
        const auto request = requestFor(action, m_course);
        if (const auto fits = forms::checkStep(request, m_guide, m_course, m_calendar, m_office, m_now);
            !fits)
            return;
        const forms::StepTaken taken{person.user, step->role, {}, m_now, m_manifest.sealed.revision};
        for (auto& entry : forms::entriesOf(request, taken, m_guide, m_course, m_calendar))
            forms::append(m_course, std::move(entry));
        EXPECT_EQ(forms::stateOf(m_course), step->to) << nameOf(action);
        if (happens(20))
            forms::append(m_course, forms::flagEntry(forms::FlagCause::Duplicate, taken));
    }

    static bool endsIt(forms::Action action)
    {
        return action == forms::Action::Withdraw || action == forms::Action::Terminate
               || action == forms::Action::NotAccept;
    }

    forms::CourseEntry nonsense()
    {
        static const std::vector<std::string> Words{"",
                                                    "m-hkb",
                                                    "m-csz",
                                                    "a",
                                                    "b",
                                                    "duplicate",
                                                    "one-time-notice",
                                                    "示例甲",
                                                    "route:x",
                                                    "condition:99999999999"};
        const auto word = [this] { return Words[at(Words.size())]; };
        forms::CourseEntry entry;
        entry.n = happens(3) ? std::numeric_limits<int>::max() : upTo(50);
        entry.act = forms::allActs()[at(forms::allActs().size())];
        entry.at = hall("1970-01-02T00:00") + std::chrono::minutes(upTo(2'000'000'000));
        entry.noted = happens(2) ? entry.at : m_now;
        entry.by = word();
        entry.role = forms::allRoles()[at(forms::allRoles().size())];
        for (int i = upTo(3); i > 0; --i)
            entry.cites.push_back(word());
        if (happens(3))
            entry.until = base::hallDate(hall("1970-01-02T00:00") + std::chrono::minutes(upTo(70'000'000)));
        if (happens(3))
            entry.period = drawPeriod();
        if (entry.period && happens(4))
            entry.period->n = std::numeric_limits<int>::max();
        entry.procedure = word();
        entry.paper = word();
        entry.taker = word();
        entry.reason = word();
        return entry;
    }

    std::mt19937 m_chance;
    forms::Guide m_guide;
    forms::Office m_office;
    forms::Calendar m_calendar = shippedCalendar();
    forms::Manifest m_manifest;
    std::vector<forms::Person> m_people;
    forms::Course m_course;
    base::Timestamp m_now;
};

}  // namespace tests
