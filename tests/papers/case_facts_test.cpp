// Facts of a real guide's case: hk-qy, a wife moves to her husband's household.
#include <papers/case_facts.h>
#include <papers/notice.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace {

using namespace papers;
using namespace std::chrono_literals;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

forms::Guide guideOf(const std::string& code)
{
    std::ifstream file(OW_SOURCE_DIR "/forms/guides/" + code + ".guide.json", std::ios::binary);
    const auto guide = forms::readGuide(std::string{std::istreambuf_iterator<char>(file), {}});
    EXPECT_TRUE(guide.has_value()) << (guide ? "" : base::describe(guide.error()));
    return guide.value_or(forms::Guide{});
}

struct CaseFacts : testing::Test {
    forms::Guide guide = guideOf("hk-qy");
    forms::Case draft;
    Counter counter{"测试区政务服务中心", "3 号窗口", "0570-0000001", "0570-0000002", "示例员", "583204"};
    base::Date today{2026y / 11 / 20};

    CaseFacts()
    {
        draft.id = base::CaseId::make(base::Timestamp{});
        draft.number = "T-07-261120-0031";
        draft.received = std::chrono::sys_days{today} + 2h;
        draft.answers = {{"kind", "marry"},
                         {"dir", "in"},
                         {"range", "city"},
                         {"local", "yes"},
                         {"house", "host"},
                         {"child", "yes"},
                         {"agent", "self"}};
        draft.parties = {{"applicant", "applicant", "示例乙", "111", "330399198711020245", ""}};
    }

    void addPage(const std::string& material, forms::PageOrigin from)
    {
        forms::Page page;
        page.id = base::PageId::make(base::Timestamp{std::chrono::milliseconds(draft.pages.size() + 1)});
        page.from = from;
        draft.pages.push_back(page);
        draft.materialEntry(material).pages.push_back(page.id);
    }

    NoticeFacts facts() const
    {
        const auto completeness = forms::check(guide, draft, {today, false});
        return factsOf(guide, draft, completeness, forms::Calendar{}, counter, today);
    }
};

TEST_F(CaseFacts, NameTheMatterThePersonAndTheSituationInTheGuidesWords)
{
    const auto made = facts();
    EXPECT_EQ(made.matter, "户口迁移");
    EXPECT_EQ(made.applicant.name, "示例乙");
    EXPECT_EQ(made.caseId, draft.id.toString());
    EXPECT_THAT(made.situation, HasSubstr("因婚(夫妻投靠)"));
    EXPECT_EQ(made.guideVersion, "hk-qy 2025.1");
}

TEST_F(CaseFacts, TellReceivedFromMissingAndDeferred)
{
    addPage("m-hkb", forms::PageOrigin::Camera);
    addPage("m-hkb", forms::PageOrigin::Camera);
    draft.materialEntry("m-hkb").paper = {1, 2, 1};
    draft.materialEntry("m-csz").deferredUntil = base::Date{2026y / 11 / 27};
    const auto made = facts();
    ASSERT_THAT(made.received, Contains(Field(&ReceivedMaterial::name, HasSubstr("居民户口簿"))));
    const auto& book = made.received.front();
    EXPECT_EQ(book.pages, 2);
    EXPECT_EQ(book.handedBack, 2);
    EXPECT_EQ(book.how, HandedIn::Photographed);
    EXPECT_THAT(made.notReceived, Contains(Field(&NotReceivedMaterial::name, "户主同意落户声明")));
    ASSERT_EQ(made.deferred.size(), 1u);
    EXPECT_EQ(made.deferred[0].name, "随迁子女出生医学证明");
    EXPECT_EQ(made.deferred[0].due.date, (base::Date{2026y / 11 / 27}));
}

TEST_F(CaseFacts, AskForNothingThatIsDeferred)
{
    draft.materialEntry("m-csz").deferredUntil = base::Date{2026y / 11 / 27};
    const auto made = facts();
    EXPECT_THAT(made.corrections, Contains(Field(&CorrectionItem::material, "户主同意落户声明")));
    EXPECT_THAT(made.corrections, Not(Contains(Field(&CorrectionItem::material, "随迁子女出生医学证明"))));
    EXPECT_TRUE(makeNotice(NoticeKind::OneTimeNotice, made).has_value());
    EXPECT_TRUE(makeNotice(NoticeKind::DeferralCommitment, made).has_value());
}

TEST_F(CaseFacts, DoNotCountDiscardedPages)
{
    addPage("m-hkb", forms::PageOrigin::Scan);
    draft.pages.front().discarded = true;
    EXPECT_THAT(facts().received, Not(Contains(Field(&ReceivedMaterial::name, HasSubstr("居民户口簿")))));
}

TEST_F(CaseFacts, CarryTheRouteThatEndsTheCase)
{
    EXPECT_FALSE(facts().refusal.has_value());
    draft.answers["local"] = "no";
    const auto made = facts();
    ASSERT_TRUE(made.refusal.has_value());
    EXPECT_EQ(made.refusal->outcome, forms::RouteOutcome::NotCompetent);
    EXPECT_THAT(made.refusal->clause, HasSubstr("不属本派出所管辖"));
}

TEST_F(CaseFacts, LeaveTheDayOpenWhereTheYearHasNoCalendar)
{
    guide.limits.correction.window = {5, forms::TimeUnit::Workday, {}};
    const auto made = facts();
    ASSERT_TRUE(made.correctionDue.has_value());
    EXPECT_FALSE(made.correctionDue->date.has_value());
    guide.limits.correction.window = {0, forms::TimeUnit::OnSpot, {}};
    EXPECT_FALSE(facts().correctionDue.has_value());
}

}  // namespace
