#include <api/get_cases.h>
#include <api/get_catalogue.h>
#include <api/get_changes.h>
#include <api/get_health.h>
#include <api/query.h>

#include <gtest/gtest.h>

namespace {

TEST(Query, EncodesWhatWouldBeReadAsSomethingElse)
{
    EXPECT_EQ(api::formatQuery({{"a", "x&y=z"}, {"b", ""}, {"c", "受理 +"}}),
              "a=x%26y%3Dz&c=%E5%8F%97%E7%90%86%20%2B");
}

TEST(Query, ReadsBackWhatItWrote)
{
    const api::Query query{{"a", "x&y=z"}, {"c", "受理 +%"}};
    EXPECT_EQ(api::parseQuery(api::formatQuery(query)), query);
    EXPECT_EQ(api::parseQuery("a=1&&a=2&b&c="), (api::Query{{"a", "2"}, {"b", ""}, {"c", ""}}));
    EXPECT_EQ(api::parseQuery("a=x+y"), (api::Query{{"a", "x y"}}));
    EXPECT_EQ(api::parseQuery(""), api::Query{});
}

TEST(Query, RefusesABrokenPercentSign)
{
    for (const auto* text : {"a=%", "a=%4", "a=%zz", "%=1"})
        EXPECT_FALSE(api::parseQuery(text)) << text;
}

TEST(CasesQuery, SurvivesThePath)
{
    const api::CasesQuery query{forms::CaseState::UnderReview, "a+b", 7};
    const auto path = api::casesPath(query);
    EXPECT_EQ(path, "/v1/cases?cursor=a%2Bb&limit=7&state=under-review");
    EXPECT_EQ(api::parseCasesQuery(path.substr(path.find('?') + 1)).value(), query);
    EXPECT_EQ(api::casesPath({}), "/v1/cases");
    EXPECT_EQ(api::parseCasesQuery("state=&cursor=").value(), api::CasesQuery{});
}

TEST(CasesQuery, RefusesUnknownStatesAndLimitsOutOfRange)
{
    for (const auto* text : {"state=lost", "limit=0", "limit=501", "limit=x", "limit=5x", "cursor=%"})
        EXPECT_FALSE(api::parseCasesQuery(text)) << text;
}

TEST(ChangesQuery, CutsTheWaitAndRefusesNonsense)
{
    EXPECT_EQ(api::parseChangesQuery("since=c1&wait=90").value(), (api::ChangesQuery{"c1", api::MaxWait}));
    EXPECT_EQ(api::parseChangesQuery("").value(), api::ChangesQuery{});
    EXPECT_FALSE(api::parseChangesQuery("wait=-1"));
    EXPECT_FALSE(api::parseChangesQuery("wait=soon"));
    EXPECT_EQ(api::changesPath({"c 1", std::chrono::seconds(20)}), "/v1/changes?since=c%201&wait=20");
}

TEST(Catalogue, IsNotSentAgainWhenItsTagIsNamed)
{
    const auto etag = api::etagOf("bytes");
    EXPECT_EQ(etag.size(), 66u);
    EXPECT_TRUE(api::matchesEtag(etag, etag));
    EXPECT_TRUE(api::matchesEtag("\"x\" , W/" + etag + " ", etag));
    EXPECT_TRUE(api::matchesEtag("*", etag));
    EXPECT_FALSE(api::matchesEtag("", etag));
    EXPECT_FALSE(api::matchesEtag("\"x\"", etag));
    EXPECT_FALSE(api::matchesEtag(api::etagOf("other"), etag));
}

TEST(Health, EchoesTheNonce)
{
    const api::Health health{"county", base::parseTimestamp("2026-11-22T02:42:07.123Z").value(), "n+1"};
    EXPECT_EQ(api::parseHealth(toJson(health)).value(), health);
    EXPECT_EQ(api::healthPath("n+1"), "/v1/health?nonce=n%2B1");
    EXPECT_FALSE(
        api::parseHealth(R"({"format":"onewindow-health/2","server":"x","time":"2026-11-22T02:42:07Z"})"));
}

}  // namespace
