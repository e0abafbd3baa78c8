// What papers after receiving say, read out of a course that was written by hand.
#include "document_text.h"

#include <papers/case_facts.h>
#include <papers/notice.h>

#include <base/durable_file.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace papers;
using namespace std::chrono_literals;
using forms::Act;
using forms::PaperKind;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string file(const std::string& name)
{
    return base::readFile(OW_SOURCE_DIR "/forms/" + name).value();
}

struct CourseFacts : testing::Test {
    forms::Guide guide = forms::readGuide(file("guides/hk-qy.guide.json")).value();
    forms::Calendar calendar = forms::calendarFromJson(file("calendars/cn.json")).value();
    forms::Office office;
    forms::Case sealed;
    forms::Course course;

    CourseFacts()
    {
        sealed.id = base::CaseId::make(base::Timestamp{});
        sealed.officialNumber = "330399-2026-000031";
        sealed.received = on(20, 11);
        sealed.parties = {{"applicant", "applicant", "示例乙", "111", "330399198711020245", ""}};
        guide.limits.correction.regime = "xkf32";
        guide.limits.promised = {5, forms::TimeUnit::Workday, {}};
        guide.limits.legal = {20, forms::TimeUnit::Workday, {}};
        forms::append(course, entry(Act::Received, on(20, 11)));
        forms::append(course, entry(Act::Arrived, on(20, 11)));
    }

    /// Ten in the morning at the hall.
    static base::Timestamp on(unsigned day, unsigned month)
    {
        return std::chrono::sys_days{2026y / std::chrono::month{month} / std::chrono::day{day}} + 2h;
    }

    static forms::CourseEntry entry(Act act,
                                    base::Timestamp at,
                                    std::vector<std::string> cites = {},
                                    std::string reason = {})
    {
        forms::CourseEntry entry;
        entry.act = act;
        entry.at = entry.noted = at;
        entry.cites = std::move(cites);
        entry.reason = std::move(reason);
        return entry;
    }

    void happens(Act act, base::Timestamp at, std::vector<std::string> cites = {}, std::string reason = {})
    {
        forms::append(course, entry(act, at, std::move(cites), std::move(reason)));
    }

    [[nodiscard]] NoticeFacts facts() const
    {
        return factsOfCourse(guide,
                             sealed,
                             course,
                             {calendar,
                              office,
                              {"测试区政务服务中心", "", "", "", "", "示例员", ""},
                              base::Date{2026y / 12 / 31}});
    }

    [[nodiscard]] std::string paper(PaperKind kind) const
    {
        const auto document = noticeDocument(kind, facts());
        return document ? wholeText(*document) : base::describe(document.error());
    }
};

TEST_F(CourseFacts, CountLimitsFromTheAcceptance)
{
    happens(Act::Accepted, on(24, 11));
    const auto made = facts();
    EXPECT_EQ(made.number, "330399-2026-000031");
    EXPECT_FALSE(made.handling.deemed);
    // Accepted on Tuesday 24 November 2026: five working days are 25-27 and 30 November, 1 December; the twentieth is
    // 22 December.
    EXPECT_EQ(made.handling.promised->date, (base::Date{2026y / 12 / 1}));
    EXPECT_EQ(made.handling.legal->date, (base::Date{2026y / 12 / 22}));
    EXPECT_THAT(paper(PaperKind::AcceptanceNotice), HasSubstr("2026年11月24日"));
}

TEST_F(CourseFacts, DateADeemedAcceptanceByItsReceipt)
{
    happens(Act::DeemedAccepted, on(20, 11));
    EXPECT_TRUE(facts().handling.deemed);
    EXPECT_THAT(paper(PaperKind::AcceptanceNotice), HasSubstr("自2026年11月20日起即为受理"));
}

TEST_F(CourseFacts, GrantALicenceWithTenWorkingDaysToHandItOver)
{
    happens(Act::Accepted, on(24, 11));
    happens(Act::Approved, on(30, 11));
    // 行政许可法 arts. 44, 82: from Monday 30 November the tenth working day is 14 December.
    EXPECT_EQ(facts().handling.delivery->date, (base::Date{2026y / 12 / 14}));
    EXPECT_THAT(paper(PaperKind::Approval), HasSubstr("最迟不超过2026年12月14日"));
    guide.limits.correction.regime = "bdc17";
    EXPECT_FALSE(facts().handling.delivery.has_value());
    EXPECT_THAT(paper(PaperKind::Approval), Not(HasSubstr("十个工作日")));
}

