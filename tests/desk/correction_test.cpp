#include "reviewed_case.h"

#include <desk/correction.h>

#include <gtest/gtest.h>

namespace {

using reviewed::mark;

std::vector<desk::CorrectionPoint> pointsOf(const desk::Dossier& dossier, const desk::Judgements& judgements)
{
    return desk::correctionPoints(dossier.detail, *dossier.guide, judgements);
}

TEST(Correction, CollectsFailedPointsAndOpenMarksOnceInTheOrderOfTheGuide)
{
    auto dossier = reviewed::dossier();
    dossier.detail.annotations = {mark(2, "m-hkb/hkb-pages", "缺变更页"),
                                  mark(2, "m-hkb/hkb-pages", "首页不清"),
                                  mark(2, "m-id", "照片模糊")};
    const auto points = pointsOf(dossier,
                                 {{"m-hkb/hkb-pages", {"fail", "缺变更页"}},
                                  {"m-id/id-valid", {"fail", ""}},
                                  {"m-id/id-name", {"pass", ""}}});
    ASSERT_EQ(points.size(), 3U);
    EXPECT_EQ(points[0].cited, "m-id");
    EXPECT_TRUE(points[0].point.empty());
    EXPECT_EQ(points[1].cited, "m-id/id-valid");
    EXPECT_FALSE(points[1].marked);
    EXPECT_EQ(points[2].cited, "m-hkb/hkb-pages");
    EXPECT_TRUE(points[2].marked);
    EXPECT_EQ(points[2].wrong, "缺变更页；首页不清");
}

TEST(Correction, AsksAgainForWhatWasFoundNotCorrectedAndNotForWhatIsUnanswered)
{
    auto dossier = reviewed::dossier();
    const auto old = mark(1, "m-id/id-valid", "过期");
    const auto other = mark(1, "m-hkb/hkb-pages", "缺页");
    dossier.detail.annotations = {old, other, reviewed::reply(old, "fail", 120)};
    const auto points = pointsOf(dossier, {});
    ASSERT_EQ(points.size(), 1U);
    EXPECT_EQ(points[0].cited, "m-id/id-valid");
    EXPECT_FALSE(points[0].marked) << "no mark of this revision says so yet";
}

TEST(Correction, SaysEveryPointInItsReason)
{
    auto dossier = reviewed::dossier();
    const auto points =
        pointsOf(dossier, {{"m-id/id-valid", {"fail", "过期"}}, {"m-hkb/hkb-pages", {"fail", ""}}});
    const auto reason = desk::correctionReason(*dossier.guide, points, "请一次补齐");
    EXPECT_EQ(reason.rfind("请一次补齐\n1．", 0), 0U) << reason;
    EXPECT_NE(reason.find(dossier.guide->findPoint("m-id", "id-valid")->text), std::string::npos);
    EXPECT_NE(reason.find("过期"), std::string::npos);
    EXPECT_NE(reason.find("\n2．"), std::string::npos);
    EXPECT_NE(reason.find(dossier.guide->findMaterial("m-hkb")->name), std::string::npos);
    EXPECT_FALSE(desk::correctionReason(*dossier.guide, points, {}).empty());
}

TEST(Correction, ListsTheGuidesStandardBesideWhatIsWrong)
{
    auto dossier = reviewed::dossier();
    const auto points =
        pointsOf(dossier, {{"m-id/id-valid", {"fail", "过期"}}, {"m-id/id-name", {"fail", ""}}});
    const auto items = desk::correctionItems(points, *dossier.guide);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_FALSE(items[0].wrong.empty()) << "a point without words still says that it is not as asked for";
    EXPECT_EQ(items[1].wrong, "过期");
    EXPECT_EQ(items[1].standard, dossier.guide->findPoint("m-id", "id-valid")->text);
    EXPECT_EQ(items[1].material, dossier.guide->findMaterial("m-id")->name);
}

}  // namespace
