// Facts of a real guide's case: hk-qy, a wife moves to her husband's household.
#include <papers/case_facts.h>
#include <papers/notice.h>

#include <base/durable_file.h>
#include <i18n/isolate.h>

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
    Counter counter{"测试区政务服务中心", "", "", "0570-0000001", "0570-0000002", "示例员", "583204"};
    forms::Calendar calendar;
    forms::Office office;
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
        return factsOf(guide, draft, completeness, {calendar, office, counter, today});
    }
};

TEST_F(CaseFacts, NameTheMatterThePersonAndTheSituationInTheGuidesWords)
{
    const auto made = facts();
    EXPECT_EQ(made.matter, "户口迁移");
    ASSERT_EQ(made.applicants.size(), 1u);
    EXPECT_EQ(made.applicants[0].name, "示例乙");
    EXPECT_EQ(made.applicants[0].idType, "111");
    EXPECT_EQ(made.caseId, draft.id.toString());
    EXPECT_THAT(made.situation, HasSubstr("因婚(夫妻投靠)"));
    EXPECT_EQ(made.guideVersion, "2025.1");
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
    EXPECT_TRUE(makeNotice(forms::PaperKind::OneTimeNotice, made).has_value());
    EXPECT_TRUE(makeNotice(forms::PaperKind::DeferralCommitment, made).has_value());
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
    EXPECT_EQ(made.refusal->outcome, forms::Outcome::NotCompetent);
    EXPECT_THAT(made.refusal->clauses, testing::ElementsAre(HasSubstr("不属本派出所管辖")));
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

forms::OfficeDepartment police()
{
    forms::OfficeDepartment department;
    department.id = "police";
    department.name = "测试市公安局测试区分局";
    department.uscc = "11330399MB00000276";
    department.shortName = "测公";
    department.seal = "测试市公安局测试区分局户政专用章";
    department.telephone = "0000-0000015";
    department.remedy = forms::Remedy{"测试市人民政府", "测试区人民法院", false};
    return department;
}

TEST_F(CaseFacts, TakeTheBodyFromTheOfficeDocumentElseFromTheGuide)
{
    auto made = facts();
    EXPECT_EQ(made.issuer.name, "测试市公安局测试区分局");
    EXPECT_FALSE(made.issuer.known);
    office.departments = {police()};
    made = facts();
    EXPECT_TRUE(made.issuer.known);
    EXPECT_EQ(made.issuer.shortName, "测公");
    EXPECT_EQ(made.issuer.seal, "测试市公安局测试区分局户政专用章");
    EXPECT_EQ(made.issuer.remedy->reconsideration, "测试市人民政府");
}

TEST_F(CaseFacts, TellThePlaceAsTheOfficeDocumentNamesIt)
{
    forms::Site site;
    site.name = "测试镇便民服务中心";
    site.address = "测试镇示例街2号";
    site.telephone = "0000-0000001";
    site.complaints = "12345";
    counter = counterAt(site, counter);
    const auto made = facts();
    EXPECT_EQ(made.site, "测试镇便民服务中心");
    EXPECT_EQ(made.address, "测试镇示例街2号");
    EXPECT_EQ(made.complaintTelephone, "12345");
    EXPECT_EQ(made.clerk, "示例员");
}

TEST_F(CaseFacts, NameEveryApplicantAndTheAgentWithTheMandate)
{
    draft.parties.push_back({"applicant#2", "applicant", "示例丙", "111", "330399199001010318", ""});
    draft.parties.push_back({"agent", "agent", "示例丁", "111", "330399198506150139", ""});
    draft.materialEntry("m-wts").paper = {1, 0, 1};
    const auto made = facts();
    ASSERT_EQ(made.applicants.size(), 2u);
    EXPECT_EQ(made.applicants[1].name, "示例丙");
    ASSERT_TRUE(made.agent.has_value());
    EXPECT_EQ(made.agent->name, "示例丁");
    EXPECT_THAT(made.mandate, testing::ElementsAre("授权委托书"));
}

TEST_F(CaseFacts, SetATimeForCorrectingOnlyWhereTheOfficeDoes)
{
    calendar =
        forms::calendarFromJson(base::readFile(OW_SOURCE_DIR "/forms/calendars/cn.json").value()).value();
    EXPECT_FALSE(facts().supplementDue.has_value());
    office.lapse = forms::Period{10, forms::TimeUnit::Workday, {}};
    // From Friday 20 November 2026: ten working days are 23-27 November and 30 November to 4 December.
    ASSERT_TRUE(facts().supplementDue.has_value());
    EXPECT_EQ(facts().supplementDue->date, (base::Date{2026y / 12 / 4}));
    guide.limits.correction.regime = "scdj19";
    EXPECT_FALSE(facts().supplementDue.has_value()) << "handing in again is a new application";
    guide.limits.correction.regime = "bdc17";
    EXPECT_FALSE(facts().supplementDue.has_value()) << "nothing is pending after 不予受理";
}

TEST_F(CaseFacts, NeverNameNoPhotocopies)
{
    draft.materialEntry("m-csz").deferredUntil = base::Date{2026y / 11 / 27};
    for (auto& material : guide.materials)
        if (material.id == "m-csz") {
            material.originals = 1;
            material.copies = 0;
        }
    EXPECT_EQ(i18n::withoutIsolates(facts().deferred.at(0).form), "原件 1 份");
}

}  // namespace
