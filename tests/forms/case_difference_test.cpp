#include <forms/case_difference.h>

#include "guide_folder.h"

#include <gtest/gtest.h>

namespace {

forms::Guide guide()
{
    return forms::readGuide(
               tests::readText(std::filesystem::path(OW_SOURCE_DIR) / "forms/guides/hk-qy.guide.json"))
        .value();
}

std::vector<std::string> idsOf(const std::vector<forms::CaseDifference>& differences)
{
    std::vector<std::string> ids;
    for (const auto& difference : differences)
        ids.push_back(difference.id);
    return ids;
}

forms::Case firstRevision()
{
    forms::Case first;
    first.answers = {{"kind", std::string("marry")}, {"child", std::string("no")}};
    first.forms["application"] = forms::FormData::parse(R"({"name": "示例乙", "sex": "2"})").value();
    static const auto Page = base::PageId::make(base::Timestamp{});
    first.materialEntry("m-id").pages = {Page};
    first.materialEntry("m-hkb").facts["valid_to"] = "2030-01-01";
    return first;
}

TEST(CaseDifference, IsEmptyForARevisionThatSaysTheSame)
{
    EXPECT_TRUE(forms::differencesOf(guide(), firstRevision(), firstRevision()).empty());
}

TEST(CaseDifference, NamesEveryPlaceThatChangedOnceInTheOrderOfTheWork)
{
    auto second = firstRevision();
    second.answers["child"] = std::string("yes");
    second.forms["application"] =
        forms::FormData::parse(R"({"name": "示例乙", "sex": "1", "tel": "13900000000"})").value();
    second.parties.push_back({"agent", "agent", "示例丙", "111", "330399195803090319", ""});
    second.materialEntry("m-id").pages = {base::PageId::make(base::Timestamp{} + std::chrono::seconds(1))};
    second.materialEntry("m-hkb").facts["valid_to"] = "2031-01-01";
    second.materialEntry("m-csz").deferredUntil = base::parseDate("2026-12-01");
    const auto point = guide().findMaterial("m-hkb")->points.front().id;
    second.materialEntry("m-hkb").points = {{point, forms::PointVerdict::Pass, "clerk", {}, {}}};
    auto ids = idsOf(forms::differencesOf(guide(), firstRevision(), second));
    const std::vector<std::string> expected{"answer:child",
                                            "field:application/sex",
                                            "field:application/tel",
                                            "party:agent",
                                            "pages:m-id",
                                            "facts:m-hkb",
                                            "point:m-hkb/" + point,
                                            "deferred:m-csz"};
    std::sort(ids.begin() + 1, ids.begin() + 3);  // the fields stand in the form's own order
    EXPECT_EQ(ids, expected);
}

TEST(CaseDifference, SpeaksInTheWordsPeopleSee)
{
    auto second = firstRevision();
    second.forms["application"] = forms::FormData::parse(R"({"name": "示例乙", "sex": "1"})").value();
    const auto differences = forms::differencesOf(guide(), firstRevision(), second);
    ASSERT_EQ(differences.size(), 1U);
    const auto text = base::fillPlaces(differences[0].text.id, differences[0].text.arguments);
    EXPECT_NE(text.find("男"), std::string::npos) << text;
    EXPECT_NE(text.find("女"), std::string::npos) << text;
    EXPECT_EQ(text.find("\"1\""), std::string::npos) << text;
}

}  // namespace
