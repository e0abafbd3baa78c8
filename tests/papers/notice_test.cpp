#include "document_text.h"
#include "sample_facts.h"

#include <i18n/isolate.h>
#include <i18n/language.h>
#include <papers/notice.h>
#include <papers/paper_number.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace papers;
using namespace std::chrono_literals;
using forms::PaperKind;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::string chinese(const char* id)
{
    return i18n::translate(id, i18n::Language::SimplifiedChinese);
}

std::vector<std::string> textsOf(PaperKind kind, const NoticeFacts& facts)
{
    const auto document = noticeDocument(kind, facts);
    EXPECT_TRUE(document.has_value()) << (document ? "" : base::describe(document.error()));
    return document ? ::textsOf(*document) : std::vector<std::string>();
}

TEST(Notice, CarriesNumberCodePlaceAndFooterOfTheCounter)
{
    for (const auto kind : drawnKinds()) {
        const auto facts = samples::factsFor(kind);
        const auto document = noticeDocument(kind, facts);
        ASSERT_TRUE(document.has_value()) << nameOf(kind);
        EXPECT_EQ(document->qrText, facts.caseId);
        const auto whole = wholeText(*document);
        for (const auto& text : {facts.number,
                                 facts.lookUpCode,
                                 facts.complaintTelephone,
                                 facts.guideVersion,
                                 facts.site,
                                 facts.address,
                                 facts.issuer.name})
            EXPECT_THAT(whole, HasSubstr(text)) << nameOf(kind);
    }
}

TEST(Notice, IsHeadedAndSealedByTheBodyWhoseMatterItIs)
{
    for (const auto kind : {PaperKind::OneTimeNotice,
                            PaperKind::NotAcceptedNotice,
                            PaperKind::AcceptanceNotice,
                            PaperKind::Approval,
                            PaperKind::Refusal,
                            PaperKind::TerminationNotice})
    {
        auto facts = samples::factsFor(kind);
        facts.issuer.seal = "测试区市场监督管理局行政审批专用章";
        const auto document = noticeDocument(kind, facts);
        ASSERT_TRUE(document.has_value());
        EXPECT_EQ(document->heading, facts.issuer.name);
        EXPECT_EQ(document->reference, "测示〔2026〕T-07-12号");
        EXPECT_EQ(std::get<Closing>(document->parts[0].blocks.back()).unit, facts.issuer.seal);
    }
    const auto slip = noticeDocument(PaperKind::ReceiptSlip, samples::facts());
    EXPECT_EQ(slip->heading, "测试区政务服务中心");
    EXPECT_EQ(std::get<Closing>(slip->parts[1].blocks.back()).unit, "测试区政务服务中心");
}

TEST(Notice, BearsTheDayOfTheStepItTellsOf)
{
    const auto dateOf = [](PaperKind kind) {
        const auto document = noticeDocument(kind, samples::factsFor(kind)).value();
        return std::get<Closing>(document.parts[0].blocks.back()).date;
    };
    EXPECT_EQ(dateOf(PaperKind::AcceptanceNotice), "2026年11月24日");
    EXPECT_EQ(dateOf(PaperKind::Approval), "2026年11月30日");
    EXPECT_EQ(dateOf(PaperKind::TerminationNotice), "2026年12月7日");
    EXPECT_EQ(dateOf(PaperKind::OneTimeNotice), "2026年11月20日");
}

TEST(Notice, NeverPrintsAWholeIdentityNumber)
{
    for (const auto kind : drawnKinds()) {
        auto facts = samples::factsFor(kind);
        facts.agent = NamedPerson{"示例甲", "330399198506150139", "", "111"};
        facts.applicants.push_back({"示例丙", "330399199001010318", "", "111"});
        const auto texts = textsOf(kind, facts);
        for (const auto& person : {facts.applicants[0], facts.applicants[1], *facts.agent})
            EXPECT_THAT(texts, Not(Contains(HasSubstr(person.number)))) << nameOf(kind);
    }
    auto facts = samples::facts();
    facts.agent = NamedPerson{"示例甲", "330399198506150139", "", "111"};
    EXPECT_THAT(textsOf(PaperKind::ReceiptSlip, facts), Contains(HasSubstr("330399********0139")));
}

