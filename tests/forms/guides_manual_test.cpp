#include "guide_folder.h"

#include <forms/automatic_point.h>
#include <forms/guide_lint.h>
#include <forms/identity_paper.h>
#include <forms/regime.h>

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

// docs/guides.md says what the program does.

namespace {

using testing::UnorderedElementsAreArray;

using Names = std::vector<std::string>;

std::string manual()
{
    return tests::readText(std::filesystem::path(OW_SOURCE_DIR) / "docs/guides.md");
}

/// What stands in back quotes at the beginning of each row of the tables under a heading.
Names rowsUnder(const std::string& heading)
{
    const auto text = manual();
    const auto section = text.find("\n" + heading + "\n");
    EXPECT_NE(section, std::string::npos) << heading;
    if (section == std::string::npos)
        return {};
    std::istringstream lines(text.substr(section + heading.size() + 2));
    Names cells;
    for (std::string line; std::getline(lines, line) && !line.starts_with("#");)
        if (line.starts_with("| `"))
            cells.push_back(line.substr(3, line.find('`', 3) - 3));
    return cells;
}

Names automaticPoints(bool decides)
{
    Names names;
    for (const auto& point : forms::automaticPoints())
        if (point.decides == decides)
            names.emplace_back(point.name);
    return names;
}

TEST(GuidesManual, TellsOfEveryAutomaticPointWhatItNeeds)
{
    EXPECT_THAT(rowsUnder("### Decided by the program"), UnorderedElementsAreArray(automaticPoints(true)));
    EXPECT_THAT(rowsUnder("### Left to the clerk"), UnorderedElementsAreArray(automaticPoints(false)));
}

TEST(GuidesManual, TellsOfEveryUnit)
{
    using forms::TimeUnit;
    Names units;
    for (const auto unit : {TimeUnit::Workday,
                            TimeUnit::Day,
                            TimeUnit::Month,
                            TimeUnit::Hour,
                            TimeUnit::Minute,
                            TimeUnit::OnSpot,
                            TimeUnit::None,
                            TimeUnit::WorkHour})
        units.emplace_back(forms::nameOf(unit));
    EXPECT_THAT(rowsUnder("### Units"), UnorderedElementsAreArray(units));
}

TEST(GuidesManual, TellsOfEveryRegime)
{
    using forms::Regime;
    Names regimes;
    for (const auto regime :
         {Regime::Licence, Regime::RealEstate, Regime::MarketEntity, Regime::PublicService})
        regimes.emplace_back(forms::nameOf(regime));
    EXPECT_THAT(rowsUnder("### Regimes"), UnorderedElementsAreArray(regimes));
}

TEST(GuidesManual, TellsOfEveryKindOfIdentityPaper)
{
    Names papers;
    for (const auto paper : forms::allIdentityPapers())
        papers.emplace_back(forms::nameOf(paper));
    EXPECT_THAT(rowsUnder("### Kinds of identity paper"), UnorderedElementsAreArray(papers));
}

TEST(GuidesManual, ExplainsWhatIsWrongWithATextThatCannotBeRead)
{
    const auto text = manual();
    for (const auto& bytes : {std::string("{\"a\": \"\xB7\xBF\"}"),
                              std::string("\xFF\xFE{"),
                              std::string("{\"a\": \"\xFF\"}"),
                              std::string("\xEF\xBB\xBF{}"),
                              std::string("{“a”: 1}"),
                              std::string("{\"a\": 1,}"),
                              std::string("{\"a\": 1} // b"),
                              std::string("{\"a\": 1"),
                              std::string("{\"a\" 1}")})
        EXPECT_NE(text.find(forms::lintGuide(bytes).front().text.id), std::string::npos) << bytes;
}

}  // namespace
