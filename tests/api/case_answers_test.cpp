#include <api/get_case.h>
#include <api/get_changes.h>
#include <api/get_revision.h>
#include <api/post_annotations.h>
#include <api/put_revision.h>

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using namespace std::chrono_literals;

const auto Now = base::parseTimestamp("2026-11-22T02:42:07.123Z").value();
const auto Id = base::CaseId::make(Now);
const auto Step = base::ActionId::make(Now);

api::CaseSummary summary()
{
    return {Id,
            2,
            forms::CaseState::UnderReview,
            "hk-qy",
            "户口迁移",
            "3303990001",
            "示*甲",
            Now,
            "reviewer",
            base::parseDate("2026-12-01"),
            Now + 48h,
            forms::Light::Yellow,
            {forms::WaitsFor::Approver, Now + 1h},
            {"duplicate", "uncited-demand"}};
}

api::ActionRequest request()
{
    api::ActionRequest action;
    action.id = Step;
    action.action = forms::Action::Extend;
    action.revision = 2;
    action.reason = "需专家评审";
    action.cites = {"m-id/id-2side", "m-hkb"};
    action.until = base::parseDate("2026-12-24");
    action.period = forms::Period{10, forms::TimeUnit::Workday, "art. 42"};
    action.procedure = "expert";
    return action;
}

TEST(Receipt, HasTheMembersOfItsFormat)
{
    const api::Receipt receipt{
        Id, 2, base::Digest::of("m"), "3303990001", forms::CaseState::Submitted, Now, "county"};
    const auto body = json::parse(toJson(receipt));
    EXPECT_EQ(body,
              (json{{"format", "onewindow-receipt/1"},
                    {"case", Id.toString()},
                    {"revision", 2},
                    {"manifest", base::Digest::of("m").toString()},
                    {"number", "3303990001"},
                    {"state", "submitted"},
                    {"received", "2026-11-22T02:42:07.123Z"},
                    {"server", "county"}}));
    EXPECT_EQ(api::parseReceipt(toJson(receipt)).value(), receipt);
}

TEST(Receipt, IsRefusedWithAnyMemberWrong)
{
    const api::Receipt receipt{Id, 2, base::Digest::of("m"), "n", forms::CaseState::Submitted, Now, "county"};
    const auto good = json::parse(toJson(receipt));
    for (const auto& [name, value] : good.items()) {
        auto lacking = good;
        lacking.erase(name);
        EXPECT_FALSE(api::parseReceipt(lacking.dump())) << name;
        auto wrong = good;
        wrong[name] = json::array();
        const auto failed = api::parseReceipt(wrong.dump());
        ASSERT_FALSE(failed) << name;
        EXPECT_NE(base::describe(failed.error()).find("/" + name), std::string::npos);
    }
}

TEST(Cases, SurviveTheWireWithAndWithoutADueDate)
{
    auto undated = summary();
    undated.due.reset();
    undated.dueAt.reset();
    const api::CasesAnswer answer{{summary(), undated}, "c2"};
    EXPECT_EQ(api::parseCasesAnswer(toJson(answer)).value(), answer);
    EXPECT_EQ(api::parseCaseSummary(toJson(summary())).value(), summary());
    EXPECT_FALSE(json::parse(toJson(undated)).contains("due"));
    EXPECT_FALSE(api::parseCasesAnswer("{}"));
}

TEST(Cases, AreFlaggedWhileAFlagStands)
{
    auto one = summary();
    EXPECT_TRUE(one.flagged());
    EXPECT_TRUE(json::parse(toJson(one))["flagged"]);
    one.flags.clear();
    EXPECT_FALSE(one.flagged());
    EXPECT_FALSE(json::parse(toJson(one))["flagged"]);
}

TEST(Cases, OfABackOfficeOfBeforeHaveNoLightAndWaitForNobodyKnown)
{
    auto body = json::parse(toJson(summary()));
    for (const auto* name : {"light", "waits", "flags", "due_at"})
        body.erase(name);
    const auto old = api::parseCaseSummary(body.dump());
    ASSERT_TRUE(old) << base::describe(old.error());
    EXPECT_EQ(old->light, forms::Light::None);
    EXPECT_EQ(old->waits, forms::Waiting());
    body["waits"] = {{"who", "somebody"}, {"since", "2026-11-22T02:42:07.123Z"}};
    EXPECT_FALSE(api::parseCaseSummary(body.dump()));
}

TEST(Actions, SurviveTheWireWithEveryMember)
{
    EXPECT_EQ(api::parseActionRequest(toJson(request())).value(), request());
    const api::ActionAnswer answer{Id, 2, forms::CaseState::Accepted, "n", "reviewer"};
    EXPECT_EQ(api::parseActionAnswer(toJson(answer)).value(), answer);
}

