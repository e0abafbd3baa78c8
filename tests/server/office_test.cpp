#include "county.h"
#include "support/fixed_clock.h"

#include <api/get_keys.h>
#include <api/put_revision.h>
#include <base/durable_file.h>
#include <forms/catalogue.h>
#include <forms/catalogue_file.h>
#include <forms/jws.h>
#include <forms/office.h>
#include <server/catalogue_press.h>
#include <server/guide_shelf.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace server_tests {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

using Json = nlohmann::json;

class OfficeDocument : public testing::Test
{
  protected:
    static Json sample()
    {
        return Json::parse(
            base::readFile(std::filesystem::path(OW_SOURCE_DIR) / "forms/offices/330399.office.json")
                .value());
    }

    std::filesystem::path file(const Json& document)
    {
        const auto path = office.folder() / "new.office.json";
        EXPECT_TRUE(base::writeDurably(path, document.dump()));
        return path;
    }

    base::Result<server::PublishedRelease> publish(const Json& document)
    {
        server::Publication publication;
        publication.office = file(document);
        return server::publishCatalogue(office.folder(), publication, clock);
    }

    forms::Catalogue newestCatalogue() const { return server::publishedCatalogues(office.folder())->front(); }

    base::Digest newestDigest() const
    {
        return base::Digest::of(server::officeDocument(office.folder(), {}).value());
    }

    void forgetOffices()
    {
        const auto records = server::Database::open(office.folder() / "backoffice.db").value();
        EXPECT_TRUE(records->write([](server::Transaction& transaction) -> base::Status {
            transaction.run("DELETE FROM offices", {});
            return {};
        }));
    }

    RunningOffice office;
    FixedClock clock;  // 2026-11-22
};

TEST_F(OfficeDocument, OfTheDemoIsSignedAndNamedByTheCatalogue)
{
    office.start();
    HttpsClient client(office);
    client.login("clerk");
    const auto keys = api::parseKeySet(client.get("/v1/keys").body).value();
    const auto reply = client.get("/v1/office");
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.header("content-type"), "application/jose");
    const auto jws = forms::verifyJws(reply.body, forms::OfficeFormat, [&](std::string_view kid) {
        return keys.find(kid, api::KeyUse::Catalogue);
    });
    ASSERT_TRUE(jws) << base::describe(jws.error());
    const auto document = forms::officeFromJson(jws->payload).value();
    EXPECT_EQ(document.release, 1);
    EXPECT_NE(document.findDivision("330399"), nullptr);
    EXPECT_EQ(document.sites.size(), 2U);
    EXPECT_EQ(document.lapse, std::nullopt);
    EXPECT_EQ(newestCatalogue().office, jws->digest());
}

TEST_F(OfficeDocument, IsNotSentAgainToWhoHasItAndToNobodyWithoutASession)
{
    office.start();
    EXPECT_EQ(HttpsClient(office).get("/v1/office").problem(), "unauthenticated");
    HttpsClient client(office);
    client.login("clerk");
    const auto etag = client.get("/v1/office").header("etag");
    ASSERT_FALSE(etag.empty());
    const auto again = client.get("/v1/office", {"If-None-Match: " + etag});
    EXPECT_EQ(again.status, 304);
    EXPECT_TRUE(again.body.empty());
}

TEST_F(OfficeDocument, ThatWasNeverPublishedIsNotFound)
{
    forgetOffices();
    office.start();
    HttpsClient client(office);
    client.login("clerk");
    const auto reply = client.get("/v1/office");
    EXPECT_EQ(reply.status, 404);
    EXPECT_EQ(reply.problem(), "not-found");
}