TEST_F(CourseFacts, CarryGroundAndReasonOfARefusal)
{
    happens(Act::Accepted, on(24, 11));
    happens(Act::Refused, on(30, 11), {"condition:1", "m-hkb/hkb-name"}, "户口簿与身份证姓名不一致。");
    const auto text = paper(PaperKind::Refusal);
    EXPECT_THAT(text, HasSubstr("不符合条件：符合迁入地落户政策"));
    EXPECT_THAT(text, HasSubstr("不符合要求：居民户口簿(首页、本人页、变更页)：与身份证一致"));
    EXPECT_THAT(text, HasSubstr("户口簿与身份证姓名不一致。"));
    EXPECT_THAT(text, HasSubstr("2026年11月30日"));
    EXPECT_THAT(paper(PaperKind::Approval), HasSubstr("not decided in this way"));
}

TEST_F(CourseFacts, TellWhatTheBackOfficeDidNotAccept)
{
    happens(Act::NotAccepted, on(23, 11), {"route:rr-nolocal"}, "请到样例派出所办理。");
    const auto made = facts();
    ASSERT_TRUE(made.refusal.has_value());
    EXPECT_EQ(made.refusal->outcome, forms::Outcome::NotCompetent);
    EXPECT_THAT(made.refusal->clauses, ElementsAre("落户地址不属本派出所管辖,告知应去单位"));
    const auto text = paper(PaperKind::NotAcceptedNotice);
    EXPECT_THAT(text, HasSubstr("请到样例派出所办理。"));
    EXPECT_THAT(text, HasSubstr("2026年11月23日"));
}

TEST_F(CourseFacts, MakeLackingMaterialsTheGroundOfNotAcceptingOnlyWhereLandIsRegistered)
{
    happens(Act::NotAccepted, on(23, 11), {"m-hkb"});
    guide.limits.correction.regime = "bdc17";
    EXPECT_THAT(paper(PaperKind::NotAcceptedNotice), HasSubstr("第十七条第一款第（三）项"));
    guide.limits.correction.regime = "yhyshj36";
    EXPECT_EQ(facts().refusal->outcome, forms::Outcome::NotAccepted);
}

TEST_F(CourseFacts, SayUntilWhenACorrectionWasDueThatNeverCame)
{
    office.lapse = forms::Period{10, forms::TimeUnit::Workday, {}};
    happens(Act::CorrectionRequested, on(23, 11), {"m-hkb/hkb-pages"}, "缺变更页。");
    happens(Act::Lapsed, on(8, 12));
    const auto made = facts();
    EXPECT_EQ(made.handling.asked, (base::Date{2026y / 11 / 23}));
    EXPECT_EQ(made.handling.answerDue,
              (base::Date{2026y / 12 / 7}));  // 24-27 November, 30 November to 4 December, 7
    EXPECT_THAT(paper(PaperKind::TerminationNotice), HasSubstr("退件通知书"));
}

TEST_F(CourseFacts, HoldTheLaterDayTheApplicantWasTold)
{
    office.lapse = forms::Period{10, forms::TimeUnit::Workday, {}};
    auto asked = entry(Act::CorrectionRequested, on(23, 11), {"m-hkb/hkb-pages"});
    asked.until = base::Date{2026y / 12 / 15};
    forms::append(course, asked);
    happens(Act::Lapsed, on(16, 12));
    EXPECT_EQ(facts().handling.answerDue, (base::Date{2026y / 12 / 15}));
}

TEST_F(CourseFacts, PrintWhatTheBackOfficeAskedToBePutRight)
{
    happens(Act::CorrectionRequested, on(23, 11), {"m-hkb/hkb-pages"}, "缺变更页。");
    const auto text = paper(PaperKind::OneTimeNotice);
    EXPECT_THAT(text, HasSubstr("首页+本人页齐全"));
    EXPECT_THAT(text, HasSubstr("审查意见：缺变更页。"));
}

TEST_F(CourseFacts, NameTheDeferralThatEndedTheCase)
{
    auto deferred = entry(Act::Deferred, on(20, 11), {"m-csz"});
    deferred.until = base::Date{2026y / 11 / 27};
    forms::append(course, deferred);
    happens(Act::Accepted, on(24, 11));
    happens(Act::DeferralMissed, on(28, 11), {"m-csz"});
    happens(Act::Terminated, on(4, 12));
    EXPECT_EQ(facts().handling.end->outcome, forms::Outcome::TerminatedByMissedDeferral);
    const auto text = paper(PaperKind::TerminationNotice);
    EXPECT_THAT(text, HasSubstr("随迁子女出生医学证明"));
    EXPECT_THAT(text, HasSubstr("2026年11月27日"));
}

TEST_F(CourseFacts, MakeNoPaperOfWhatDidNotHappen)
{
    EXPECT_FALSE(noticeDocument(PaperKind::AcceptanceNotice, facts()).has_value());
    EXPECT_FALSE(noticeDocument(PaperKind::Approval, facts()).has_value());
    EXPECT_FALSE(noticeDocument(PaperKind::Refusal, facts()).has_value());
    EXPECT_FALSE(noticeDocument(PaperKind::NotAcceptedNotice, facts()).has_value());
    EXPECT_FALSE(noticeDocument(PaperKind::TerminationNotice, facts()).has_value());
}

}  // namespace