TEST(Actions, OfADeliverySayWhoTookItHowAndWhatShowsIt)
{
    auto delivered = request();
    delivered.action = forms::Action::Deliver;
    delivered.taker = "示例甲";
    delivered.how = "mail";
    delivered.proof = "1099000000001";
    EXPECT_EQ(api::parseActionRequest(toJson(delivered)).value(), delivered);
    const auto step = api::stepOf(delivered);
    EXPECT_EQ(step.action, forms::Action::Deliver);
    EXPECT_EQ(step.cites, delivered.cites);
    EXPECT_EQ(step.taker, "示例甲");
    EXPECT_EQ(step.how, "mail");
    EXPECT_EQ(step.proof, "1099000000001");
}

TEST(Actions, AreReadWithCitationsByTheirEarlierName)
{
    auto body = json::parse(toJson(request()));
    body["points"] = body["cites"];
    body.erase("cites");
    EXPECT_EQ(api::parseActionRequest(body.dump()).value(), request());
}

TEST(Actions, WithAChildNameIt)
{
    auto settled = request();
    settled.action = forms::ChildAction::Finish;
    settled.child = "sdqg-water";
    EXPECT_EQ(api::parseActionRequest(toJson(settled)).value(), settled);
    auto body = json::parse(toJson(settled));
    EXPECT_EQ(body["action"], "finish-child");
    body.erase("child");
    EXPECT_FALSE(api::parseActionRequest(body.dump()));
    auto other = json::parse(toJson(request()));
    other["child"] = "sdqg-water";
    EXPECT_FALSE(api::parseActionRequest(other.dump())) << "a step with the case is about no child";
    const api::ActionAnswer answer{
        Id, 2, forms::CaseState::Accepted, "n", "reviewer", forms::ChildState::Done};
    EXPECT_EQ(api::parseActionAnswer(toJson(answer)).value(), answer);
}

TEST(Actions, KnowEveryStepOfTheFlowAndTheClaim)
{
    for (const auto step : forms::allActions())
        EXPECT_EQ(api::parseRequestedAction(forms::nameOf(step)), api::RequestedAction(step));
    for (const auto step : forms::allChildActions())
        EXPECT_EQ(api::parseRequestedAction(forms::nameOf(step)), api::RequestedAction(step));
    EXPECT_EQ(api::parseRequestedAction("claim"), api::RequestedAction(forms::Action::Claim));
    EXPECT_EQ(api::parseRequestedAction("settle-flag"), api::RequestedAction(forms::Action::SettleFlag));
    EXPECT_EQ(api::nameOf(api::RequestedAction(forms::Action::Release)), "release");
    EXPECT_FALSE(api::parseRequestedAction("shred"));
    auto body = json::parse(toJson(request()));
    body["action"] = "shred";
    EXPECT_FALSE(api::parseActionRequest(body.dump()));
}

TEST(CaseDetail, SurvivesTheWireWithEverythingInIt)
{
    api::CaseDetail detail;
    detail.summary = summary();
    detail.revisions = {{1, "a.b.c", base::Digest::of("1"), Now, "clerk"},
                        {2, "d.e.f", base::Digest::of("2"), Now + 1h, "agent"}};
    forms::Annotation mark;
    mark.id = base::AnnotationId::make(Now);
    mark.creator = "reviewer";
    mark.created = Now;
    mark.text = "公章不清";
    mark.caseId = Id;
    mark.page = base::PageId::make(Now);
    mark.pageDigest = base::Digest::of("page");
    mark.box = forms::PercentBox{10, 20, 30.5, 40};
    mark.point = "m-id/id-2side";
    mark.verdict = "fail";
    detail.annotations = {mark};
    forms::CourseEntry asked;
    asked.act = forms::Act::CorrectionRequested;
    asked.at = asked.noted = Now;
    asked.by = "reviewer";
    asked.role = forms::Role::Reviewer;
    asked.revision = 1;
    asked.cites = {"m-id/id-2side"};
    asked.reason = "请补正";
    append(detail.course, asked);
    api::DocumentRecord paper;
    paper.id = base::DocumentId::make(Now);
    paper.kind = forms::PaperKind::OneTimeNotice;
    paper.number = "测审〔2026〕ws1-3号";
    paper.sha256 = base::Digest::of("pdf");
    paper.type = "application/pdf";
    paper.bytes = {3};
    paper.made = Now;
    paper.by = "clerk";
    paper.site = "hall";
    paper.copies = 2;
    paper.handed = forms::HandedOver{Now + 1h, "示例甲", "person"};
    paper.signedPages = {base::PageId::make(Now)};
    paper.pages = {{paper.signedPages.front(), base::Digest::of("scan")}};
    detail.documents = {paper};
    detail.allowed = {forms::Action::Approve, forms::Action::Release};
    detail.children = {
        {{"sdqg-water", "自来水公司", "", forms::ChildState::Done, Now, Now + 2h, "approver", "已过户"},
         {1, forms::TimeUnit::Workday, ""},
         base::Date{std::chrono::year(2026) / 11 / 23},
         {}},
        {{"sdqg-gas", "燃气公司", "sdqg-water", forms::ChildState::Running, Now + 2h, {}, "", ""},
         {3, forms::TimeUnit::Workday, ""},
         {},
         {forms::ChildAction::Finish, forms::ChildAction::Refuse}}};
    detail.people = {{"approver", "审批人员"}, {"clerk", ""}};
    detail.duplicates = {{base::CaseId::make(Now), "3303990002", forms::CaseState::Accepted}};
    const auto parsed = api::parseCaseDetail(toJson(detail));
    ASSERT_TRUE(parsed) << base::describe(parsed.error());
    EXPECT_EQ(*parsed, detail);
}

