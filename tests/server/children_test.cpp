#include "county.h"

#include <api/get_audit.h>
#include <api/get_case.h>
#include <api/get_changes.h>
#include <forms/bundle.h>
#include <forms/catalogue.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace server_tests {

namespace {

using forms::ChildState;

/// A bundle (一件事) that was handed in: water, power, gas, tv.
class Children : public testing::Test
{
  protected:
    void SetUp() override
    {
        const auto reply = county.put(sealed);
        ASSERT_EQ(reply.status, 201) << reply.body;
    }

    void accept() const { ASSERT_EQ(County::act(county.as("reviewer"), id, "accept").status, 200); }

    Reply settle(const std::string& child,
                 const std::string& action = "finish-child",
                 const std::string& reason = "",
                 const std::string& user = "approver") const
    {
        const auto why = reason.empty() ? std::string() : R"(, "reason": ")" + reason + "\"";
        return County::act(county.as(user), id, action, R"("child": ")" + child + "\"" + why);
    }

    api::CaseDetail detail(const std::string& user = "supervisor") const
    {
        return api::parseCaseDetail(county.as(user).get(api::casePath(id)).body).value();
    }

    /// "sdqg-water done"
    std::vector<std::string> states() const
    {
        std::vector<std::string> lines;
        for (const auto& record : detail().children)
            lines.push_back(record.child.id + " " + std::string(nameOf(record.child.state)));
        return lines;
    }

    std::vector<std::string> audit() const
    {
        const auto answer =
            api::parseAuditAnswer(county.as("supervisor").get(api::auditPath(id)).body).value();
        EXPECT_TRUE(api::verifyAudit(answer.entries));
        std::vector<std::string> lines;
        for (const auto& entry : answer.entries)
            lines.push_back(entry.who + ": " + entry.what);
        return lines;
    }

    using Lines = std::vector<std::string>;

    County county;
    const forms::SealedCase sealed = county.seal(county.bundle());
    const base::CaseId id = sealed.manifest().sealed.id;
};

TEST_F(Children, ComeToBeWithTheAcceptanceEachWithItsOwnClock)
{
    EXPECT_TRUE(detail().children.empty());
    EXPECT_EQ(settle("sdqg-water").problem(), "not-found");
    accept();
    const auto now = detail();
    const auto accepted = forms::acceptanceOf(now.course).value();
    const auto jws = forms::peekJws(county.clerk.get("/v1/catalogue").body).value();
    const auto calendar = forms::catalogueFromJson(jws.payload)->calendar;
    const auto plan =
        forms::planChildren(county.guide("sdqg-gh"), sealed.manifest().sealed.answers, accepted, calendar);
    ASSERT_EQ(plan.size(), 4U);
    ASSERT_EQ(now.children.size(), 4U);
    for (std::size_t i = 0; i < plan.size(); ++i) {
        EXPECT_EQ(now.children[i].child.id, plan[i].id);
        EXPECT_EQ(now.children[i].child.department, plan[i].department);
        EXPECT_EQ(now.children[i].child.state, ChildState::Running);
        EXPECT_EQ(now.children[i].child.started, accepted);
        EXPECT_EQ(now.children[i].due, plan[i].due.date);
        EXPECT_EQ(now.children[i].limit, plan[i].due.period);
        EXPECT_TRUE(now.children[i].allowed.empty()) << "a supervisor settles none";
    }
}

TEST_F(Children, AreSettledOneByOneAndTheTroubleOfOneStopsNoOther)
{
    accept();
    const auto refused = settle("sdqg-gas", "refuse-child", "燃气表未通过安检");
    EXPECT_EQ(refused.status, 200) << refused.body;
    EXPECT_EQ(api::parseActionAnswer(refused.body)->child, ChildState::Refused);
    EXPECT_EQ(settle("sdqg-water").status, 200);
    EXPECT_EQ(states(),
              (Lines{"sdqg-water done", "sdqg-power running", "sdqg-gas refused", "sdqg-tv running"}));
    const auto now = detail();
    EXPECT_EQ(now.children[2].child.note, "燃气表未通过安检");
    EXPECT_EQ(now.children[2].child.by, "approver");
    EXPECT_TRUE(now.children[2].child.ended);
    EXPECT_EQ(now.summary.state, forms::CaseState::Accepted);
}

TEST_F(Children, AreSettledByWhomTheTableAndTheSeparationOfDutiesAllow)
{
    accept();
    EXPECT_EQ(settle("sdqg-water", "finish-child", "", "clerk").problem(), "forbidden");
    EXPECT_EQ(settle("sdqg-water", "finish-child", "", "certifier").problem(), "forbidden");
    EXPECT_EQ(settle("sdqg-water", "finish-child", "", "reviewer").problem(), "separation");
    EXPECT_EQ(settle("sdqg-water", "refuse-child").problem(), "bad-request") << "a refusal has a reason";
    EXPECT_EQ(settle("sdqg-water", "end-child").problem(), "forbidden") << "that comes by itself";
    EXPECT_EQ(settle("sdqg-phone").problem(), "not-found");
    EXPECT_EQ(County::act(county.as("approver"), id, "finish-child").problem(), "bad-request");
    EXPECT_EQ(detail("approver").children.front().allowed,
              (std::vector{forms::ChildAction::Finish, forms::ChildAction::Refuse}));
    EXPECT_TRUE(detail("reviewer").children.front().allowed.empty());
    EXPECT_EQ(settle("sdqg-water").status, 200);
    EXPECT_EQ(settle("sdqg-water", "refuse-child", "晚了").problem(), "forbidden") << "settled is settled";
}