TEST(Notice, NamesSeveralApplicantsShortAndListsThemAll)
{
    auto facts = samples::facts();
    facts.applicants = {{"示例甲", "330399198506150139", "", "111"},
                        {"示例乙", "330399198711020245", "", "111"},
                        {"示例丙", "", "", ""}};
    for (const auto kind : {PaperKind::ReceiptSlip,
                            PaperKind::OneTimeNotice,
                            PaperKind::Approval,
                            PaperKind::DeferralCommitment})
    {
        const auto texts = textsOf(kind, facts);
        EXPECT_THAT(texts, Contains(HasSubstr("示例甲、示例乙等3人"))) << nameOf(kind);
        EXPECT_THAT(texts, Contains("示例丙")) << nameOf(kind);
        EXPECT_THAT(texts, Not(Contains(HasSubstr("本人")))) << nameOf(kind);
    }
    EXPECT_THAT(textsOf(PaperKind::OneTimeNotice, facts), Contains(testing::StartsWith("你们于")));
    facts.applicants.resize(2);
    EXPECT_THAT(textsOf(PaperKind::OneTimeNotice, facts), Contains("示例甲、示例乙："));
}

TEST(Notice, CallsACompanyAUnitAndPrintsItsWholeCode)
{
    for (const auto kind : drawnKinds()) {
        auto facts = samples::factsFor(kind);
        facts.applicants = {{"测试市示例食品有限公司", "91330399MA0000031A", "", "uscc"}};
        const auto document = noticeDocument(kind, facts);
        ASSERT_TRUE(document.has_value());
        const auto whole = wholeText(*document);
        EXPECT_THAT(whole, Not(HasSubstr("本人"))) << nameOf(kind);
        if (kind != PaperKind::MaterialList && kind != PaperKind::ReceiptSlip) {
            EXPECT_THAT(whole, testing::AnyOf(HasSubstr("你单位"), HasSubstr("本单位"))) << nameOf(kind);
        }
    }
    auto facts = samples::facts();
    facts.applicants = {{"测试市示例食品有限公司", "91330399MA0000031A", "", "uscc"}};
    EXPECT_THAT(textsOf(PaperKind::ReceiptSlip, facts), Contains(HasSubstr("91330399MA0000031A")));
    facts.applicants.push_back({"测试市样例餐饮店", "92330399MA0000023C", "", "uscc"});
    facts.applicants.push_back({"测试区样例社", "", "", "organisation"});
    EXPECT_THAT(textsOf(PaperKind::ReceiptSlip, facts),
                Contains("测试市示例食品有限公司、测试市样例餐饮店等3家单位"));
}

TEST(Notice, NamesTheAgentAndWhatTheAgentActsBy)
{
    auto facts = samples::facts();
    facts.agent = NamedPerson{"示例丁", "330399198506150139", "", "111"};
    facts.mandate = {"授权委托书"};
    EXPECT_THAT(textsOf(PaperKind::ReceiptSlip, facts),
                Contains(AllOf(HasSubstr("示例丁"), HasSubstr("凭授权委托书代理"))));
}

TEST(Notice, IsolatesEveryValueSoThatNoNameTurnsItsLine)
{
    auto facts = samples::facts();
    facts.applicants = {{"\xD8\xA6\xDB\x95\xD9\x84\xD9\x89", "330399198711020245", "", "111"}};
    const auto document = noticeDocument(PaperKind::ReceiptSlip, facts).value();
    const auto& grid = std::get<FieldGrid>(document.parts[1].blocks[0]);
    EXPECT_THAT(grid.fields[0].value, HasSubstr(i18n::isolate(facts.applicants[0].name)));
    EXPECT_THAT(grid.fields[0].value, HasSubstr(i18n::isolate("330399********0245")));
}

TEST(Notice, IsRefusedWithASentenceForWhatIsDrawnLater)
{
    for (const auto kind : forms::allPaperKinds()) {
        const bool drawn = std::ranges::find(drawnKinds(), kind) != drawnKinds().end();
        const auto document = noticeDocument(kind, samples::factsFor(kind));
        EXPECT_EQ(document.has_value(), drawn) << nameOf(kind);
        if (!drawn) {
            EXPECT_EQ(document.error().code, base::ErrorCode::NotAllowed) << nameOf(kind);
        }
    }
}

TEST(PaperNumber, IsTheBodysTheYearsAndTheWindows)
{
    EXPECT_EQ(paperNumber("测市监", 2026, "T-07", 12), "测市监〔2026〕T-07-12号");
    EXPECT_EQ(paperNumber("", 2026, "T-07", 1), "〔2026〕T-07-1号");
}

