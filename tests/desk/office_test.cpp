#include "desk/counter.h"

#include "counter_lines.h"

#include <desk/guide_desk.h>

#include <gtest/gtest.h>

namespace {

forms::Office office()
{
    forms::Office office;
    office.release = 1;
    office.divisions = {{"330399", "", "县", "测试区"}};
    office.sites.push_back(
        {"hall", "330399", "测试区政务服务中心", "测试区示例路1号", "0000-1", "12345", {}, {}});
    office.sites.push_back({"town", "330399", "测试镇便民服务中心", "", "0000-2", "12345", {}, {}});
    return office;
}

api::Identity clerk()
{
    return {"clerk", "窗口", {forms::Role::Clerk}, "330399", {"大厅", "0000-8", "0000-9"}};
}

TEST(HallOnPapers, IsTheFirstSiteOfTheOfficeDocument)
{
    EXPECT_EQ(desk::hallOf(clerk(), office()), (api::Hall{"测试区政务服务中心", "0000-1", "12345"}));
}

TEST(HallOnPapers, IsWhatTheBackOfficeToldWhereThereIsNoDocument)
{
    EXPECT_EQ(desk::hallOf(clerk(), {}), clerk().hall);
}

TEST(HallOnPapers, HasTheTelephonesToldAtLoginWhereTheSiteHasNone)
{
    auto silent = office();
    silent.sites.front().telephone.clear();
    silent.sites.front().complaints.clear();
    EXPECT_EQ(desk::hallOf(clerk(), silent), (api::Hall{"测试区政务服务中心", "0000-8", "0000-9"}));
}

class SealedAtTheCounter : public testing::Test
{
  protected:
    /// A case of sb-jfzm that is acceptable, sealed.
    forms::Case sealed()
    {
        const auto id = counter.intake.open("sb-jfzm")->draft.id;
        EXPECT_TRUE(counter.intake.answer(id, {{"who", "self"}, {"ins", "yl"}, {"range", "y1"}}));
        EXPECT_TRUE(counter.intake.fill(id,
                                        {{{}, "name", "示例甲"},
                                         {{}, "idno", "330399198506150139"},
                                         {{}, "purpose", "购房"},
                                         {{}, "copies", "1"}}));
        EXPECT_TRUE(counter.intake.exempt(id, {"m-id", {}}, "read-card", "1"));
        const auto done = counter.intake.seal(id);
        EXPECT_TRUE(done.has_value()) << (done ? "" : base::describe(done.error()));
        return done->manifest().sealed;
    }

    tests::Counter counter;
};

TEST_F(SealedAtTheCounter, ACaseNamesTheOfficeDocumentInForce)
{
    const auto digest = counter.keepOffice(office());
    counter.release(1, {tests::guideText("sb-jfzm")}, {}, digest);
    EXPECT_EQ(sealed().office, digest);
}

TEST_F(SealedAtTheCounter, ACaseNamesNoneWhereNoneCame)
{
    counter.release(1, {tests::guideText("sb-jfzm")});
    EXPECT_EQ(sealed().office, std::nullopt);
}

TEST_F(SealedAtTheCounter, PapersAreMadeWithAndWithoutADocument)
{
    counter.release(1, {tests::guideText("sb-jfzm")});
    const auto id = counter.intake.open("sb-jfzm")->draft.id;
    EXPECT_TRUE(counter.intake.notice(id, forms::PaperKind::ReceiptSlip).has_value());
    counter.release(2, {tests::guideText("sb-jfzm")}, {}, counter.keepOffice(office()));
    EXPECT_TRUE(counter.intake.notice(id, forms::PaperKind::ReceiptSlip).has_value());
}

TEST(MissingCalendar, IsToldOfTheReleaseInForceAndOfNothing)
{
    tests::Counter counter;  // 2026-11-22
    const desk::GuideDesk guides(counter.place);
    EXPECT_EQ(guides.calendarLacks().value(), std::nullopt);  // without guides there are no dates either
    counter.release(1, {tests::guideText("sb-jfzm")});        // its calendar is empty
    EXPECT_EQ(guides.calendarLacks().value(), 2026);
}

}  // namespace