TEST_F(Children, ASettlementUnderTheSameIdIsDoneOnce)
{
    accept();
    const auto approver = county.as("approver");
    const auto path = "/v1/cases/" + id.toString() + "/actions";
    const auto action = base::ActionId::make(base::SystemClock().now()).toString();
    const auto asked = [&](const std::string& child) {
        return approver.postJson(path,
                                 R"({"id": ")" + action
                                     + R"(", "action": "finish-child", "revision": 1, "child": ")" + child
                                     + R"("})");
    };
    const auto first = asked("sdqg-water");
    ASSERT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(asked("sdqg-water").body, first.body);
    EXPECT_EQ(asked("sdqg-tv").problem(), "conflict");
    EXPECT_EQ(states().back(), "sdqg-tv running");
}

TEST_F(Children, WaitForNobodyWhoHasClaimedTheCase)
{
    accept();
    ASSERT_EQ(County::act(county.as("reviewer"), id, "claim").status, 200);
    EXPECT_EQ(settle("sdqg-water").status, 200);
    EXPECT_EQ(detail().summary.claimedBy, "reviewer");
}

TEST_F(Children, TheCaseIsApprovedWhenNoneIsOpenAndNotBefore)
{
    accept();
    ASSERT_EQ(County::act(county.as("reviewer"), id, "examine").status, 200);
    const auto approver = county.as("approver");
    for (const auto* child : {"sdqg-water", "sdqg-power", "sdqg-tv"})
        EXPECT_EQ(settle(child).status, 200);
    const auto early = County::act(approver, id, "approve");
    EXPECT_EQ(early.problem(), "forbidden");
    EXPECT_NE(early.body.find("测试燃气公司"), std::string::npos) << early.body;
    EXPECT_EQ(early.body.find("测试供电公司"), std::string::npos) << early.body;
    EXPECT_EQ(settle("sdqg-gas", "refuse-child", "未通过安检").status, 200);
    EXPECT_EQ(County::act(approver, id, "approve").status, 200);
    EXPECT_EQ(settle("sdqg-gas").problem(), "forbidden");
}

TEST_F(Children, EndWithTheWithdrawalOfTheirCase)
{
    accept();
    ASSERT_EQ(settle("sdqg-water").status, 200);
    ASSERT_EQ(County::act(county.clerk, id, "withdraw", R"("reason": "申请人撤回")").status, 200);
    EXPECT_EQ(states(), (Lines{"sdqg-water done", "sdqg-power ended", "sdqg-gas ended", "sdqg-tv ended"}));
}

TEST_F(Children, EndWithTheRefusalOfTheirCase)
{
    accept();
    ASSERT_EQ(County::act(county.as("reviewer"), id, "examine").status, 200);
    ASSERT_EQ(County::act(county.as("approver"), id, "refuse", R"("reason": "产权有争议", "cites": ["m-zs"])")
                  .status,
              200);
    for (const auto& line : states())
        EXPECT_TRUE(line.ends_with(" ended")) << line;
}

TEST_F(Children, EndWithTheTerminationOfTheirCase)
{
    accept();
    ASSERT_EQ(County::act(county.as("approver"), id, "terminate", R"("reason": "申请人放弃办理")").status,
              200);
    for (const auto& line : states())
        EXPECT_TRUE(line.ends_with(" ended")) << line;
}

TEST_F(Children, AreInTheAuditAndToldToWhoAsksForChanges)
{
    accept();
    const auto before = api::parseChangesAnswer(county.clerk.get("/v1/changes").body).value();
    ASSERT_EQ(settle("sdqg-water").status, 200);
    const auto after =
        api::parseChangesAnswer(county.clerk.get("/v1/changes?since=" + before.cursor).body).value();
    ASSERT_EQ(after.changes.size(), 1U);
    EXPECT_EQ(after.changes.front().caseId, id);
    const auto lines = audit();
    EXPECT_NE(std::find(lines.begin(), lines.end(), "program: child sdqg-gas running"), lines.end());
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        return line.starts_with("approver: finish-child ") && line.ends_with(" sdqg-water");
    }));
    EXPECT_EQ(std::find(lines.begin(), lines.end(), "program: child sdqg-water done"), lines.end());
}

TEST_F(Children, AreThereAgainAfterTheServerWasKilled)
{
    accept();
    ASSERT_EQ(settle("sdqg-water").status, 200);
    const auto before = states();
    county.office.kill();
    county.office.start();
    EXPECT_EQ(states(), before);
}

TEST(ChildrenOfOthers, ACaseThatIsNoBundleHasNone)
{
    const County county;
    const auto id = county.submitted().manifest().sealed.id;
    ASSERT_EQ(County::act(county.as("reviewer"), id, "accept").status, 200);
    const auto reply = county.as("reviewer").get(api::casePath(id));
    EXPECT_EQ(reply.body.find("\"children\""), std::string::npos);
    EXPECT_EQ(County::act(county.as("approver"), id, "finish-child", R"("child": "sdqg-water")").problem(),
              "not-found");
}

}  // namespace

}  // namespace server_tests
