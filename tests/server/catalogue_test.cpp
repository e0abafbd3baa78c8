#include "https_client.h"

#include <api/endpoint.h>
#include <api/get_keys.h>
#include <base/digest.h>
#include <forms/catalogue.h>
#include <forms/guide.h>

#include <gtest/gtest.h>

namespace server_tests {

namespace {

class CatalogueOfTheOffice : public testing::Test
{
  protected:
    CatalogueOfTheOffice()
        : client(office)
    {
        office.start();
        client.login("clerk");
    }

    forms::Catalogue read() const
    {
        const auto keys = api::parseKeySet(client.get("/v1/keys").body).value();
        const auto jws =
            forms::verifyJws(client.get("/v1/catalogue").body,
                             forms::CatalogueFormat,
                             [&](std::string_view kid) { return keys.find(kid, api::KeyUse::Catalogue); });
        return forms::catalogueFromJson(jws.value().payload).value();
    }

    RunningOffice office;
    HttpsClient client;
};

TEST_F(CatalogueOfTheOffice, IsSignedAndNamesTheSampleGuides)
{
    const auto catalogue = read();
    EXPECT_EQ(catalogue.release, 1);
    EXPECT_EQ(catalogue.division, "330399");
    EXPECT_EQ(catalogue.guides.size(), 8U);
    EXPECT_TRUE(catalogue.calendar.knows(2025));
}

TEST_F(CatalogueOfTheOffice, EveryGuideItNamesIsServedWithTheseBytes)
{
    for (const auto& entry : read().guides) {
        const auto reply = client.get("/v1/guides/" + entry.sha256.toString());
        ASSERT_EQ(reply.status, 200);
        EXPECT_EQ(base::Digest::of(reply.body), entry.sha256);
        EXPECT_EQ(reply.body.size(), entry.bytes.value);
        EXPECT_EQ(forms::readGuide(reply.body)->code, entry.code);
    }
}

TEST_F(CatalogueOfTheOffice, AGuideIsPackedForWhoCanUnpackIt)
{
    const auto path = "/v1/guides/" + read().guides.front().sha256.toString();
    const auto plain = client.get(path);
    const auto packed = client.get(path, {"Accept-Encoding: gzip"});
    EXPECT_EQ(plain.header("content-encoding"), "");
    EXPECT_EQ(packed.header("content-encoding"), "gzip");
    EXPECT_EQ(packed.header("vary"), "Accept-Encoding");
    EXPECT_EQ(packed.body.substr(0, 2), "\x1f\x8b");
    EXPECT_LT(packed.body.size(), plain.body.size() / 3);
    EXPECT_EQ(client.get(path, {"Accept-Encoding: gzip;q=0"}).body, plain.body);
}

TEST_F(CatalogueOfTheOffice, IsNotSentAgainToWhoHasIt)
{
    const auto etag = client.get("/v1/catalogue").header("etag");
    ASSERT_FALSE(etag.empty());
    const auto again = client.get("/v1/catalogue", {"If-None-Match: " + etag});
    EXPECT_EQ(again.status, 304);
    EXPECT_TRUE(again.body.empty());
    EXPECT_EQ(client.get("/v1/catalogue", {"If-None-Match: \"other\""}).status, 200);
}

TEST_F(CatalogueOfTheOffice, UnknownGuidesAndAddressesAreProblems)
{
    EXPECT_EQ(client.get("/v1/guides/" + std::string(64, '0')).problem(), "not-found");
    EXPECT_EQ(client.get("/v1/guides/xyz").problem(), "bad-request");
    EXPECT_EQ(client.get("/v1/nothing").problem(), "not-found");
    EXPECT_EQ(client.get("/").problem(), "not-found");
    EXPECT_EQ(client.send("PUT", "/v1/catalogue", "text/plain", "x").problem(), "not-found");
}

TEST_F(CatalogueOfTheOffice, TheDescriptionNamesEveryEndpoint)
{
    const auto reply = HttpsClient(office).get("/v1/openapi.yaml");
    ASSERT_EQ(reply.status, 200);
    for (const auto& endpoint : api::allEndpoints()) {
        const auto path = std::string(endpoint.path.substr(std::string_view("/v1").size()));
        EXPECT_TRUE(reply.body.find(path) != std::string::npos) << path;
    }
}

TEST_F(CatalogueOfTheOffice, MetricsCountAnswersByRouteWithoutIds)
{
    const auto digest = std::string(64, '0');
    static_cast<void>(client.get("/v1/guides/" + digest));
    const auto metrics = HttpsClient(office).get("/v1/metrics").body;
    EXPECT_NE(metrics.find("onewindow_requests_total{route=\"GET /v1/guides/{sha256}\",status=\"404\"} 1"),
              std::string::npos)
        << metrics;
    EXPECT_EQ(metrics.find(digest), std::string::npos);
}

}  // namespace

}  // namespace server_tests
