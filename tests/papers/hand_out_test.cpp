#include "document_text.h"
#include "pdf_tools.h"

#include <papers/hand_out.h>
#include <papers/notice.h>

#include <base/durable_file.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace papers;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSubsetOf;

std::string file(const std::string& name)
{
    return base::readFile(OW_SOURCE_DIR "/forms/" + name).value();
}

NoticeFacts factsFor(const std::string& code, const forms::Answers& answers)
{
    const auto calendar = forms::calendarFromJson(file("calendars/cn.json")).value();
    const forms::Office office;
    const auto now = base::parseTimestamp("2026-11-20T10:42:00+08:00").value();
    const Counter counter{
        "测试区政务服务中心", "一楼综合窗口", "", "0570-0000001", "0570-0000002", "示例员", ""};
    return handOutFacts(forms::readGuide(file("guides/" + code + ".guide.json")).value(),
                        answers,
                        {calendar, office, counter, base::hallDate(now)},
                        now);
}

const forms::Answers Marriage{{"kind", "marry"},
                              {"dir", "in"},
                              {"range", "city"},
                              {"local", "yes"},
                              {"house", "host"},
                              {"child", "yes"},
                              {"agent", "self"}};

std::vector<std::string> idsOf(const HandOut& handOut)
{
    std::vector<std::string> ids;
    for (const auto& material : handOut.materials)
        ids.push_back(material.id);
    return ids;
}

TEST(HandOut, ListsExactlyWhatTheSituationAsksFor)
{
    EXPECT_THAT(idsOf(factsFor("hk-qy", Marriage).handOut),
                ElementsAre("m-sqb", "m-id", "m-hkb", "m-jhz", "m-hzty", "m-csz"));
    EXPECT_THAT(factsFor("hk-qy", Marriage).handOut.openQuestions, testing::IsEmpty());
}

TEST(HandOut, IsLiveFromTheFirstAnswerAndNamesWhatIsOpen)
{
    const auto facts = factsFor("hk-qy", {{"kind", "study"}});
    EXPECT_THAT(idsOf(facts.handOut), ElementsAre("m-sqb", "m-id", "m-hkb", "m-lqs"));
    EXPECT_THAT(facts.handOut.openQuestions, testing::Contains("是否随迁未成年子女"));
}

TEST(HandOut, HasNoMaterialsWhereARouteEndsTheApplication)
{
    auto answers = Marriage;
    answers["local"] = "no";
    const auto facts = factsFor("hk-qy", answers);
    EXPECT_THAT(idsOf(facts.handOut), testing::IsEmpty());
    EXPECT_EQ(facts.handOut.ending, "落户地址不属本派出所管辖,告知应去单位");
}

TEST(HandOut, ShowsThePartsOfABundle)
{
    const auto facts = factsFor("sdqg-gh", {{"utilities", std::vector<std::string>{"water", "tv"}}});
    ASSERT_EQ(facts.handOut.children.size(), 2u);
    EXPECT_EQ(facts.handOut.children[1].department, "测试广电网络公司");
}

TEST(HandOut, IsAnArchivalPaperWithEverythingOnIt)
{
    const auto made =
        makeNotice(forms::PaperKind::MaterialList, factsFor("bdc-zy-clf", {{"seller_kind", "natural"}}));
    ASSERT_TRUE(made) << base::describe(made.error());
    PdfTools pdf{*made};
    EXPECT_THAT(pdf.preflightCodes(), IsSubsetOf({"2.2.1", "3.1.11"}));
    const auto text = packed(pdf.text());
    for (const auto* words : {"材料清单",
                              "不动产登记申请书",
                              "契税法第11条",
                              "80元/件",
                              "测试区政务服务中心",
                              "60分钟",
                              "0570-0000001",
                              "国家税务总局测试区税务局"})
        EXPECT_THAT(text, HasSubstr(words));
}

}  // namespace
