#include "offline/bench.h"

#include <offline/catalogue_import.h>
#include <offline/catalogue_update.h>

#include <base/durable_file.h>
#include <forms/catalogue.h>
#include <forms/jws.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <gtest/gtest.h>

#include <fstream>

namespace {

/// A window and a back office that publishes office documents: each another release of one division's hall.
class OfficeDocument : public testing::Test
{
  protected:
    void SetUp() override { bench.logIn(server); }

    static std::string payload(int release)
    {
        forms::Office office;
        office.release = release;
        office.divisions = {{"330399", "", "县", "测试区"}};
        office.sites.push_back({"hall", "330399", "测试区政务服务中心", "", "", "", {}, {}});
        return forms::officeToJson(office);
    }

    std::string signedOffice(int release) const
    {
        return forms::signJws(payload(release), forms::OfficeFormat, server.catalogueKey());
    }

    std::string catalogue(int release, std::optional<base::Digest> office) const
    {
        forms::Catalogue catalogue;
        catalogue.release = release;
        catalogue.division = "330399";
        catalogue.issued = bench.clock.now();
        catalogue.office = office;
        return forms::signJws(
            forms::catalogueToJson(catalogue), forms::CatalogueFormat, server.catalogueKey());
    }

    /// A release of the catalogue and the office document of the same number.
    void publish(int release)
    {
        server.publish(catalogue(release, base::Digest::of(payload(release))), {});
        server.publishOffice(signedOffice(release));
    }

    base::Result<offline::CatalogueUpdate> update()
    {
        const auto line = offline::CurlLine::open(server.url(), {}).value();
        offline::BackOfficeClient client(*line);
        return offline::updateCatalogue(bench.place, client);
    }

    int here() { return bench.place.catalogue().office().value().release; }

    std::filesystem::path exported(tests::Bench& from, int release)
    {
        auto file = from.scratch / ("release-" + std::to_string(release) + ".owc");
        std::ofstream to(file, std::ios::binary);
        const auto written = from.place.catalogue().exportCatalogue(
            release, [&to](std::string_view bytes) { return (to << bytes).good(); });
        EXPECT_TRUE(written) << (written ? "" : base::describe(written.error()));
        return file;
    }

    forms::KeyFinder keys()
    {
        return bench.place.sessions().backOffice().value()->keysFor(api::KeyUse::Catalogue);
    }

    ScriptedBackOffice server;
    tests::Bench bench;
};

}  // namespace

TEST_F(OfficeDocument, IsEmptyUntilOneCame)
{
    EXPECT_EQ(bench.place.catalogue().office().value(), forms::Office());
    EXPECT_EQ(bench.place.catalogue().officeDigest().value(), std::nullopt);
    server.publish(catalogue(1, std::nullopt), {});
    ASSERT_TRUE(update());
    EXPECT_EQ(bench.place.catalogue().office().value(), forms::Office());
    EXPECT_EQ(bench.place.catalogue().officeDigest().value(), std::nullopt);
    EXPECT_EQ(server.count("GET", "/v1/office"), 0);  // an earlier back office has none
}

TEST_F(OfficeDocument, ComesWithTheReleaseThatNamesItAndStaysWithoutALine)
{
    publish(1);
    ASSERT_TRUE(update());
    server.stop();
    bench.reopen();
    EXPECT_EQ(bench.place.catalogue().office().value().sites.front().name, "测试区政务服务中心");
    EXPECT_EQ(bench.place.catalogue().officeDigest().value(), base::Digest::of(payload(1)));
}

TEST_F(OfficeDocument, IsFetchedOnce)
{
    publish(1);
    ASSERT_TRUE(update());
    ASSERT_TRUE(update());
    server.publish(catalogue(2, base::Digest::of(payload(1))), {});
    ASSERT_TRUE(update());
    EXPECT_EQ(server.count("GET", "/v1/office"), 1);
    EXPECT_EQ(here(), 1);
}

TEST_F(OfficeDocument, IsThatOfTheReleaseInForce)
{
    publish(1);
    ASSERT_TRUE(update());
    publish(2);
    ASSERT_TRUE(update());
    EXPECT_EQ(here(), 2);
    ASSERT_TRUE(bench.place.catalogue().rollBack());
    EXPECT_EQ(here(), 1);
    EXPECT_EQ(bench.place.catalogue().officeDigest().value(), base::Digest::of(payload(1)));
}