TEST(ReceiptSlip, IsAStubToSignAndASlipToTake)
{
    const auto document = noticeDocument(PaperKind::ReceiptSlip, samples::facts());
    ASSERT_TRUE(document.has_value());
    ASSERT_EQ(document->parts.size(), 2u);
    EXPECT_EQ(document->separation, PartSeparation::CutLine);
    EXPECT_THAT(::textsOf(document->parts[0]), Contains(chinese("Handed in by (signature):")));
    const auto slip = ::textsOf(document->parts[1]);
    EXPECT_THAT(slip, Contains("申请人居民身份证"));
    EXPECT_THAT(slip, Contains("户主同意落户声明"));
    EXPECT_THAT(slip, Contains(chinese("This slip does not mean that the application is accepted.")));
}

TEST(ReceiptSlip, SaysWhatWasHandedBackAndHowEachCame)
{
    auto facts = samples::facts();
    facts.received = {{"结婚证", 2, 3, 4, 5, HandedIn::Photographed}};
    const auto document = noticeDocument(PaperKind::ReceiptSlip, facts);
    ASSERT_TRUE(document.has_value());
    const auto& table = std::get<RuledTable>(document->parts[1].blocks[1]);
    EXPECT_THAT(table.rows,
                testing::ElementsAre(
                    testing::ElementsAre("1", "结婚证", "2", "3", "4", chinese("paper, photographed"), "5")));
}

TEST(ReceiptSlip, SaysDeemedAcceptanceWhereTheLawOrElseTheGuideHasIt)
{
    const auto says = [](const NoticeFacts& facts, const char* words) {
        return testing::Matches(Contains(HasSubstr(words)))(textsOf(PaperKind::ReceiptSlip, facts));
    };
    auto facts = samples::facts();
    EXPECT_TRUE(says(facts, "最迟于2026年11月27日一次性告知"));
    EXPECT_TRUE(says(facts, "自收到申请材料之日起即为受理"));
    facts.correction.deemedAcceptedOnExpiry = false;
    EXPECT_TRUE(says(facts, "即为受理")) << "行政许可法 art. 32(1)(4) says so whatever the guide does";
    auto service = samples::under("yhyshj36", samples::facts());
    EXPECT_FALSE(says(service, "即为受理")) << "no law says so, nor the guide";
    service.correction.deemedAcceptedOnExpiry = true;
    EXPECT_TRUE(says(service, "即为受理"));
    facts.correctionDue.reset();
    EXPECT_TRUE(says(facts, "当场书面一次性告知"));
    const auto market = samples::under("scdj19", samples::facts());
    EXPECT_FALSE(says(market, "受理")) << "nothing is accepted there";
    EXPECT_TRUE(says(market, "不代表准予登记"));
}

TEST(ReceiptSlip, HasNoRoughWords)
{
    const auto whole = wholeText(noticeDocument(PaperKind::ReceiptSlip, samples::facts()).value());
    for (const auto* words : {"我们", "T-07 ", "窗口：T-07", " 0 份"})
        EXPECT_THAT(whole, Not(HasSubstr(words)));
}

TEST(OneTimeNotice, ListsEveryItemWithWhatIsRequiredAndHow)
{
    const auto texts = textsOf(PaperKind::OneTimeNotice, samples::facts());
    EXPECT_THAT(texts, Contains("缺变更页"));
    EXPECT_THAT(texts,
                Contains(testing::AllOf(HasSubstr("首页、成员页齐全"), HasSubstr("户口登记条例第10条"))));
    EXPECT_THAT(texts, Contains("当场在窗口改填"));
    EXPECT_THAT(texts, Contains(chinese("Received by (signature):")));
}

TEST(OneTimeNotice, SaysThatTheDateFollowsWhereTheYearHasNoCalendar)
{
    auto facts = samples::facts();
    facts.supplementDue->date.reset();
    const auto phrase = i18n::translate(
        i18n::Phrase{
            "{period} (the date follows when the year's calendar is published)",
            {{"period",
              i18n::translatePlural(
                  "{count} working day", "{count} working days", 10, i18n::Language::SimplifiedChinese)}}},
        i18n::Language::SimplifiedChinese);
    EXPECT_THAT(textsOf(PaperKind::OneTimeNotice, facts), Contains(HasSubstr(phrase)));
}

