#include "guide_folder.h"

#include <forms/bundle.h>

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace {

using Json = nlohmann::json;

class Bundle : public testing::Test
{
  protected:
    std::vector<std::string> plan(const std::vector<std::string>& utilities) const
    {
        const auto guide = forms::readGuide(m_guide.dump()).value();
        const auto start = base::parseTimestamp("2025-01-24T10:00:00+08:00").value();
        std::vector<std::string> lines;
        for (const auto& child : forms::planChildren(guide, {{"utilities", utilities}}, start, m_calendar))
            lines.push_back(child.id + (child.after.empty() ? "" : " after " + child.after) + " by "
                            + (child.due.date ? base::formatDate(*child.due.date) : "?"));
        return lines;
    }

    using Lines = std::vector<std::string>;

    Json m_guide = Json::parse(tests::guideText("sdqg-gh"));
    forms::Calendar m_calendar = forms::calendarFromJson(tests::readText(std::filesystem::path(OW_SOURCE_DIR)
                                                                         / "forms/calendars/cn.json"))
                                     .value();
};

TEST_F(Bundle, HasTheChildrenTheSituationCallsForWithAClockEach)
{
    EXPECT_EQ(plan({"water", "gas"}), (Lines{"sdqg-water by 2025-01-26", "sdqg-gas by 2025-02-05"}));
    EXPECT_EQ(plan({}), Lines{});
}

TEST_F(Bundle, AChildThatWaitsStandsBehindTheOtherAndStartsWhenThatIsDue)
{
    m_guide["children"][0]["after"] = "sdqg-gas";
    EXPECT_EQ(plan({"water", "gas", "tv"}),
              (Lines{"sdqg-gas by 2025-02-05",
                     "sdqg-water after sdqg-gas by 2025-02-06",
                     "sdqg-tv by 2025-01-26"}));
}

TEST_F(Bundle, AChildWhosePredecessorIsNotAskedWaitsForWhatThatWouldHaveWaitedFor)
{
    m_guide["children"][0]["after"] = "sdqg-power";
    m_guide["children"][1]["after"] = "sdqg-gas";
    EXPECT_EQ(plan({"water", "gas"}),
              (Lines{"sdqg-gas by 2025-02-05", "sdqg-water after sdqg-gas by 2025-02-06"}));
    EXPECT_EQ(plan({"water"}), (Lines{"sdqg-water by 2025-01-26"}));
}

TEST_F(Bundle, WithoutACalendarTheDatesFollow)
{
    m_calendar = forms::Calendar{};
    m_guide["children"][0]["after"] = "sdqg-gas";
    EXPECT_EQ(plan({"water", "gas"}), (Lines{"sdqg-gas by ?", "sdqg-water after sdqg-gas by ?"}));
}

}  // namespace