TEST_F(OfficeDocument, PublishedMakesAReleaseThatNamesItWithTheSameGuides)
{
    office.start();
    HttpsClient client(office);
    client.login("clerk");
    const auto before = newestCatalogue();
    const auto etag = client.get("/v1/catalogue").header("etag");
    auto document = sample();
    document["sites"][0]["telephone"] = "0000-0000009";
    EXPECT_EQ(runProgram({"office", "publish", "--data", office.folder().string(), file(document).string()}),
              0);
    const auto after = newestCatalogue();
    EXPECT_EQ(after.release, before.release + 1);
    EXPECT_EQ(after.guides, before.guides);
    EXPECT_EQ(after.calendar, before.calendar);
    EXPECT_NE(after.office, before.office);
    EXPECT_EQ(client.get("/v1/catalogue", {"If-None-Match: " + etag}).status, 200);
    const auto served = forms::peekJws(client.get("/v1/office").body).value();
    EXPECT_EQ(served.digest(), after.office);
    const auto office2 = forms::officeFromJson(served.payload).value();
    EXPECT_EQ(office2.release, 2);
    EXPECT_EQ(office2.sites.front().telephone, "0000-0000009");
}

TEST_F(OfficeDocument, IsNamedByEveryReleaseAfterIt)
{
    ASSERT_TRUE(publish(sample()));
    const auto digest = newestDigest();
    server::Publication withdrawal;
    withdrawal.withdrawn = {"gt-sl"};
    ASSERT_TRUE(server::publishCatalogue(office.folder(), withdrawal, clock));
    EXPECT_EQ(newestCatalogue().release, 3);
    EXPECT_EQ(newestCatalogue().office, digest);
}

TEST_F(OfficeDocument, KeepsWhatThisVersionDoesNotKnowAndIsNumberedHere)
{
    auto document = sample();
    document["release"] = 77;
    document["sites"][0]["lifts"] = 2;
    EXPECT_EQ(publish(document)->officeRelease, 2);
    const auto kept = Json::parse(server::officeDocument(office.folder(), 2).value());
    EXPECT_EQ(kept["sites"][0]["lifts"], 2);
    EXPECT_EQ(kept["release"], 2);
    EXPECT_EQ(kept["issued"], base::formatTimestamp(clock.now()));
    EXPECT_EQ(server::officeDocument(office.folder(), 3).error().code, base::ErrorCode::NotFound);
}

TEST_F(OfficeDocument, ThatCannotBeUsedPublishesNothing)
{
    auto wrong = sample();
    wrong["departments"][1]["division"] = "330398";
    const auto refused = publish(wrong);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::BadInput);
    EXPECT_THAT(refused.error().arguments, Contains(base::Argument{"member", "/departments/1/division"}));
    auto foreign = sample();
    foreign["divisions"] = Json::parse(R"([{"id": "330398", "parent": "", "level": "县", "name": "另区"}])");
    foreign["departments"] = foreign["sites"] = foreign["authority"] = Json::array();
    EXPECT_EQ(publish(foreign).error().code, base::ErrorCode::BadInput);
    EXPECT_EQ(publish(Json::array()).error().code, base::ErrorCode::BadInput);
    EXPECT_EQ(newestCatalogue().release, 1);
    EXPECT_EQ(Json::parse(server::officeDocument(office.folder(), {}).value())["release"], 1);
}

TEST_F(OfficeDocument, SaysWhichDepartmentsOfTheGuidesItDoesNotKnow)
{
    EXPECT_THAT(publish(sample())->unknownDepartments, IsEmpty());
    auto fewer = sample();
    fewer["departments"].erase(8);  // the water company, a child of the bundle
    fewer["departments"].erase(2);  // housing, a joint department
    EXPECT_THAT(publish(fewer)->unknownDepartments,
                ElementsAre("测试区住房和城乡建设局", "测试区自来水公司"));
    forgetOffices();
    server::Publication withdrawal;
    withdrawal.withdrawn = {"gt-sl"};
    const auto without = server::publishCatalogue(office.folder(), withdrawal, clock);
    EXPECT_THAT(without->unknownDepartments, IsEmpty());  // where there is no document none is asked for
    EXPECT_EQ(without->catalogue.office, std::nullopt);
}

