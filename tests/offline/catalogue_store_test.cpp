#include "offline/bench.h"

#include <offline/catalogue_import.h>
#include <offline/catalogue_update.h>

#include <api/get_catalogue.h>
#include <forms/catalogue.h>
#include <forms/jws.h>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace {

std::string guideText(const std::string& code)
{
    std::ifstream file(std::string(OW_SOURCE_DIR) + "/forms/guides/" + code + ".guide.json",
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const auto Today = *base::parseDate("2026-11-22");

class Guides : public testing::Test
{
  protected:
    forms::CatalogueEntry entryOf(const std::string& text)
    {
        const auto guide = forms::readGuide(text).value();
        return {guide.code, guide.version, base::Digest::of(text), {text.size()}};
    }

    std::string release(int number, const std::vector<std::string>& guides)
    {
        std::vector<forms::CatalogueEntry> entries;
        for (const auto& guide : guides)
            entries.push_back(entryOf(guide));
        return releaseOf(number, std::move(entries));
    }

    std::string releaseOf(int number, std::vector<forms::CatalogueEntry> entries)
    {
        forms::Catalogue catalogue;
        catalogue.release = number;
        catalogue.division = "330399";
        catalogue.issued = bench.clock.now();
        catalogue.guides = std::move(entries);
        return forms::signJws(
            forms::catalogueToJson(catalogue), forms::CatalogueFormat, server.catalogueKey());
    }

    /// The second guide as a version of the program to come would write it.
    std::string ofFormat(const std::string& format) const
    {
        auto text = second;
        const std::string ours = "onewindow-guide/1";
        return text.replace(text.find(ours), ours.size(), format);
    }

    /// What the back office publishes, asked for as `guide update` does.
    base::Result<offline::CatalogueUpdate> update(const std::string& jws)
    {
        server.publish(jws, {first, second});
        return updateAgain();
    }

    base::Result<offline::CatalogueUpdate> updateAgain()
    {
        const auto line = offline::CurlLine::open(server.url(), {}).value();
        offline::BackOfficeClient client(*line);
        return offline::updateCatalogue(bench.place, client);
    }

    forms::KeyFinder keys()
    {
        return bench.place.sessions().backOffice().value()->keysFor(api::KeyUse::Catalogue);
    }

    std::filesystem::path exported(int release)
    {
        auto file = bench.scratch / ("release-" + std::to_string(release) + ".owc");
        std::ofstream to(file, std::ios::binary);
        EXPECT_TRUE(bench.place.catalogue().exportCatalogue(
            release, [&to](std::string_view bytes) { return (to << bytes).good(); }));
        return file;
    }

    ScriptedBackOffice server;
    tests::Bench bench;
    std::string first = guideText("gt-sl");
    std::string second = guideText("sb-jfzm");
};

}  // namespace

TEST_F(Guides, ImportsAGuideByHandOnce)
{
    auto& store = bench.place.catalogue();
    const auto row = store.importGuide(first);
    ASSERT_TRUE(row.has_value()) << base::describe(row.error());
    ASSERT_TRUE(store.importGuide(first).has_value());
    EXPECT_EQ(store.guides(Today)->size(), 1U);
    EXPECT_EQ(store.matters(Today)->front().code, row->code);
    EXPECT_EQ(store.current(row->code, Today).value()->sha256, base::Digest::of(first));
    EXPECT_EQ(store.guideBytes(row->sha256).value(), first);
    EXPECT_EQ(store.current("none", Today).error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(store.importGuide("{}").error().code, base::ErrorCode::BadInput);
}

TEST_F(Guides, AreUpdatedInOneStep)
{
    bench.logIn(server);
    const auto line = offline::CurlLine::open(server.url(), {}).value();
    offline::BackOfficeClient client(*line);
    server.publish(release(7, {first, second}), {first});
    EXPECT_FALSE(offline::updateCatalogue(bench.place, client).has_value());  // one guide does not come
    EXPECT_FALSE(bench.place.catalogue().active()->has_value());
    EXPECT_TRUE(bench.place.catalogue().guides(Today)->empty());
    server.publish(release(7, {first, second}), {first, second});
    const auto update = offline::updateCatalogue(bench.place, client);
    ASSERT_TRUE(update.has_value()) << base::describe(update.error());
    EXPECT_EQ(update->release, 7);
    EXPECT_EQ(update->fetched, 1);
    EXPECT_EQ(bench.place.catalogue().guides(Today)->size(), 2U);
    EXPECT_FALSE(offline::updateCatalogue(bench.place, client)->changed);
}

TEST_F(Guides, SayHowManyOfTheirBytesCame)
{
    bench.logIn(server);
    const auto line = offline::CurlLine::open(server.url(), {}).value();
    offline::BackOfficeClient client(*line);
    server.publish(release(7, {first, second}), {first, second});
    std::vector<std::pair<std::uint64_t, std::uint64_t>> told;
    const auto update = offline::updateCatalogue(
        bench.place,
        client,
        {[&told](std::uint64_t done, std::uint64_t size) { told.emplace_back(done, size); }, {}});
    ASSERT_TRUE(update.has_value()) << base::describe(update.error());
    const std::uint64_t size = first.size() + second.size();
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back(), std::pair(size, size));
}

TEST_F(Guides, StayAsTheyWereWhenTheirUpdateIsCancelled)
{
    bench.logIn(server);
    const auto line = offline::CurlLine::open(server.url(), {}).value();
    offline::BackOfficeClient client(*line);
    server.publish(release(7, {first, second}), {first, second});
    std::stop_source stop;
    stop.request_stop();
    const auto update = offline::updateCatalogue(bench.place, client, {{}, stop.get_token()});
    ASSERT_FALSE(update.has_value());
    EXPECT_EQ(update.error().code, base::ErrorCode::Cancelled);
    EXPECT_FALSE(bench.place.catalogue().active()->has_value());
}

TEST_F(Guides, OfAProvinceHaveAnIndexThatComesOverTheLine)
{
    bench.logIn(server);
    const auto line = offline::CurlLine::open(server.url(), {}).value();
    offline::BackOfficeClient client(*line);
    forms::Catalogue province;
    province.release = 8;
    province.division = "330399";
    province.issued = bench.clock.now();
    for (int i = 0; i < 100'000; ++i)
        province.guides.push_back(
            {"matter-" + std::to_string(i), "2026-01", base::Digest::of(first), {9'000}});
    const auto jws =
        forms::signJws(forms::catalogueToJson(province), forms::CatalogueFormat, server.catalogueKey());
    server.publish(jws, {});
    const auto answer = client.catalogue("");
    ASSERT_TRUE(answer.has_value()) << base::describe(answer.error());
    EXPECT_EQ((*answer)->jws.size(), jws.size());
}

TEST_F(Guides, RefuseAReleaseOfAnotherKey)
{
    bench.logIn(server);
    ASSERT_TRUE(bench.place.catalogue().keepGuide(entryOf(first), first).has_value());
    forms::Catalogue catalogue;
    catalogue.release = 1;
    catalogue.division = "330399";
    catalogue.guides = {entryOf(first)};
    const auto forged = forms::signJws(
        forms::catalogueToJson(catalogue), forms::CatalogueFormat, base::SigningKey::generate());
    EXPECT_EQ(bench.place.catalogue().activate(forged, keys()).error().code, base::ErrorCode::NotAllowed);
    EXPECT_EQ(bench.place.catalogue().keepGuide(entryOf(first), second).error().code,
              base::ErrorCode::Damaged);
}

TEST_F(Guides, GoBackToTheReleaseBefore)
{
    bench.logIn(server);
    auto& store = bench.place.catalogue();
    ASSERT_TRUE(store.keepGuide(entryOf(first), first).has_value());
    ASSERT_TRUE(store.keepGuide(entryOf(second), second).has_value());
    EXPECT_EQ(store.rollBack().error().code, base::ErrorCode::NotFound);
    ASSERT_TRUE(store.activate(release(1, {first}), keys()).has_value());
    ASSERT_TRUE(store.activate(release(2, {first, second}), keys()).has_value());
    EXPECT_EQ(store.activate(release(1, {first}), keys()).error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(store.rollBack()->release, 1);
    EXPECT_EQ(store.guides(Today)->size(), 1U);
    EXPECT_TRUE(store.guide(base::Digest::of(second)).has_value());
    EXPECT_EQ(store.rollBack().error().code, base::ErrorCode::NotFound);
}

TEST_F(Guides, ARollBackIsRememberedUntilANewerReleaseComes)
{
    bench.logIn(server);
    auto& store = bench.place.catalogue();
    ASSERT_TRUE(update(release(1, {first})).has_value());
    ASSERT_TRUE(update(release(2, {first, second})).has_value());
    ASSERT_EQ(store.rollBack()->release, 1);
    for (int again = 0; again < 2; ++again) {
        const auto unchanged = updateAgain();
        ASSERT_TRUE(unchanged.has_value()) << base::describe(unchanged.error());
        EXPECT_EQ(unchanged->release, 1);
        EXPECT_EQ(unchanged->held, 2);
        EXPECT_FALSE(unchanged->changed);
        bench.reopen();
    }
    const auto newer = update(release(3, {first}));
    ASSERT_TRUE(newer.has_value());
    EXPECT_EQ(newer->release, 3);
    EXPECT_EQ(newer->held, 0);
    EXPECT_TRUE(newer->changed);
}

TEST_F(Guides, ARollBackIsTakenBackByChoosingTheNewestAgain)
{
    bench.logIn(server);
    auto& store = bench.place.catalogue();
    ASSERT_TRUE(update(release(1, {first})).has_value());
    ASSERT_TRUE(update(release(2, {first, second})).has_value());
    ASSERT_TRUE(store.rollBack().has_value());
    ASSERT_EQ(store.choose(2)->release, 2);
    EXPECT_EQ(updateAgain()->release, 2);
    EXPECT_EQ(updateAgain()->held, 0);
    EXPECT_EQ(store.choose(9).error().code, base::ErrorCode::NotFound);
    const auto rows = store.releases().value();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_TRUE(rows[0].active);
    EXPECT_FALSE(rows[0].held || rows[1].active || rows[1].held);
}

TEST_F(Guides, TheNumberOfAReleaseNeverGoesBackInSilence)
{
    bench.logIn(server);
    ASSERT_TRUE(update(release(5, {first})).has_value());
    const auto backwards = update(release(4, {first, second}));
    ASSERT_FALSE(backwards.has_value());
    EXPECT_EQ(backwards.error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(bench.place.catalogue().active().value()->release, 5);
}

TEST_F(Guides, ANumberMeansTheSameBytesForEver)
{
    bench.logIn(server);
    ASSERT_TRUE(update(release(5, {first})).has_value());
    EXPECT_EQ(update(release(5, {first, second})).error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(bench.place.catalogue().guides(Today)->size(), 1U);
}

TEST_F(Guides, ACatalogueOfAnotherDivisionIsRefused)
{
    bench.logIn(server);
    ASSERT_TRUE(update(release(1, {first})).has_value());
    forms::Catalogue foreign;
    foreign.release = 2;
    foreign.division = "330398";
    foreign.guides = {entryOf(first)};
    const auto jws =
        forms::signJws(forms::catalogueToJson(foreign), forms::CatalogueFormat, server.catalogueKey());
    EXPECT_EQ(bench.place.catalogue().activate(jws, keys()).error().code, base::ErrorCode::Conflict);
}

TEST_F(Guides, AreNotSentAgainToWhoHasTheNewest)
{
    bench.logIn(server);
    ASSERT_TRUE(update(release(1, {first})).has_value());
    ASSERT_TRUE(updateAgain().has_value());
    const auto requests = server.requests();
    const auto asked = std::find_if(requests.rbegin(), requests.rend(), [](const auto& request) {
        return request.path == "/v1/catalogue";
    });
    ASSERT_NE(asked, requests.rend());
    EXPECT_EQ(asked->headers.at("if-none-match"), api::etagOf(bench.place.catalogue().activeJws().value()));
}

TEST_F(Guides, GrowOldUntilTheBackOfficeConfirmsThem)
{
    bench.logIn(server);
    auto& store = bench.place.catalogue();
    EXPECT_EQ(store.age(Today), forms::CatalogueAge::Fresh);
    ASSERT_TRUE(update(release(1, {first})).has_value());
    const auto confirmed = base::hallDate(bench.clock.now());
    const auto after = [confirmed](int days) {
        return base::Date(std::chrono::sys_days(confirmed) + std::chrono::days(days));
    };
    EXPECT_EQ(store.age(after(30)), forms::CatalogueAge::Fresh);
    EXPECT_EQ(store.age(after(31)), forms::CatalogueAge::Old);
    EXPECT_EQ(store.age(after(91)), forms::CatalogueAge::Stale);
    bench.clock.advance(std::chrono::hours(24 * 80));
    ASSERT_TRUE(updateAgain().has_value());
    EXPECT_EQ(store.age(after(91)), forms::CatalogueAge::Fresh);
}

TEST_F(Guides, ACatalogueFileCarriesARelease)
{
    bench.logIn(server);
    ASSERT_TRUE(update(release(1, {first, second})).has_value());
    const auto file = exported(1);
    EXPECT_EQ(bench.place.catalogue().exportCatalogue(2, [](std::string_view) { return true; }).error().code,
              base::ErrorCode::NotFound);

    tests::Bench village;
    village.logIn(server);
    const auto imported = offline::importCatalogue(village.place.catalogue(), file, keys());
    ASSERT_TRUE(imported.has_value()) << base::describe(imported.error());
    EXPECT_EQ(village.place.catalogue().active().value()->release, 1);
    EXPECT_EQ(village.place.catalogue().guides(Today)->size(), 2U);
    EXPECT_EQ(village.place.catalogue().activeJws(), bench.place.catalogue().activeJws());
}

TEST_F(Guides, ACatalogueFileOfAnotherKeyChangesNothing)
{
    bench.logIn(server);
    forms::Catalogue catalogue;
    catalogue.release = 1;
    catalogue.division = "330399";
    catalogue.guides = {entryOf(first)};
    const auto forged = forms::signJws(
        forms::catalogueToJson(catalogue), forms::CatalogueFormat, base::SigningKey::generate());
    const auto file = bench.scratch / "forged.owc";
    std::ofstream to(file, std::ios::binary);
    auto writer =
        forms::CatalogueWriter::open([&to](std::string_view bytes) { return (to << bytes).good(); }, forged)
            .value();
    ASSERT_TRUE(writer.add(first));
    ASSERT_TRUE(writer.finish());
    to.close();
    EXPECT_EQ(offline::importCatalogue(bench.place.catalogue(), file, keys()).error().code,
              base::ErrorCode::NotAllowed);
    EXPECT_TRUE(bench.place.catalogue().guides(Today)->empty());
}

TEST_F(Guides, AFileDoesNotUndoARollBack)
{
    bench.logIn(server);
    auto& store = bench.place.catalogue();
    ASSERT_TRUE(update(release(1, {first})).has_value());
    ASSERT_TRUE(update(release(2, {first, second})).has_value());
    const auto file = exported(2);
    ASSERT_TRUE(store.rollBack().has_value());
    EXPECT_EQ(offline::importCatalogue(store, file, keys()).error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(store.active().value()->release, 1);
}

TEST_F(Guides, OfTheFutureAreKeptAndNotInForce)
{
    auto& store = bench.place.catalogue();
    ASSERT_TRUE(store.importGuide(first).has_value());
    const auto version = [&](const std::string& name, const std::string& from, const std::string& until) {
        auto text = first;
        const auto replace = [&text](const std::string& what, const std::string& with) {
            const auto at = text.find(what);
            ASSERT_NE(at, std::string::npos) << what;
            text.replace(at, what.size(), with);
        };
        const auto guide = forms::readGuide(first).value();
        replace("\"version\": \"" + guide.version + "\"", "\"version\": \"" + name + "\"");
        const auto begin = text.find("\"effective\"");
        const auto end = text.find('}', begin);
        text.replace(begin,
                     end - begin,
                     "\"effective\": {\"from\": \"" + from + "\""
                         + (until.empty() ? "" : ", \"until\": \"" + until + "\""));
        return text;
    };
    const auto next = version("2027.1", "2027-01-01", "2027-06-30");
    ASSERT_TRUE(store.importGuide(next).has_value());
    const auto inForce = [&](const char* day) {
        const auto guide = store.current("gt-sl", *base::parseDate(day));
        return guide ? (*guide)->version : std::string("none");
    };
    const auto old = forms::readGuide(first).value().version;
    EXPECT_EQ(inForce("2026-12-31"), old);
    EXPECT_EQ(inForce("2027-01-01"), "2027.1");
    EXPECT_EQ(inForce("2027-06-30"), "2027.1");
    EXPECT_EQ(inForce("2027-07-01"), old);  // the old one has no end
    EXPECT_EQ(inForce("1999-01-01"), "none");
    EXPECT_EQ(store.guides(*base::parseDate("2027-02-01"))->size(), 1U);
    EXPECT_EQ(store.guide(base::Digest::of(first)).value()->version, old);
}

TEST_F(Guides, OfANewerFormatAreLeftOutAndTheRestOfTheReleaseIsInForce)
{
    bench.logIn(server);
    const auto newer = ofFormat("onewindow-guide/3");
    const forms::CatalogueEntry named{"sb-jfzm", "2025.1", base::Digest::of(newer), {newer.size()}};
    const auto jws = releaseOf(7, {entryOf(first), named});
    server.publish(jws, {first, newer});
    const auto taken = updateAgain();
    ASSERT_TRUE(taken.has_value()) << base::describe(taken.error());
    EXPECT_EQ(taken->release, 7);
    EXPECT_EQ(taken->fetched, 2);
    const std::vector<offline::LeftOutGuide> leftOut{{"sb-jfzm", "2025.1", "onewindow-guide/3"}};
    EXPECT_EQ(taken->leftOut, leftOut);
    auto& store = bench.place.catalogue();
    ASSERT_EQ(store.guides(Today)->size(), 1U);
    EXPECT_EQ(store.guides(Today)->front().code, "gt-sl");
    EXPECT_EQ(store.current("sb-jfzm", Today).error().code, base::ErrorCode::NotFound);
    // It is here all the same: not fetched again, and carried on to others.
    EXPECT_EQ(updateAgain()->fetched, 0);
    EXPECT_EQ(updateAgain()->leftOut, leftOut);
    EXPECT_EQ(store.guideBytes(named.sha256).value(), newer);
    const auto again = offline::importCatalogue(store, exported(7), keys());
    ASSERT_TRUE(again.has_value()) << base::describe(again.error());
    EXPECT_EQ(again->guides.size(), 2U);
}

TEST_F(Guides, ThatAreBrokenInAnyOtherWayFailTheRelease)
{
    bench.logIn(server);
    for (const auto& bad :
         {ofFormat("onewindow-guide/0"), ofFormat("onewindow-guide/x"), second.substr(0, 900)}) {
        const forms::CatalogueEntry named{"sb-jfzm", "2025.1", base::Digest::of(bad), {bad.size()}};
        server.publish(releaseOf(7, {entryOf(first), named}), {first, bad});
        const auto refused = updateAgain();
        ASSERT_FALSE(refused.has_value());
        EXPECT_EQ(refused.error().code, base::ErrorCode::BadInput);
        EXPECT_FALSE(bench.place.catalogue().active()->has_value());
    }
}

TEST_F(Guides, LeftOutByAnEarlierVersionOfTheProgramAreReadByThisOne)
{
    bench.logIn(server);
    auto& store = bench.place.catalogue();
    ASSERT_TRUE(store.keepGuide(entryOf(first), first));
    // As a program that read no format but another would have kept it.
    SQLite::Statement kept(
        bench.place.database().sqlite(),
        "INSERT INTO guides_left_out (sha256, code, version, format, bytes) VALUES (?, ?, ?, ?, ?)");
    const auto entry = entryOf(second);
    kept.bind(1, entry.sha256.toString());
    kept.bind(2, entry.code);
    kept.bind(3, entry.version);
    kept.bind(4, "onewindow-guide/1");
    kept.bind(5, second.data(), static_cast<int>(second.size()));
    kept.exec();
    const auto jws = release(7, {first, second});
    ASSERT_TRUE(store.activate(jws, keys()));
    EXPECT_EQ(store.leftOut(7)->size(), 1U);
    EXPECT_EQ(store.guides(Today)->size(), 1U);
    server.publish(jws, {});
    const auto update = updateAgain();
    ASSERT_TRUE(update.has_value()) << base::describe(update.error());
    EXPECT_EQ(update->fetched, 0);
    EXPECT_TRUE(update->leftOut.empty());
    EXPECT_EQ(store.guides(Today)->size(), 2U);
    EXPECT_EQ(store.current("sb-jfzm", Today).value()->sha256, entry.sha256);
}