TEST_F(OfficeDocument, OfAnotherKeyIsRefusedAndChangesNothing)
{
    publish(1);
    server.publishOffice(forms::signJws(payload(1), forms::OfficeFormat, base::SigningKey::generate()));
    const auto refused = update();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::NotAllowed);
    EXPECT_FALSE(bench.place.catalogue().active()->has_value());
}

TEST_F(OfficeDocument, ThatIsNotTheOneNamedIsRefused)
{
    publish(1);
    server.publishOffice(signedOffice(2));
    const auto refused = update();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::Conflict);
    server.publishOffice(signedOffice(1));
    EXPECT_TRUE(update());
    EXPECT_EQ(here(), 1);
}

TEST_F(OfficeDocument, SignedAsSomethingElseIsRefused)
{
    publish(1);
    server.publishOffice(forms::signJws(payload(1), forms::CatalogueFormat, server.catalogueKey()));
    EXPECT_EQ(update().error().code, base::ErrorCode::BadInput);
}

TEST_F(OfficeDocument, ThatIsNotServedKeepsTheReleaseOut)
{
    server.publish(catalogue(1, base::Digest::of(payload(1))), {});
    EXPECT_EQ(update().error().code, base::ErrorCode::NotFound);
    EXPECT_FALSE(bench.place.catalogue().active()->has_value());
    EXPECT_EQ(
        bench.place.catalogue().activate(catalogue(1, base::Digest::of(payload(1))), keys()).error().code,
        base::ErrorCode::NotFound);
}

TEST_F(OfficeDocument, IsFetchedLaterWhereAnEarlierProgramBroughtTheRelease)
{
    publish(1);
    ASSERT_TRUE(update());
    auto& sqlite = bench.place.database().sqlite();
    sqlite.exec("UPDATE releases SET office = NULL");
    sqlite.exec("DELETE FROM offices");
    bench.reopen();
    EXPECT_EQ(here(), 0);
    EXPECT_EQ(bench.place.catalogue().officeDigest().value(), std::nullopt);
    EXPECT_EQ(bench.place.catalogue().missingOffice(1).value(), base::Digest::of(payload(1)));
    const auto again = update();
    ASSERT_TRUE(again) << base::describe(again.error());
    EXPECT_FALSE(again->changed);
    EXPECT_EQ(here(), 1);
    EXPECT_EQ(bench.place.catalogue().missingOffice(1).value(), std::nullopt);
}

TEST_F(OfficeDocument, IsCarriedByHandWithTheRelease)
{
    publish(3);
    ASSERT_TRUE(update());
    const auto file = exported(bench, 3);
    tests::Bench village;
    village.logIn(server);
    const auto imported = offline::importCatalogue(village.place.catalogue(), file, keys());
    ASSERT_TRUE(imported) << base::describe(imported.error());
    EXPECT_EQ(village.place.catalogue().office().value().release, 3);
    const auto again = exported(village, 3);
    ASSERT_NE(again, file);
    EXPECT_EQ(base::readFile(again).value(), base::readFile(file).value());
    EXPECT_EQ(server.count("GET", "/v1/office"), 1);
}

TEST_F(OfficeDocument, IsWantedInAFileWhoseIndexNamesIt)
{
    const auto write = [&](const std::string& index, const std::string& office) {
        auto file = bench.scratch / "by-hand.owc";
        std::ofstream to(file, std::ios::binary);
        auto writer = forms::CatalogueWriter::open(
                          [&to](std::string_view bytes) { return (to << bytes).good(); }, index, office)
                          .value();
        EXPECT_TRUE(writer.finish());
        return file;
    };
    auto& store = bench.place.catalogue();
    const auto named = catalogue(1, base::Digest::of(payload(1)));
    EXPECT_EQ(offline::importCatalogue(store, write(named, ""), keys()).error().code,
              base::ErrorCode::NotFound);
    EXPECT_EQ(offline::importCatalogue(store, write(named, signedOffice(2)), keys()).error().code,
              base::ErrorCode::Conflict);
    EXPECT_EQ(offline::importCatalogue(store, write(catalogue(1, std::nullopt), signedOffice(1)), keys())
                  .error()
                  .code,
              base::ErrorCode::BadInput);
    EXPECT_FALSE(store.active()->has_value());
    EXPECT_TRUE(offline::importCatalogue(store, write(named, signedOffice(1)), keys()));
    EXPECT_EQ(here(), 1);
}