TEST(OneTimeNotice, SaysUntilWhenOnlyWhereTheOfficeSetsATime)
{
    auto facts = samples::facts();
    EXPECT_THAT(textsOf(PaperKind::OneTimeNotice, facts),
                Contains(HasSubstr("请于2026年12月4日前补正。逾期未补正的，")));
    facts.supplementDue.reset();
    const auto texts = textsOf(PaperKind::OneTimeNotice, facts);
    EXPECT_THAT(texts, Contains(HasSubstr("补正不设期限")));
    EXPECT_THAT(texts, Not(Contains(HasSubstr("逾期"))));
}

TEST(OneTimeNotice, PrintsTheReviewersWords)
{
    auto facts = samples::facts();
    facts.handling.request = "首页缺户主页。";
    EXPECT_THAT(textsOf(PaperKind::OneTimeNotice, facts), Contains("审查意见：首页缺户主页。"));
}

TEST(NotAcceptedNotice, TellsTheClauseTheCompetentBodyAndTheRemedies)
{
    auto facts = samples::facts();
    const auto texts = textsOf(PaperKind::NotAcceptedNotice, facts);
    EXPECT_THAT(texts, Contains(facts.refusal->clauses[0]));
    EXPECT_THAT(texts, Contains("测试市公安局样例区分局样例派出所\n样例区示例路2号\n0570-0000033"));
    EXPECT_THAT(texts, Contains(HasSubstr("向测试区人民政府申请行政复议")));
    facts.refusal->authority.reset();
    EXPECT_THAT(textsOf(PaperKind::NotAcceptedNotice, facts), Contains("见上列适用情形所指单位"));
    facts.refusal->outcome = forms::Outcome::NotNeeded;
    const auto notNeeded = noticeDocument(PaperKind::NotAcceptedNotice, facts);
    ASSERT_TRUE(notNeeded.has_value());
    EXPECT_EQ(notNeeded->title, "不受理告知书");
    EXPECT_THAT(::textsOf(*notNeeded), Not(Contains("有权机关")));
}

TEST(NotAcceptedNotice, IsNotMadeForAnUnmetConditionOfALicence)
{
    auto facts = samples::facts();
    facts.refusal->outcome = forms::Outcome::NotAccepted;
    const auto document = noticeDocument(PaperKind::NotAcceptedNotice, facts);
    ASSERT_FALSE(document.has_value());
    EXPECT_EQ(document.error().code, base::ErrorCode::NotAllowed);
}

TEST(Remedies, FollowTheDepartmentOfTheOfficeDocument)
{
    const auto says = [](const NoticeFacts& facts, const char* words) {
        return testing::Matches(Contains(HasSubstr(words)))(textsOf(PaperKind::Refusal, facts));
    };
    auto facts = samples::factsFor(PaperKind::Refusal);
    EXPECT_TRUE(says(
        facts,
        "自收到本决定书之日起六十日内向测试区人民政府申请行政复议，也可以自收到本决定书之日起六个月内直接向测试区人民"
        "法院提起行政诉讼"));
    facts.issuer.remedy->reconsiderationFirst = true;
    EXPECT_TRUE(says(facts, "应当先自收到本决定书之日起六十日内向测试区人民政府申请行政复议"));
    EXPECT_TRUE(says(facts, "十五日内向测试区人民法院提起行政诉讼"));
    EXPECT_FALSE(says(facts, "六个月"));
    facts.issuer.remedy = forms::Remedy{"", "测试区人民法院", false};
    EXPECT_TRUE(says(facts, "六个月内向测试区人民法院"));
    EXPECT_FALSE(says(facts, "复议"));
    facts.issuer.remedy.reset();
    EXPECT_TRUE(says(facts, "六十日内依法申请行政复议")) << "a licence is an authority's, named or not";
    facts = samples::under("yhyshj36", facts);
    EXPECT_TRUE(says(facts, "如有异议，可以拨打投诉电话0570-0000002反映"));
    EXPECT_FALSE(says(facts, "复议"));
    facts.issuer = {"测试区某单位", "", "测试区某单位", "", forms::DepartmentKind::Authority, false, {}};
    EXPECT_FALSE(says(facts, "复议")) << "not known to be an authority";
}

