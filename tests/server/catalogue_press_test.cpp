#include "forms/guide_version.h"
#include "https_client.h"
#include "support/fixed_clock.h"

#include <base/durable_file.h>
#include <forms/catalogue_file.h>
#include <forms/jws.h>
#include <server/catalogue_press.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace server_tests {

namespace {

using testing::Contains;
using testing::ElementsAre;
using Json = nlohmann::ordered_json;

class Press : public testing::Test
{
  protected:
    std::filesystem::path file(const std::string& name, const std::string& text)
    {
        const auto path = office.folder() / name;
        EXPECT_TRUE(base::writeDurably(path, text));
        return path;
    }

    std::filesystem::path guide(const std::string& version, const std::string& from)
    {
        return file("guide-" + version + ".json", tests::versionText("hk-qy", [&](Json& json) {
                        json["version"] = version;
                        json["effective"] = {{"from", from}};
                    }));
    }

    base::Result<server::PublishedRelease> publish(server::Publication publication)
    {
        return server::publishCatalogue(office.folder(), publication, clock);
    }

    std::vector<std::string> versionsOf(const std::string& code) const
    {
        std::vector<std::string> versions;
        for (const auto& entry : server::publishedCatalogues(office.folder())->front().guides)
            if (entry.code == code)
                versions.push_back(entry.version);
        return versions;
    }

    RunningOffice office;
    FixedClock clock;  // 2026-11-22
};

}  // namespace

TEST_F(Press, ANewVersionTakesThePlaceOfTheOneInForce)
{
    const auto published = publish({{guide("2026.9", "2026-11-01")}, {}, {}, {}, {}, false});
    ASSERT_TRUE(published.has_value()) << base::describe(published.error());
    EXPECT_EQ(published->catalogue.release, 2);
    EXPECT_EQ(published->catalogue.guides.size(), 8U);
    EXPECT_THAT(versionsOf("hk-qy"), ElementsAre("2026.9"));
}

TEST_F(Press, AFolderStandsForItsGuides)
{
    const auto folder = office.folder() / "province";
    std::filesystem::create_directories(folder);
    const auto nothing = publish({{folder}, {}, {}, {}, {}, false});
    ASSERT_FALSE(nothing.has_value());
    EXPECT_EQ(nothing.error().code, base::ErrorCode::NotFound);
    std::filesystem::rename(guide("2027.1", "2026-12-01"), folder / "b.json");
    std::filesystem::rename(guide("2027.2", "2027-01-01"), folder / "a.json");
    EXPECT_TRUE(base::writeDurably(folder / "notes.txt", "no guide"));
    const auto published = publish({{folder}, {}, {}, {}, {}, false});
    ASSERT_TRUE(published.has_value()) << base::describe(published.error());
    EXPECT_THAT(versionsOf("hk-qy"), testing::IsSupersetOf({"2027.1", "2027.2"}));
    EXPECT_EQ(published->catalogue.guides.size(), 10U);
}

TEST_F(Press, AVersionOfTheFutureStandsBesideTheOneInForce)
{
    ASSERT_TRUE(publish({{guide("2027.1", "2027-01-01")}, {}, {}, {}, {}, false}));
    EXPECT_THAT(versionsOf("hk-qy"), ElementsAre("2025.1", "2027.1"));
    clock.advance(std::chrono::hours(24 * 50));
    ASSERT_TRUE(publish({{guide("2027.2", "2027-06-01")}, {}, {}, {}, {}, false}));
    EXPECT_THAT(versionsOf("hk-qy"), ElementsAre("2027.1", "2027.2"));
}

