// The simulated feeder seen by scanimage through SANE's own loader.
#include "feeder_bench.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using support::FeederBench;

const std::string Feeder = "--source 'Automatic Document Feeder' --mode Gray --resolution 75";
const std::string Duplex = "--source 'ADF Duplex' --mode Gray --resolution 75";

struct PapersBackend : testing::Test {
    FeederBench bench;

    PapersBackend()
    {
        for (int sheet = 1; sheet <= 4; ++sheet) {
            bench.addSheet("sheet" + std::to_string(sheet) + ".pgm", shadeOf(sheet), 100 * sheet);
        }
    }

    static int shadeOf(int sheet) { return 200 + sheet; }

    /// Which sheet a scanned gray page is of, by its paper.
    static int sheetOf(const std::string& page) { return static_cast<unsigned char>(page.back()) - 200; }

    static std::vector<int> sheetsOf(const FeederBench::Scan& scan)
    {
        std::vector<int> sheets;
        for (const auto& page : scan.pages) {
            sheets.push_back(sheetOf(page));
        }
        return sheets;
    }
};

TEST_F(PapersBackend, GivesEverySheetOnceAndThenSaysThatTheFeederIsEmpty)
{
    const auto scan = bench.scan(Feeder);
    EXPECT_EQ(scan.exitCode, 0) << scan.messages;
    EXPECT_THAT(sheetsOf(scan), testing::ElementsAre(1, 2, 3, 4));
    EXPECT_THAT(scan.messages, testing::HasSubstr("out of documents"));
}

TEST_F(PapersBackend, CopiesThePixelsWhenTheResolutionIsTheImagesOwn)
{
    const auto scan = bench.scan(Feeder);
    ASSERT_EQ(scan.pages.size(), 4u);
    const auto& page = scan.pages[1];
    const auto pixels = page.substr(page.size() - 620u * 877u);
    EXPECT_EQ(pixels.substr(0, 200u * 620u), std::string(200u * 620u, static_cast<char>(202)));
    EXPECT_EQ(pixels.substr(200u * 620u, 20u * 620u), std::string(20u * 620u, '\0'));
}

TEST_F(PapersBackend, GivesWhatTheModeAndTheResolutionAskFor)
{
    const auto lineart = bench.scan("--source Flatbed --mode Lineart --resolution 150 --batch-count=1");
    ASSERT_EQ(lineart.pages.size(), 1u) << lineart.messages;
    EXPECT_EQ(lineart.pages[0].substr(0, 2), "P4");
    EXPECT_THAT(lineart.pages[0], testing::HasSubstr("1240 1754"));
    const auto color =
        bench.scan("--source Flatbed --mode Color --resolution 150 -l 10 -t 20 -x 50 -y 80 --batch-count=1");
    ASSERT_EQ(color.pages.size(), 1u) << color.messages;
    EXPECT_EQ(color.pages[0].substr(0, 2), "P6");
    EXPECT_THAT(color.pages[0], testing::HasSubstr("295 472"));
}

TEST_F(PapersBackend, FindsTheBlackBarWhereItLiesAfterScaling)
{
    const auto scan = bench.scan("--source Flatbed --mode Gray --resolution 150 --batch-count=1");
    ASSERT_EQ(scan.pages.size(), 1u) << scan.messages;
    const auto pixels = scan.pages[0].substr(scan.pages[0].size() - 1240u * 1754u);
    const auto at = [&](unsigned x, unsigned y) { return static_cast<unsigned char>(pixels[y * 1240u + x]); };
    EXPECT_EQ(at(600, 195), 201);
    EXPECT_EQ(at(600, 205), 0);
    EXPECT_EQ(at(600, 235), 0);
    EXPECT_EQ(at(600, 245), 201);
}

TEST_F(PapersBackend, AddsBlankBacksToSheetsPrintedOnOneSide)
{
    bench.configure("printed one-side\n");
    EXPECT_THAT(sheetsOf(bench.scan(Duplex)), testing::ElementsAre(1, 50, 2, 50, 3, 50, 4, 50));
}