TEST(AcceptanceNotice, TellsLimitsProceduresFeesAndMaterials)
{
    auto facts = samples::facts();
    facts.handOut.limits.specialProcedures = {
        {"1", "专家评审", true, forms::Period{20, forms::TimeUnit::Workday, {}}, {}}};
    const auto texts = textsOf(PaperKind::AcceptanceNotice, facts);
    for (const auto* words : {"2026年11月24日",
                              "5 个工作日（至2026年12月1日）",
                              "20 个工作日（至2026年12月22日）",
                              "专家评审，最长20 个工作日（不计入时限）",
                              "工本费 10.5 元/本（补发时）",
                              "居民户口簿（窗口领取）",
                              "申请人居民身份证"})
        EXPECT_THAT(texts, Contains(words));
    facts.handling.deemed = true;
    const auto deemed = textsOf(PaperKind::AcceptanceNotice, facts);
    EXPECT_THAT(deemed,
                Contains(AllOf(HasSubstr("第三十二条第一款第（四）项"),
                               HasSubstr("该申请自2026年11月24日起即为受理"))));
    EXPECT_THAT(deemed, Not(Contains(HasSubstr("申请材料齐全"))));
    EXPECT_EQ(
        std::get<Closing>(noticeDocument(PaperKind::AcceptanceNotice, facts)->parts[0].blocks.back()).date,
        "2026年11月20日")
        << "the paper is made when it is made";
}

TEST(Termination, TellsWhyTheCaseEnded)
{
    auto facts = samples::facts();
    EXPECT_THAT(
        textsOf(PaperKind::TerminationNotice, facts),
        Contains(HasSubstr(
            "本机关于2026年11月20日一次性告知你需要补正的全部内容，补正期限至2026年12月4日。你逾期未补正。")));
    facts.handling.end->outcome = forms::Outcome::TerminatedByApplicant;
    EXPECT_THAT(textsOf(PaperKind::TerminationNotice, facts), Contains(HasSubstr("现你申请终止办理。")));
    facts.handling.end->outcome = forms::Outcome::TerminatedByMissedDeferral;
    facts.handling.missed = {
        {"随迁子女出生医学证明", {}, {base::Date{std::chrono::year{2026} / 11 / 27}, {}}}};
    const auto texts = textsOf(PaperKind::TerminationNotice, facts);
    EXPECT_THAT(texts, Contains(HasSubstr("逾期未补交")));
    EXPECT_THAT(texts, Contains("随迁子女出生医学证明"));
    EXPECT_THAT(texts, Contains("2026年11月27日"));
}

TEST(DeferralCommitment, ClaimsCompleteMainMaterialsOnlyWhereTheyAre)
{
    auto facts = samples::facts();
    const auto lacking = textsOf(PaperKind::DeferralCommitment, facts);
    EXPECT_THAT(lacking, Not(Contains(HasSubstr("主要申请材料已经齐全"))));
    EXPECT_THAT(lacking, Contains(HasSubstr("尚未提交，应当先行补齐：户主同意落户声明")));
    std::erase_if(facts.notReceived,
                  [](const auto& each) { return each.because == NotReceivedBecause::Missing; });
    EXPECT_THAT(textsOf(PaperKind::DeferralCommitment, facts), Contains(HasSubstr("主要申请材料已经齐全")));
}

TEST(DeferralCommitment, HasTwoEqualCopies)
{
    const auto document = noticeDocument(PaperKind::DeferralCommitment, samples::facts());
    ASSERT_TRUE(document.has_value());
    ASSERT_EQ(document->parts.size(), 2u);
    EXPECT_NE(document->parts[0].label, document->parts[1].label);
    EXPECT_EQ(::textsOf(document->parts[0]), ::textsOf(document->parts[1]));
    EXPECT_THAT(::textsOf(document->parts[0]), Contains("随迁子女出生医学证明"));
}

TEST(Notice, IsRefusedWhenTheFactsLackWhatItIsAbout)
{
    auto facts = samples::facts();
    facts.corrections.clear();
    facts.deferred.clear();
    facts.refusal.reset();
    facts.handling = {};
    for (const auto kind : {PaperKind::OneTimeNotice,
                            PaperKind::DeferralCommitment,
                            PaperKind::NotAcceptedNotice,
                            PaperKind::AcceptanceNotice,
                            PaperKind::Approval,
                            PaperKind::Refusal,
                            PaperKind::TerminationNotice})
    {
        const auto made = makeNotice(kind, facts);
        ASSERT_FALSE(made.has_value()) << nameOf(kind);
        EXPECT_EQ(made.error().code, base::ErrorCode::BadArgument);
    }
    EXPECT_FALSE(noticeDocument(PaperKind::Refusal, samples::facts()).has_value()) << "it was approved";
    facts.handling.decision = DecisiveStep{forms::Outcome::Refusal, facts.madeOn, {}, "领导不同意"};
    EXPECT_FALSE(noticeDocument(PaperKind::Refusal, facts).has_value()) << "words alone are no ground";
}

}  // namespace