TEST(CaseDetail, CallsPeopleByTheirNamesWhereItKnowsThem)
{
    api::CaseDetail detail;
    detail.people = {{"approver", "审批人员"}, {"clerk", ""}};
    EXPECT_EQ(detail.nameOf("approver"), "审批人员");
    EXPECT_EQ(detail.nameOf("clerk"), "clerk");
    EXPECT_EQ(detail.nameOf("agent"), "agent");
}

TEST(CaseDetail, IsReadFromABackOfficeThatNamesNobody)
{
    api::CaseDetail detail;
    detail.summary = summary();
    auto body = json::parse(toJson(detail));
    body.erase("people");
    EXPECT_EQ(api::parseCaseDetail(body.dump()).value(), detail);
}

TEST(CaseDetail, LeavesOutActionsOfANewerBackOffice)
{
    api::CaseDetail detail;
    detail.summary = summary();
    auto body = json::parse(toJson(detail));
    body["allowed"] = {"approve", "teleport"};
    EXPECT_EQ(api::parseCaseDetail(body.dump()).value().allowed,
              std::vector<api::RequestedAction>{forms::Action::Approve});
    body["annotations"] = {json{{"type", "Annotation"}}};
    EXPECT_FALSE(api::parseCaseDetail(body.dump()));
}

TEST(Changes, SurviveTheWire)
{
    const api::ChangesAnswer answer{
        {{"c1", Id, 1, api::ChangeKind::Annotation, forms::CaseState::Submitted, Now}}, "c1"};
    EXPECT_EQ(api::parseChangesAnswer(toJson(answer)).value(), answer);
    EXPECT_EQ(api::parseChangesAnswer(R"({"changes":[],"cursor":""})").value(), api::ChangesAnswer{});
    EXPECT_FALSE(api::parseChangesAnswer(R"({"changes":[]})"));
    for (const auto kind : {api::ChangeKind::Action,
                            api::ChangeKind::Annotation,
                            api::ChangeKind::Receipt,
                            api::ChangeKind::Due,
                            api::ChangeKind::Document})
        EXPECT_EQ(api::parseChangeKind(nameOf(kind)), kind);
}

TEST(Changes, OfAKindThatIsNotKnownAreGonePast)
{
    const api::Change known{"c1", Id, 1, api::ChangeKind::Due, forms::CaseState::Accepted, Now};
    auto body = json::parse(toJson(api::ChangesAnswer{{known, known}, "c2"}));
    body["changes"][1]["kind"] = "weather";
    EXPECT_EQ(api::parseChangesAnswer(body.dump()).value(), (api::ChangesAnswer{{known}, "c2"}));
}

TEST(Revision, SurvivesTheWire)
{
    const api::RevisionAnswer answer{"a.b.c", "d.e.f"};
    EXPECT_EQ(api::parseRevisionAnswer(toJson(answer)).value(), answer);
    EXPECT_FALSE(api::parseRevisionAnswer(R"({"manifest": "a.b.c"})"));
}

TEST(Paths, AreTheEndpointsWithTheirPartsFilledIn)
{
    const auto base = "/v1/cases/" + Id.toString();
    EXPECT_EQ(api::casePath(Id), base);
    EXPECT_EQ(api::revisionPath(Id, 3), base + "/revisions/3");
    EXPECT_EQ(api::actionsPath(Id), base + "/actions");
    EXPECT_EQ(api::annotationsPath(Id), base + "/annotations");
    EXPECT_EQ(api::documentsPath(Id), base + "/documents");
}

}  // namespace