TEST_F(PapersBackend, SeesOnlyFrontsOfTwoSidedSheetsFromTheSimplexFeeder)
{
    bench.configure("printed both-sides\n");
    EXPECT_THAT(sheetsOf(bench.scan(Feeder)), testing::ElementsAre(1, 3));
    EXPECT_THAT(sheetsOf(bench.scan(Duplex)), testing::ElementsAre(1, 2, 3, 4));
}

TEST_F(PapersBackend, KeepsThePaceOfThePaper)
{
    bench.configure("pages-per-minute 240\n");
    const auto scan = bench.scan(Feeder);
    EXPECT_EQ(scan.pages.size(), 4u);
    EXPECT_GE(scan.seconds, 0.95);  // four sides of a quarter second, less the last gap
    EXPECT_LE(scan.seconds, 2.5);
}

struct FaultCase {
    const char* fault;
    int exitCode;
    std::vector<int> sheets;
};

struct PapersBackendFault : PapersBackend, testing::WithParamInterface<FaultCase> {};

TEST_P(PapersBackendFault, StrikesAtTheSideAskedFor)
{
    const auto& expected = GetParam();
    bench.configure("fault-page 3\nfault-ms 300\nfault " + std::string(expected.fault) + "\n");
    const auto scan = bench.scan(Feeder, 3);
    EXPECT_EQ(scan.exitCode, expected.exitCode) << scan.messages;
    EXPECT_EQ(sheetsOf(scan), expected.sheets);
}

INSTANTIATE_TEST_SUITE_P(Kinds,
                         PapersBackendFault,
                         testing::Values(FaultCase{"jam", 6, {1, 2}},
                                         FaultCase{"cover", 8, {1, 2}},
                                         FaultCase{"empty", 0, {1, 2}},
                                         FaultCase{"busy", 3, {1, 2}},
                                         FaultCase{"io", 9, {1, 2}},
                                         FaultCase{"stall", 0, {1, 2, 3, 4}},
                                         FaultCase{"short", 0, {1, 2, 3, 4}},
                                         FaultCase{"crash", 139, {1, 2}},
                                         FaultCase{"hang", 137, {1, 2}},
                                         FaultCase{"cancelhang", 137, {1, 2, 3, 4}}),
                         [](const auto& each) { return std::string(each.param.fault); });

TEST_F(PapersBackend, EndsAShortSideInItsMiddle)
{
    bench.configure("fault short\nfault-page 2\n");
    const auto scan = bench.scan(Feeder);
    ASSERT_EQ(scan.pages.size(), 4u);
    EXPECT_LT(scan.pages[1].size(), scan.pages[0].size() * 6 / 10);
    EXPECT_EQ(scan.pages[2].size(), scan.pages[0].size());
}

TEST_F(PapersBackend, HoldsThePaperThatIsLeftWhenTheProgramDies)
{
    bench.configure("fault crash\nfault-page 3\nstate kept\n");
    EXPECT_THAT(sheetsOf(bench.scan(Feeder)), testing::ElementsAre(1, 2));
    EXPECT_THAT(sheetsOf(bench.scan(Feeder)), testing::ElementsAre(3, 4));
    EXPECT_THAT(sheetsOf(bench.scan(Feeder)), testing::ElementsAre(1, 2, 3, 4));
}

TEST_F(PapersBackend, RefusesAKeyItDoesNotKnow)
{
    bench.configure("page-per-minute 60\n");
    const auto scan = bench.scan(Feeder);
    EXPECT_NE(scan.exitCode, 0);
    EXPECT_THAT(scan.messages, testing::HasSubstr("page-per-minute"));
}

TEST_F(PapersBackend, SaysNoDocumentsWhenNothingLiesInTheFeeder)
{
    std::filesystem::remove_all(bench.folder() / "sheets");
    const auto scan = bench.scan(Feeder);
    EXPECT_TRUE(scan.pages.empty());
    EXPECT_THAT(scan.messages, testing::HasSubstr("out of documents"));
}

}  // namespace
