#include "offline/bench.h"

#include <offline/catalogue_update.h>

#include <forms/catalogue.h>
#include <forms/jws.h>

#include <gtest/gtest.h>

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
        forms::Catalogue catalogue;
        catalogue.release = number;
        catalogue.division = "330399";
        catalogue.issued = bench.clock.now();
        for (const auto& guide : guides)
            catalogue.guides.push_back(entryOf(guide));
        return forms::signJws(
            forms::catalogueToJson(catalogue), forms::CatalogueFormat, server.catalogueKey());
    }

    forms::KeyFinder keys()
    {
        return bench.place.sessions().backOffice().value()->keysFor(api::KeyUse::Catalogue);
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
}
