#include "offline/bench.h"

#include <offline/catalogue_import.h>

#include <forms/catalogue_file.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace {

namespace fs = std::filesystem;

const auto Today = *base::parseDate("2026-11-22");

std::string sampleGuide()
{
    std::ifstream file(std::string(OW_SOURCE_DIR) + "/forms/guides/sb-jfzm.guide.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Many guides made of one: another code each.
class CatalogueImport : public testing::Test
{
  protected:
    void SetUp() override { bench.logIn(server); }

    std::string guide(int number, std::size_t padding = 0) const
    {
        auto text = sample;
        const std::string code = "\"sb-jfzm\"";
        text.replace(text.find(code), code.size(), "\"sb-" + std::to_string(number) + "\"");
        return text + std::string(padding, ' ');
    }

    fs::path file(int release, int guides, const base::SigningKey& key, std::size_t padding = 0)
    {
        forms::Catalogue catalogue;
        catalogue.release = release;
        catalogue.division = "330399";
        catalogue.issued = bench.clock.now();
        for (int i = 0; i < guides; ++i) {
            const auto text = guide(i, padding);
            catalogue.guides.push_back(
                {"sb-" + std::to_string(i), version, base::Digest::of(text), {text.size()}});
        }
        const auto path = bench.scratch / ("release-" + std::to_string(release) + ".owc");
        std::ofstream to(path, std::ios::binary);
        auto writer = forms::CatalogueWriter::open(
                          [&to](std::string_view bytes) {
                              to << bytes;
                              return to.good();
                          },
                          forms::signJws(forms::catalogueToJson(catalogue), forms::CatalogueFormat, key))
                          .value();
        for (int i = 0; i < guides; ++i)
            EXPECT_TRUE(writer.add(guide(i, padding)));
        EXPECT_TRUE(writer.finish());
        return path;
    }

    forms::KeyFinder keys()
    {
        return bench.place.sessions().backOffice().value()->keysFor(api::KeyUse::Catalogue);
    }

    ScriptedBackOffice server;
    tests::Bench bench;
    std::string sample = sampleGuide();
    std::string version = forms::readGuide(sample)->version;
};

std::size_t peakMemory()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stoul(line.substr(6)) * 1024;
    return 0;
}

}  // namespace

TEST_F(CatalogueImport, TakesAReleaseInAndTellsHowFarItIs)
{
    const auto path = file(3, 600, server.catalogueKey());
    std::vector<std::uint64_t> told;
    const auto done = offline::importCatalogue(bench.place.catalogue(),
                                               path,
                                               keys(),
                                               {[&](std::uint64_t bytes, std::uint64_t size) {
                                                    EXPECT_EQ(size, fs::file_size(path));
                                                    EXPECT_LE(bytes, size);
                                                    told.push_back(bytes);
                                                },
                                                {}});
    ASSERT_TRUE(done.has_value()) << base::describe(done.error());
    EXPECT_EQ(done->release, 3);
    EXPECT_EQ(bench.place.catalogue().active().value()->release, 3);
    EXPECT_EQ(bench.place.catalogue().matters(Today)->size(), 600U);
    EXPECT_GE(told.size(), 3U);
    EXPECT_TRUE(std::ranges::is_sorted(told));
    EXPECT_TRUE(offline::importCatalogue(bench.place.catalogue(), path, keys()).has_value());
}

TEST_F(CatalogueImport, ChangesNothingWhenItIsCancelledAndGoesOnLater)
{
    const auto path = file(3, 600, server.catalogueKey());
    std::stop_source stop;
    const auto cancelled = offline::importCatalogue(
        bench.place.catalogue(),
        path,
        keys(),
        {[&stop](std::uint64_t, std::uint64_t) { stop.request_stop(); }, stop.get_token()});
    ASSERT_FALSE(cancelled.has_value());
    EXPECT_EQ(cancelled.error().code, base::ErrorCode::Cancelled);
    EXPECT_FALSE(bench.place.catalogue().active()->has_value());
    EXPECT_TRUE(bench.place.catalogue().guides(Today)->empty());
    EXPECT_TRUE(offline::importCatalogue(bench.place.catalogue(), path, keys()).has_value());
    EXPECT_EQ(bench.place.catalogue().guides(Today)->size(), 600U);
}

TEST_F(CatalogueImport, RefusesAForgedReleaseBeforeItKeepsAGuide)
{
    const auto path = file(3, 5, base::SigningKey::generate());
    const auto refused = offline::importCatalogue(bench.place.catalogue(), path, keys());
    EXPECT_EQ(refused.error().code, base::ErrorCode::NotAllowed);
    EXPECT_EQ(bench.place.catalogue().guideBytes(base::Digest::of(guide(0))).error().code,
              base::ErrorCode::NotFound);
    EXPECT_EQ(
        offline::importCatalogue(bench.place.catalogue(), bench.scratch / "none.owc", keys()).error().code,
        base::ErrorCode::NotFound);
}

TEST_F(CatalogueImport, LeavesTheReleaseInForceWhenAFileIsTruncated)
{
    ASSERT_TRUE(offline::importCatalogue(bench.place.catalogue(), file(3, 5, server.catalogueKey()), keys()));
    const auto path = file(4, 20, server.catalogueKey());
    fs::resize_file(path, fs::file_size(path) / 2 / 512 * 512);
    EXPECT_EQ(offline::importCatalogue(bench.place.catalogue(), path, keys()).error().code,
              base::ErrorCode::BadInput);
    EXPECT_EQ(bench.place.catalogue().active().value()->release, 3);
}

TEST_F(CatalogueImport, HoldsAFewGuidesAtATime)
{
    const auto path = file(3, 3000, server.catalogueKey(), 20'000);
    ASSERT_GT(fs::file_size(path), std::uintmax_t{80} << 20);
    const auto before = peakMemory();
    ASSERT_TRUE(offline::importCatalogue(bench.place.catalogue(), path, keys()));
    EXPECT_LT(peakMemory() - before, std::size_t{40} << 20);
}

TEST_F(CatalogueImport, LetsOthersWriteMeanwhile)
{
    const auto path = file(3, 600, server.catalogueKey());
    auto other = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    int written = 0;
    const auto done =
        offline::importCatalogue(bench.place.catalogue(),
                                 path,
                                 keys(),
                                 {[&](std::uint64_t, std::uint64_t) {
                                      if (other.matterUse().count("clerk", "x", bench.clock.now()))
                                          ++written;
                                  },
                                  {}});
    EXPECT_TRUE(done.has_value());
    EXPECT_GE(written, 3);
}
