#include "county.h"

#include <api/get_audit.h>
#include <api/get_case.h>
#include <api/get_changes.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace server_tests {

namespace {

class Actions : public testing::Test
{
  protected:
    static constexpr auto Cited = R"("reason": "身份证已过期", "cites": ["m-id/id-valid"])";
    static constexpr auto Returned = R"("reason": "扫描不清")";

    api::CaseDetail detail(base::CaseId caseId) const
    {
        return api::parseCaseDetail(county.as("supervisor").get(api::casePath(caseId)).body).value();
    }

    /// The acts that are not of the window, in their order.
    std::vector<std::string> acts(base::CaseId caseId) const
    {
        std::vector<std::string> names;
        for (const auto& entry : detail(caseId).course)
            if (entry.n > 3)
                names.emplace_back(nameOf(entry.act));
        return names;
    }

    using Names = std::vector<std::string>;

    County county;
    const forms::SealedCase sealed = county.submitted();
    const base::CaseId id = sealed.manifest().sealed.id;
};

TEST_F(Actions, TakeACaseFromAcceptanceToItsEnd)
{
    EXPECT_EQ(County::act(county.as("reviewer"), id, "accept").status, 200);
    EXPECT_EQ(County::act(county.as("reviewer"), id, "examine").status, 200);
    EXPECT_EQ(County::act(county.as("approver"), id, "approve").status, 200);
    EXPECT_EQ(County::act(county.as("certifier"), id, "certify").status, 200);
    EXPECT_EQ(
        County::act(county.clerk, id, "deliver", R"("taker": "示例甲", "how": "person", "proof": "本人签收")")
            .status,
        200);
    const auto closed = County::act(county.clerk, id, "close");
    EXPECT_EQ(closed.status, 200) << closed.body;
    EXPECT_EQ(county.stateOf(id), "closed");
    EXPECT_EQ(acts(id), (Names{"accepted", "examined", "approved", "certified", "delivered", "closed"}));
    const auto delivered = detail(id).course[7];
    EXPECT_EQ(delivered.taker, "示例甲");
    EXPECT_EQ(delivered.cites, (Names{"person"}));
    EXPECT_EQ(delivered.reason, "本人签收");
    EXPECT_EQ(delivered.by, "clerk");
}

TEST_F(Actions, FollowTheTableOfStatesAndRoles)
{
    EXPECT_EQ(County::act(county.as("approver"), id, "approve").problem(), "forbidden");
    EXPECT_EQ(County::act(county.as("certifier"), id, "certify").problem(), "forbidden");
    EXPECT_EQ(County::act(county.clerk, id, "request-correction", Cited).problem(), "forbidden");
    EXPECT_EQ(County::act(county.as("agent"), id, "accept").problem(), "not-found");
    EXPECT_EQ(County::act(county.as("admin"), id, "accept").problem(), "not-found");
    EXPECT_EQ(County::act(county.clerk, id, "resubmit").problem(), "forbidden");
    EXPECT_EQ(County::act(county.as("reviewer"), id, "lapse").problem(), "forbidden");
    EXPECT_EQ(county.stateOf(id), "submitted");
}

TEST_F(Actions, TheSameIdIsDoneOnceAndOtherBytesUnderItAreAConflict)
{
    const auto reviewer = county.as("reviewer");
    const auto path = "/v1/cases/" + id.toString() + "/actions";
    const auto action = base::ActionId::make(base::SystemClock().now()).toString();
    const auto json = R"({"id": ")" + action + R"(", "action": "accept", "revision": 1})";
    const auto first = reviewer.postJson(path, json);
    ASSERT_EQ(first.status, 200);
    const auto again = reviewer.postJson(path, json);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(acts(id), (Names{"accepted"}));
    EXPECT_EQ(reviewer.postJson(path, R"({"id": ")" + action + R"(", "action": "examine", "revision": 1})")
                  .problem(),
              "conflict");
    EXPECT_EQ(county.as("approver").postJson(path, json).problem(), "conflict");
}

TEST_F(Actions, OneHasACaseAtATime)
{
    const auto reviewer = county.as("reviewer");
    EXPECT_EQ(County::act(reviewer, id, "claim").status, 200);
    EXPECT_EQ(County::act(county.as("approver"), id, "claim").problem(), "conflict");
    EXPECT_EQ(County::act(county.as("approver"), id, "release").problem(), "conflict");
    EXPECT_EQ(detail(id).summary.claimedBy, "reviewer");
    EXPECT_EQ(County::act(county.as("supervisor"), id, "release").status, 200);
    EXPECT_EQ(detail(id).summary.claimedBy, "");
    EXPECT_EQ(County::act(county.clerk, id, "claim").problem(), "forbidden");
}

TEST_F(Actions, ACaseIsFreeAgainWhenItsHolderCanDoNothingMore)
{
    const auto reviewer = county.as("reviewer");
    ASSERT_EQ(County::act(reviewer, id, "claim").status, 200);
    ASSERT_EQ(County::act(reviewer, id, "accept").status, 200);
    EXPECT_EQ(detail(id).summary.claimedBy, "reviewer");
    ASSERT_EQ(County::act(reviewer, id, "examine").status, 200);
    EXPECT_EQ(detail(id).summary.claimedBy, "");
}

TEST_F(Actions, ACorrectionCitesTheGuideOrTheSupervisorIsTold)
{
    const auto reviewer = county.as("reviewer");
    EXPECT_EQ(
        County::act(reviewer, id, "request-correction", R"("reason": "再交一份证明", "cites": ["m-extra"])")
            .problem(),
        "forbidden");
    EXPECT_EQ(county.stateOf(id), "submitted");
    EXPECT_EQ(detail(id).summary.flags, (Names{"uncited-demand"}));
    const auto asked = County::act(reviewer, id, "request-correction", Cited);
    EXPECT_EQ(asked.status, 200) << asked.body;
    const auto now = detail(id);
    EXPECT_EQ(now.summary.state, forms::CaseState::CorrectionRequested);
    EXPECT_EQ(now.course.back().cites, (Names{"m-id/id-valid"}));
    EXPECT_EQ(now.course.back().reason, "身份证已过期");
    EXPECT_EQ(now.summary.waits.who, forms::WaitsFor::Applicant);
    EXPECT_EQ(now.nameOf("reviewer"), "审核人员");
}

TEST_F(Actions, AFlagIsSettledByASupervisorWhoSaysHow)
{
    const auto supervisor = county.as("supervisor");
    const auto settle = [&](const HttpsClient& who, const std::string& more) {
        return County::act(who, id, "settle-flag", more);
    };
    static constexpr auto How = R"("cites": ["uncited-demand"], "reason": "已提醒审核人员")";
    EXPECT_EQ(settle(supervisor, How).problem(), "forbidden") << "nothing is flagged yet";
    ASSERT_EQ(
        County::act(county.as("reviewer"), id, "request-correction", R"("reason": "再交一份")").problem(),
        "forbidden");
    EXPECT_EQ(settle(county.as("reviewer"), How).problem(), "forbidden");
    EXPECT_EQ(settle(supervisor, R"("cites": ["duplicate"], "reason": "已核对")").problem(), "bad-request");
    EXPECT_EQ(settle(supervisor, R"("cites": ["uncited-demand"])").problem(), "bad-request");
    EXPECT_EQ(settle(supervisor, How).status, 200);
    EXPECT_TRUE(detail(id).summary.flags.empty());
    EXPECT_EQ(acts(id), (Names{"flagged", "flag-settled"}));
}

TEST_F(Actions, AskingInWordsForMoreThanIsCitedIsFlagged)
{
    ASSERT_EQ(County::act(county.as("reviewer"),
                          id,
                          "request-correction",
                          R"("reason": "身份证已过期，另请提供无房证明", "cites": ["m-id/id-valid"])")
                  .status,
              200);
    EXPECT_EQ(detail(id).summary.flags, (Names{"free-text-demand"}));
}

TEST_F(Actions, CitationsByTheirEarlierNameAreStillRead)
{
    EXPECT_EQ(County::act(county.as("reviewer"),
                          id,
                          "request-correction",
                          R"("reason": "身份证已过期", "points": ["m-id/id-valid"])")
                  .status,
              200);
}

TEST_F(Actions, WhatIsToldInWritingHasAReason)
{
    const auto reviewer = county.as("reviewer");
    EXPECT_EQ(County::act(reviewer, id, "request-correction", R"("cites": ["m-id"])").problem(),
              "bad-request");
    EXPECT_EQ(County::act(reviewer, id, "return-to-window").problem(), "bad-request");
    EXPECT_EQ(County::act(reviewer, id, "not-accept").problem(), "bad-request");
    EXPECT_EQ(County::act(reviewer, id, "not-accept", R"("reason": "领导不同意")").problem(), "forbidden")
        << "free text is never the only ground";
    EXPECT_EQ(
        County::act(reviewer, id, "not-accept", R"("reason": "不属于本市参保人员", "cites": ["condition:1"])")
            .status,
        200);
}

TEST_F(Actions, ASecondCorrectionIsTheSupervisorsAndIsFlagged)
{
    const auto reviewer = county.as("reviewer");
    ASSERT_EQ(County::act(reviewer, id, "request-correction", Cited).status, 200);
    ASSERT_EQ(county.put(county.seal(County::nextRevision(sealed))).status, 201);
    EXPECT_EQ(County::act(reviewer, id, "request-correction", Cited, 2).problem(), "forbidden");
    EXPECT_FALSE(detail(id).summary.flagged());
    EXPECT_EQ(County::act(county.as("supervisor"), id, "request-correction", Cited, 2).status, 200);
    EXPECT_EQ(detail(id).summary.flags, (Names{"second-correction"}));
}

TEST_F(Actions, ABadScanOfOursUsesNoCorrectionUp)
{
    const auto reviewer = county.as("reviewer");
    ASSERT_EQ(County::act(reviewer, id, "return-to-window", Returned).status, 200);
    EXPECT_EQ(county.stateOf(id), "returned");
    ASSERT_EQ(county.put(county.seal(County::nextRevision(sealed))).status, 201);
    EXPECT_EQ(acts(id), (Names{"returned", "sealed", "arrived", "resubmitted"}));
    EXPECT_EQ(County::act(reviewer, id, "request-correction", Cited, 2).status, 200);
}

TEST_F(Actions, WhoLookedAtAnOlderRevisionIsTold)
{
    const auto reviewer = county.as("reviewer");
    ASSERT_EQ(County::act(reviewer, id, "return-to-window", Returned).status, 200);
    ASSERT_EQ(county.put(county.seal(County::nextRevision(sealed))).status, 201);
    EXPECT_EQ(County::act(reviewer, id, "accept").problem(), "conflict");
    EXPECT_EQ(County::act(reviewer, id, "accept", "", 2).status, 200);
}

TEST_F(Actions, TheApplicantMayWithdrawEvenWhileSomebodyWorksOnIt)
{
    ASSERT_EQ(County::act(county.as("reviewer"), id, "claim").status, 200);
    EXPECT_EQ(County::act(county.clerk, id, "withdraw", R"("reason": "申请人撤回")").status, 200);
    EXPECT_EQ(county.stateOf(id), "withdrawn");
}

TEST_F(Actions, TheClockIsStoppedOnlyByAProcedureOfTheGuide)
{
    ASSERT_EQ(County::act(county.as("reviewer"), id, "accept").status, 200);
    ASSERT_EQ(County::act(county.as("reviewer"), id, "examine").status, 200);
    EXPECT_EQ(County::act(county.as("approver"), id, "suspend", R"("procedure": "99")").problem(),
              "bad-request");
    EXPECT_EQ(County::act(county.as("approver"), id, "extend", R"("reason": "需补充调查")").problem(),
              "forbidden");
}

TEST_F(Actions, TheAuditShowsEveryStepAndLookAndVerifies)
{
    ASSERT_EQ(County::act(county.as("reviewer"), id, "accept").status, 200);
    static_cast<void>(detail(id));
    const auto answer = api::parseAuditAnswer(county.as("supervisor").get(api::auditPath(id)).body).value();
    EXPECT_TRUE(api::verifyAudit(answer.entries));
    const auto has = [&](const std::string& who, const std::string& start) {
        return std::any_of(answer.entries.begin(), answer.entries.end(), [&](const auto& entry) {
            return entry.who == who && entry.what.starts_with(start);
        });
    };
    EXPECT_TRUE(has("clerk", "arrive 1"));
    EXPECT_TRUE(has("reviewer", "accept"));
    EXPECT_TRUE(has("supervisor", "view"));
    EXPECT_TRUE(has("supervisor", "view-audit"));
    EXPECT_EQ(answer.entries.front().seq, 1U);
}

TEST_F(Actions, WakeWhoWaitsForChanges)
{
    const auto before = api::parseChangesAnswer(county.clerk.get("/v1/changes").body).value();
    ASSERT_EQ(before.changes.size(), 1U);
    EXPECT_EQ(before.changes.front().kind, api::ChangeKind::Receipt);
    Reply waited;
    std::thread waiting([&] { waited = county.clerk.get("/v1/changes?wait=20&since=" + before.cursor); });
    ASSERT_EQ(County::act(county.as("reviewer"), id, "accept").status, 200);
    waiting.join();
    const auto after = api::parseChangesAnswer(waited.body).value();
    ASSERT_EQ(after.changes.size(), 1U);
    EXPECT_EQ(after.changes.front().caseId, id);
    EXPECT_EQ(after.changes.front().state, forms::CaseState::Accepted);
    const auto none =
        api::parseChangesAnswer(county.clerk.get("/v1/changes?since=" + after.cursor).body).value();
    EXPECT_TRUE(none.changes.empty());
    EXPECT_EQ(none.cursor, after.cursor);
    EXPECT_TRUE(api::parseChangesAnswer(county.as("agent").get("/v1/changes").body)->changes.empty());
    EXPECT_EQ(county.clerk.get("/v1/changes?since=tomorrow").problem(), "bad-request");
}

}  // namespace

}  // namespace server_tests
