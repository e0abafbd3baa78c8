#pragma once

#include "told_course.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace tests {

/// Working days as the tables of the law count them by hand: "2026-04-14..17 20 05-06" names four, a fifth and a sixth.
/// What a day leaves out is as in the one before. "open" at the end: the count leaves the years that have a calendar.
class CountedDays
{
  public:
    explicit CountedDays(const std::string& text)
    {
        std::istringstream words(text);
        for (std::string word; words >> word;) {
            const auto range = word.find("..");
            if (word == "open") {
                m_open = true;
                continue;
            }
            add(word.substr(0, range));
            for (const auto through = range == std::string::npos ? m_days.back()
                                                                 : withDay(word.substr(range + 2));
                 m_days.back() < through;)
                m_days.emplace_back(std::chrono::sys_days(m_days.back()) + std::chrono::days(1));
        }
    }

    /// The last of `n` days, "-" where it is open. Fails where somebody counted wrongly: not `n` days, or one that is off.
    [[nodiscard]] std::string last(std::size_t n) const
    {
        if (m_open) {
            EXPECT_LT(m_days.size(), n) << "counted to the end, and yet open";
            return "-";
        }
        EXPECT_EQ(m_days.size(), n) << "counted wrongly: the last one is " << base::formatDate(m_days.back());
        const auto calendar = shippedCalendar();
        for (const auto day : m_days)
            EXPECT_TRUE(calendar.isWorkday(day).value()) << base::formatDate(day) << " is a day off";
        return base::formatDate(m_days.back());
    }

  private:
    [[nodiscard]] base::Date withDay(const std::string& text) const
    {
        const std::string known = m_days.empty() ? std::string() : base::formatDate(m_days.back());
        return base::parseDate(known.substr(0, known.empty() ? 0 : 10 - text.size()) + text).value();
    }

    void add(const std::string& text) { m_days.push_back(withDay(text)); }

    std::vector<base::Date> m_days;
    bool m_open = false;
};

/// "2026-04-20 green"; "- none" for a date that is open.
inline std::string lit(const std::string& day, const std::string& light)
{
    return day == "-" ? "- none" : day + ' ' + light;
}

inline std::string dayAfter(const std::string& day)
{
    return base::formatDate(
        base::Date(std::chrono::sys_days(base::parseDate(day).value()) + std::chrono::days(1)));
}

/// One matter under one law: its guide, its office, the calendars that are shipped, and what happens to a case of it.
/// Times are the hall's; a day alone means ten in the morning.
class CountedCase : public testing::Test
{
  protected:
    static std::string timeOf(const std::string& when)
    {
        return when.find('T') == std::string::npos ? when + "T10:00" : when;
    }

    void receive(const std::string& time)
    {
        told = {};
        told.then(forms::Act::Received, time).then(forms::Act::Sealed, time).then(forms::Act::Arrived, time);
    }

    void happens(forms::Act act, const std::string& when) { told.then(act, timeOf(when)); }

    [[nodiscard]] std::string at(forms::ClockKind kind, const std::string& when) const
    {
        return clockText(forms::clocks(guide, told.course, calendar, office, hall(timeOf(when))), kind);
    }

    /// "deemed-accepted 2026-09-29 15:30", or "nothing".
    [[nodiscard]] std::string brings(const std::string& when) const
    {
        std::string text;
        for (const auto& entry :
             forms::clockEntries(guide, told.course, calendar, office, hall(timeOf(when))))
            text += std::string(text.empty() ? "" : ", ") + std::string(nameOf(entry.act)) + ' '
                    + base::formatHallTime(entry.at);
        return text.empty() ? "nothing" : text;
    }

    /// What the clock brings by then is written, as the office does before it looks at a case.
    void theClockBrings(const std::string& when)
    {
        told.write(forms::clockEntries(guide, told.course, calendar, office, hall(timeOf(when))));
    }

    /// The clock is green when it begins, yellow on its last day to the end of it, red from the day after.
    void expectLastDay(forms::ClockKind kind, const std::string& begun, const std::string& day) const
    {
        EXPECT_EQ(at(kind, begun), lit(day, "green"));
        if (day == "-")
            return;
        EXPECT_EQ(at(kind, day + "T23:59"), lit(day, "yellow"));
        EXPECT_EQ(at(kind, dayAfter(day) + "T00:00"), lit(day, "red"));
    }

    /// Thirty days after the applicant was told, where the office sets them; else nothing ever ends her time.
    void expectLapse(const std::string& asked, const std::string& day)
    {
        happens(forms::Act::CorrectionRequested, asked);
        EXPECT_EQ(at(forms::ClockKind::Resubmission, asked), "none");
        EXPECT_EQ(brings("2027-06-01"), "nothing");
        office.lapse = forms::Period{30, forms::TimeUnit::Day, {}};
        expectLastDay(forms::ClockKind::Resubmission, asked, day);
        if (day == "-") {
            EXPECT_EQ(brings("2027-06-01"), "nothing") << "nothing is guessed";
            return;
        }
        EXPECT_EQ(brings(day + "T23:59"), "nothing");
        EXPECT_EQ(brings(dayAfter(day) + "T00:00"), "lapsed " + dayAfter(day) + " 00:00");
        theClockBrings(dayAfter(day));
        EXPECT_EQ(forms::stateOf(told.course), forms::CaseState::Terminated);
    }

    /// The day was agreed: no calendar is asked for it.
    template <class Accept>
    void expectMissed(const std::string& day, const Accept& accept)
    {
        happens(forms::Act::Deferred, base::formatDate(base::hallDate(told.course.front().at)) + "T23:00");
        told.citing("m-lease").until(day);
        accept();
        EXPECT_EQ(at(forms::ClockKind::Deferral, day), day + " yellow");
        EXPECT_EQ(brings(day + "T23:59"), "nothing");
        EXPECT_EQ(brings(dayAfter(day) + "T00:00"), "deferral-missed " + dayAfter(day) + " 00:00");
        auto came = told;
        theClockBrings(dayAfter(day));
        EXPECT_TRUE(forms::openDeferrals(told.course).front().missed);
        EXPECT_EQ(brings("2027-06-01"), "nothing") << "once";
        told = came.then(forms::Act::Supplied, timeOf(day)).citing("m-lease");
        EXPECT_EQ(brings("2027-06-01"), "nothing") << "it came";
        EXPECT_EQ(at(forms::ClockKind::Deferral, day), "none");
    }

    static std::string last(const char* counted, std::size_t n) { return CountedDays(counted).last(n); }

    forms::Guide guide;
    forms::Office office;
    forms::Calendar calendar = shippedCalendar();
    ToldCourse told;
};

}  // namespace tests