TEST_F(OfficeDocument, AndAReleaseSayWhichCalendarIsWanted)
{
    // The samples know 2025 and 2026; the clock stands on 2026-11-22.
    EXPECT_EQ(publish(sample())->lackingYear, 2027);
    const auto calendar = office.folder() / "2027.json";
    ASSERT_TRUE(base::writeDurably(calendar, R"({"2027": {"off": ["2027-01-01"], "work": []}})"));
    server::Publication next;
    next.calendar = calendar;
    EXPECT_EQ(server::publishCatalogue(office.folder(), next, clock)->lackingYear, std::nullopt);
}

TEST_F(OfficeDocument, IsCarriedInTheFileOfARelease)
{
    const auto out = office.folder() / "release.owc";
    ASSERT_EQ(server::exportCatalogue(office.folder(), {}, out).value(), 1);
    const auto bytes = base::readFile(out, std::size_t{64} << 20).value();
    auto reader = forms::CatalogueReader::open(forms::CatalogueBytes::of(bytes)).value();
    while (reader.next().value().has_value()) {
    }
    EXPECT_EQ(forms::peekJws(reader.officeJws())->digest(), newestDigest());
}

TEST_F(OfficeDocument, OfTheShelfIsTheNewest)
{
    const auto records = server::Database::open(office.folder() / "backoffice.db").value();
    server::GuideShelf shelf(*records);
    const auto rules = [&] {
        return records
            ->read([&](server::Transaction& transaction) { return shelf.rules(transaction, "330399"); })
            .value();
    };
    EXPECT_EQ(rules()->office.release, 1);
    ASSERT_TRUE(publish(sample()));
    EXPECT_EQ(rules()->office.release, 2);
    EXPECT_EQ(rules(), rules());  // read once
}

TEST_F(OfficeDocument, TheCommandLineSaysWhatIsWrong)
{
    const auto data = office.folder().string();
    const auto document = file(sample()).string();
    EXPECT_EQ(runProgram({"office", "show", "--data", data}), 0);
    EXPECT_EQ(runProgram({"office", "show", "--data", data, "--release=9"}), 1);
    EXPECT_EQ(runProgram({"office", "publish", "--data", data}), 2);
    EXPECT_EQ(runProgram({"office", "publish", "--data", data, document, document}), 2);
    EXPECT_EQ(runProgram({"office", "publish", "--data", data, "/nonexistent.json"}), 1);
    EXPECT_EQ(runProgram({"office", "dance", "--data", data}), 2);
    EXPECT_EQ(runProgram({"office", "--data", data}), 2);
    EXPECT_EQ(newestCatalogue().release, 1);
}

TEST(CaseOfAnOffice, IsTakenWithTheDocumentOfAnyReleaseAndWithNone)
{
    const County county;
    const auto first = forms::peekJws(county.clerk.get("/v1/office").body).value().digest();
    ASSERT_EQ(runProgram({"office",
                          "publish",
                          "--data",
                          county.office.folder().string(),
                          std::string(OW_SOURCE_DIR) + "/forms/offices/330399.office.json"}),
              0);
    const auto second = forms::peekJws(county.clerk.get("/v1/office").body).value().digest();
    ASSERT_NE(first, second);
    for (const auto& named : {std::optional<base::Digest>(), std::optional(first), std::optional(second)}) {
        auto draft = county.printOut();
        draft.office = named;
        county.sendPages(draft);
        const auto reply = county.put(county.seal(draft));
        EXPECT_EQ(reply.status, 201) << reply.body;
    }
}

TEST(CaseOfAnOffice, ThatWasNeverPublishedIsRefusedWithASentence)
{
    const County county;
    auto draft = county.printOut();
    draft.office = base::Digest::of("another office");
    county.sendPages(draft);
    const auto reply = county.put(county.seal(draft));
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.problem(), "bad-request");
    EXPECT_THAT(Json::parse(reply.body)["detail"].get<std::string>(),
                testing::HasSubstr("office document that the papers of this case were made by"));
}

}  // namespace

}  // namespace server_tests
