#include <desk/matter_sheet.h>

#include <base/durable_file.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using testing::HasSubstr;
using testing::Not;

std::string file(const std::string& name)
{
    return base::readFile(OW_SOURCE_DIR "/forms/" + name).value();
}

class MatterSheet : public testing::Test
{
  protected:
    [[nodiscard]] std::string sheet(const std::string& code) const
    {
        const auto guide = forms::readGuide(file("guides/" + code + ".guide.json")).value();
        return desk::plainText(desk::aboutMatter(guide, m_context));
    }

    desk::SheetContext m_context{{},
                                 base::parseTimestamp("2026-02-12T10:00:00+08:00").value(),
                                 forms::calendarFromJson(file("calendars/cn.json")).value(),
                                 {"测试区政务服务中心", "0570-0000001", "0570-0000002"},
                                 i18n::Language::English};
};

TEST_F(MatterSheet, SaysEverythingTheGuideSays)
{
    const auto text = sheet("bdc-zy-clf");
    for (const auto* words : {"买卖双方共同申请",                             // conditions
                              "不动产登记费(住宅): 80 元/件",                 // fees
                              "车位、车库、储藏间80元/件",                    // a fee's note
                              "不动产权证书 (窗口领取; 快递送达; 自助领取)",  // results
                              "登簿",                                         // flow
                              "契税法第11条",                                 // basis
                              "国家税务总局测试区税务局: 契税/增值税/个税核定征收",
                              "0570-0000002",
                              "公告",
                              "实地查看、调查",
                              "不动产被查封",
                              "natural persons; companies",
                              "330715006003",
                              "县级",
                              "Visits needed: 1",
                              "60分钟立等可取"})
        EXPECT_THAT(text, HasSubstr(words));
}

TEST_F(MatterSheet, TheMaterialsAreThoseOfTheAnswersSoFar)
{
    EXPECT_THAT(sheet("hk-qy"), Not(HasSubstr("结婚证")));
    m_context.answers = {{"kind", "marry"}};
    const auto text = sheet("hk-qy");
    EXPECT_THAT(
        text,
        HasSubstr("结婚证: original 1; photocopies 1; exempt by a query; without the line collect a copy"));
    EXPECT_THAT(text, Not(HasSubstr("录取通知书")));
    EXPECT_THAT(text, Not(HasSubstr("photocopies 0")));
    EXPECT_THAT(text, HasSubstr("Not asked yet, and the list may grow with the answers: "));
}

TEST_F(MatterSheet, WhereARouteEndsTheApplicationItsReasonStandsInPlaceOfMaterials)
{
    m_context.answers = {{"kind", "marry"}, {"dir", "in"}, {"local", "no"}};
    const auto text = sheet("hk-qy");
    EXPECT_THAT(text, HasSubstr("落户地址不属本派出所管辖"));
    EXPECT_THAT(text, Not(HasSubstr("结婚证")));
}

TEST_F(MatterSheet, LimitsAreToldWithTheirDates)
{
    EXPECT_THAT(sheet("sdqg-gh"), HasSubstr("Promised: 3 working days; accepted today, by 2026-2-24"));
    m_context.received = base::parseTimestamp("2026-12-30T10:00:00+08:00").value();
    EXPECT_THAT(sheet("sdqg-gh"),
                HasSubstr("by 3 working days (the date follows when the year's calendar is published)"));
}

TEST_F(MatterSheet, EachRegimeSaysWhatBecomesOfAnIncompleteApplication)
{
    EXPECT_THAT(sheet("bdc-zy-clf"), HasSubstr("counts as accepted from its receipt"));
    EXPECT_THAT(sheet("gt-sl"), HasSubstr("applying again is a new case"));
    EXPECT_THAT(sheet("hk-qy"), HasSubstr("told once and all together"));
}

TEST_F(MatterSheet, ABundleShowsItsPartsWithTheirClocks)
{
    m_context.answers = {{"utilities", std::vector<std::string>{"water", "gas"}}};
    const auto text = sheet("sdqg-gh");
    EXPECT_THAT(text, HasSubstr("测试区自来水公司: 1 working day, by 2026-2-13"));
    EXPECT_THAT(text, HasSubstr("测试燃气公司: 3 working days"));
    EXPECT_THAT(text, Not(HasSubstr("测试供电公司")));
}

TEST_F(MatterSheet, LocalNamesAreShownWithTheParentTheyAreReportedAs)
{
    EXPECT_THAT(sheet("hk-qy"), HasSubstr("录取就读迁移, reported as 户口迁移"));
}

TEST_F(MatterSheet, SpeaksChineseToo)
{
    m_context.language = i18n::Language::SimplifiedChinese;
    const auto text = sheet("gt-sl");
    EXPECT_THAT(text, HasSubstr("个工作日"));
    EXPECT_THAT(text, Not(HasSubstr("working")));
}

}  // namespace
