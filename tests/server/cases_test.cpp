#include "county.h"

#include <api/get_case.h>
#include <api/get_cases.h>

#include <gtest/gtest.h>

#include <set>

namespace server_tests {

namespace {

class Cases : public testing::Test
{
  protected:
    api::CasesAnswer list(const HttpsClient& who, const std::string& query = "") const
    {
        return api::parseCasesAnswer(who.get("/v1/cases" + query).body).value();
    }

    County county;
};

TEST_F(Cases, AreListedInPortionsWithMaskedNames)
{
    std::set<base::CaseId> handedIn;
    for (int i = 0; i < 5; ++i)
        handedIn.insert(county.submitted().manifest().sealed.id);
    std::set<base::CaseId> seen;
    std::string cursor;
    int portions = 0;
    do {
        const auto portion = list(county.clerk, "?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor));
        for (const auto& summary : portion.cases) {
            seen.insert(summary.caseId);
            EXPECT_EQ(summary.applicant, "示*甲");
            EXPECT_EQ(summary.matter, "sb-jfzm");
        }
        cursor = portion.cursor;
        ++portions;
    } while (!cursor.empty());
    EXPECT_EQ(portions, 3);
    EXPECT_EQ(seen, handedIn);
}

TEST_F(Cases, AreFilteredByState)
{
    const auto one = county.submitted();
    const auto other = county.submitted();
    ASSERT_EQ(County::act(county.as("reviewer"), one.manifest().sealed.id, "accept").status, 200);
    const auto accepted = list(county.clerk, "?state=accepted");
    ASSERT_EQ(accepted.cases.size(), 1U);
    EXPECT_EQ(accepted.cases.front().caseId, one.manifest().sealed.id);
    EXPECT_EQ(list(county.clerk, "?state=submitted").cases.front().caseId, other.manifest().sealed.id);
    EXPECT_EQ(county.clerk.get("/v1/cases?state=lost").problem(), "bad-request");
    EXPECT_EQ(county.clerk.get("/v1/cases?cursor=AAAA").problem(), "bad-request");
}

TEST_F(Cases, AgentsSeeOnlyTheirOwnAndAdministratorsNone)
{
    const auto id = county.submitted().manifest().sealed.id;
    EXPECT_EQ(list(county.as("reviewer")).cases.size(), 1U);
    const auto agent = county.as("agent");
    EXPECT_TRUE(list(agent).cases.empty());
    EXPECT_EQ(agent.get(api::casePath(id)).problem(), "not-found");
    const auto admin = county.as("admin");
    EXPECT_EQ(admin.get("/v1/cases").problem(), "forbidden");
    EXPECT_EQ(admin.get(api::casePath(id)).problem(), "not-found");
    EXPECT_EQ(admin.get(api::casePath(id) + "/audit").status, 200);
    EXPECT_EQ(HttpsClient(county.office).get(api::casePath(id)).problem(), "unauthenticated");
}

TEST_F(Cases, ShowWhatTheCallerMayDoNow)
{
    const auto id = county.submitted().manifest().sealed.id;
    const auto allowed = [&](const std::string& user) {
        std::set<std::string> names;
        const auto detail = api::parseCaseDetail(county.as(user).get(api::casePath(id)).body).value();
        for (const auto& action : detail.allowed)
            names.emplace(api::nameOf(action));
        return names;
    };
    EXPECT_EQ(
        allowed("reviewer"),
        (std::set<std::string>{"accept", "claim", "not-accept", "request-correction", "return-to-window"}));
    EXPECT_EQ(allowed("clerk"), (std::set<std::string>{"settle", "withdraw"})) << "a printout is settled at the window";
    EXPECT_EQ(allowed("approver"), (std::set<std::string>{"claim", "terminate"}));
    EXPECT_EQ(allowed("certifier"), (std::set<std::string>{"claim"}));
}

TEST_F(Cases, SayWhoHasToActAndSinceWhen)
{
    const auto sealed = county.submitted();
    const auto row = list(county.clerk).cases.front();
    EXPECT_EQ(row.waits.who, forms::WaitsFor::Reviewer);
    EXPECT_GT(row.waits.since, sealed.manifest().sealed.received);
    EXPECT_FALSE(row.flagged());
}

TEST_F(Cases, SurviveAKill)
{
    const auto sealed = county.submitted();
    const auto before = list(county.clerk).cases;
    county.office.kill();
    county.office.start();
    EXPECT_EQ(list(county.clerk).cases.front().caseId, before.front().caseId);
    EXPECT_EQ(list(county.clerk).cases.front().due, before.front().due);
    EXPECT_EQ(list(county.clerk).cases.front().waits, before.front().waits);
}

}  // namespace

}  // namespace server_tests