TEST_F(Press, ReleasesAreNumberedUpwardsAndNeverChange)
{
    EXPECT_EQ(publish({{}, {"gt-sl"}, {}, 7, {}, false})->catalogue.release, 7);
    EXPECT_EQ(publish({{}, {"hk-qy"}, {}, 7, {}, false}).error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(publish({{}, {"hk-qy"}, {}, 3, {}, false}).error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(publish({{}, {"hk-qy"}, {}, {}, {}, false})->catalogue.release, 8);
    EXPECT_EQ(publish({{}, {"hk-qy"}, {}, {}, {}, false}).error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(server::publishedCatalogues(office.folder())->size(), 3U);
}

TEST_F(Press, AVersionNeverChanges)
{
    ASSERT_TRUE(publish({{guide("2027.1", "2027-01-01")}, {}, {}, {}, {}, false}));
    EXPECT_EQ(publish({{guide("2027.1", "2027-02-01")}, {}, {}, {}, {}, false}).error().code,
              base::ErrorCode::Conflict);
    EXPECT_EQ(server::publishedCatalogues(office.folder())->front().release, 2);
}

TEST_F(Press, AGuideWithALintErrorPublishesNothing)
{
    const auto good = guide("2026.9", "2026-11-01");
    const auto bad =
        file("bad.json", tests::versionText("gt-sl", [](Json& json) { json.erase("materials"); }));
    const auto refused = publish({{good, bad}, {}, {}, {}, {}, false});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, base::ErrorCode::BadInput);
    EXPECT_THAT(refused.error().arguments, Contains(base::Argument{"file", "bad.json"}));
    EXPECT_EQ(server::publishedCatalogues(office.folder())->front().release, 1);
}

TEST_F(Press, AGuideOfANewerFormatIsLeftOutAndTheRestIsPublished)
{
    const auto newer = file("newer.json", tests::versionText("gt-sl", [](Json& json) {
                                json["format"] = "onewindow-guide/3";
                                json["limits"] = "of another shape";
                            }));
    auto whole = Json::parse(tests::guideText("hk-qy"));
    whole["version"] = "2026.9";
    whole["effective"] = {{"from", "2026-11-01"}};
    const auto good = file("good.json", whole.dump());
    EXPECT_FALSE(publish({{good, newer}, {}, {}, {}, {}, true}).has_value());
    const auto alone = publish({{newer}, {}, {}, {}, {}, false});
    ASSERT_FALSE(alone.has_value());
    EXPECT_EQ(alone.error().code, base::ErrorCode::BadInput);
    const auto published = publish({{newer, good}, {}, {}, {}, {}, false});
    ASSERT_TRUE(published.has_value()) << base::describe(published.error());
    EXPECT_EQ(published->catalogue.release, 2);
    EXPECT_THAT(versionsOf("hk-qy"), ElementsAre("2026.9"));
    EXPECT_THAT(versionsOf("gt-sl"), ElementsAre("2025.1"));
    ASSERT_EQ(published->warnings.size(), 1U);
    EXPECT_EQ(published->warnings[0].file, "newer.json");
    EXPECT_EQ(published->warnings[0].finding.path, "/format");
}

TEST_F(Press, WarningsAreToldAndStrictMakesThemErrors)
{
    const auto vague = file("vague.json", tests::versionText("gt-sl", [](Json& json) {
                                json["version"] = "2027.3";
                                json["materials"][0]["name"] = "其他材料";
                            }));
    EXPECT_FALSE(publish({{vague}, {}, {}, {}, {}, true}).has_value());
    const auto published = publish({{vague}, {}, {}, {}, {}, false});
    ASSERT_TRUE(published.has_value()) << base::describe(published.error());
    EXPECT_FALSE(published->warnings.empty());
}

TEST_F(Press, TheYearsOfACalendarJoinThoseKnown)
{
    const auto calendar = file("2027.json", R"({"2027": {"off": ["2027-01-01"], "work": ["2027-01-02"]}})");
    const auto published = publish({{}, {}, calendar, {}, forms::AgeLimits{7, 21}, false});
    ASSERT_TRUE(published.has_value()) << base::describe(published.error());
    EXPECT_TRUE(published->catalogue.calendar.knows(2025));
    EXPECT_TRUE(published->catalogue.calendar.knows(2027));
    EXPECT_EQ(published->catalogue.age, (forms::AgeLimits{7, 21}));
    EXPECT_EQ(publish({{}, {"gt-sl"}, {}, {}, {}, false})->catalogue.age, (forms::AgeLimits{7, 21}));
    EXPECT_FALSE(publish({{}, {}, file("no.json", "[]"), {}, {}, false}).has_value());
}

TEST_F(Press, ARunningOfficeServesTheNewReleaseAtOnce)
{
    office.start();
    HttpsClient client(office);
    client.login("clerk");
    const auto before = client.get("/v1/catalogue");
    const auto etag = "If-None-Match: " + before.header("etag");
    EXPECT_EQ(client.get("/v1/catalogue", {etag}).status, 304);
    EXPECT_EQ(runProgram({"catalogue",
                          "publish",
                          "--data",
                          office.folder().string(),
                          guide("2026.9", "2026-11-01").string(),
                          "--withdraw=gt-sl"}),
              0);
    const auto after = client.get("/v1/catalogue", {etag});
    ASSERT_EQ(after.status, 200);
    const auto catalogue = forms::catalogueFromJson(forms::peekJws(after.body)->payload).value();
    EXPECT_EQ(catalogue.release, 2);
    EXPECT_EQ(catalogue.guides.size(), 7U);
    for (const auto& entry : catalogue.guides)
        EXPECT_EQ(client.get("/v1/guides/" + entry.sha256.toString()).status, 200);
}

TEST_F(Press, AReleaseIsCarriedAsAFile)
{
    const auto out = office.folder() / "release.owc";
    EXPECT_EQ(server::exportCatalogue(office.folder(), {}, out).value(), 1);
    EXPECT_EQ(server::exportCatalogue(office.folder(), 9, out).error().code, base::ErrorCode::NotFound);
    const auto bytes = base::readFile(out, std::size_t{64} << 20).value();
    auto reader = forms::CatalogueReader::open(forms::CatalogueBytes::of(bytes)).value();
    int guides = 0;
    while (reader.next().value().has_value())
        ++guides;
    EXPECT_EQ(guides, 8);
    EXPECT_EQ(forms::catalogueFromJson(forms::peekJws(reader.jws())->payload)->release, 1);
}

TEST_F(Press, TheCommandLineSaysWhatIsWrong)
{
    const auto data = office.folder().string();
    EXPECT_EQ(runProgram({"catalogue", "list", "--data", data}), 0);
    EXPECT_EQ(runProgram({"catalogue", "publish", "--data", data}), 2);
    EXPECT_EQ(runProgram({"catalogue", "dance", "--data", data}), 2);
    EXPECT_EQ(runProgram({"catalogue", "export", "--data", data}), 2);
    EXPECT_EQ(runProgram({"catalogue", "publish", "--data", data, "--release=x", "--withdraw=gt-sl"}), 2);
    EXPECT_EQ(runProgram({"catalogue", "publish", "--data", data, "--withdraw=nothing"}), 1);
}

}  // namespace server_tests
