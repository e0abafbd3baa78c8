#include "offline/bench.h"

#include <base/durable_file.h>
#include <base/encoding.h>
#include <base/sealed_file.h>

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <csignal>
#include <fstream>

namespace {

namespace fs = std::filesystem;

fs::path spoolPage(const offline::SpoolBatch& batch, const std::string& image, const char* name = "0001.page")
{
    auto writer = base::SealedFileWriter::create(batch.folder / name, batch.key).value();
    EXPECT_TRUE(writer.write(base::asBytes(image)).has_value());
    EXPECT_TRUE(writer.finish().has_value());
    return batch.folder / name;
}

}  // namespace

TEST(PageStore, KeepsAPageUnderItsDigest)
{
    tests::Bench bench;
    const auto image = tests::imageOf(200000);
    const auto page = bench.place.pages().keep(image);
    ASSERT_TRUE(page.has_value());
    EXPECT_EQ(page->sha256, base::Digest::of(image));
    EXPECT_EQ(page->bytes.value, image.size());
    EXPECT_EQ(bench.place.pages().read(page->sha256).value(), image);
    EXPECT_EQ(bench.place.pages().readRange(page->sha256, 100000, 10).value(), image.substr(100000, 10));
    EXPECT_EQ(bench.place.pages().size(page->sha256)->value, image.size());
}

TEST(PageStore, DoesNotGiveOutAChangedPage)
{
    tests::Bench bench;
    const auto first = bench.place.pages().keep(tests::imageOf(5000)).value();
    const auto second = bench.place.pages().keep(tests::imageOf(5000)).value();
    fs::copy_file(bench.folder.page(first.sha256),
                  bench.folder.page(second.sha256),
                  fs::copy_options::overwrite_existing);
    EXPECT_EQ(bench.place.pages().read(second.sha256).error().code, base::ErrorCode::Damaged);
    fs::resize_file(bench.folder.page(first.sha256), 100);
    EXPECT_EQ(bench.place.pages().read(first.sha256).error().code, base::ErrorCode::Damaged);
    EXPECT_EQ(bench.place.pages().read(base::Digest::of("x")).error().code, base::ErrorCode::NotFound);
}

TEST(PageStore, MendsADamagedPageWhenItIsKeptAgain)
{
    tests::Bench bench;
    const auto image = tests::imageOf(5000);
    const auto page = bench.place.pages().keep(image).value();
    fs::resize_file(bench.folder.page(page.sha256), 100);
    ASSERT_TRUE(bench.place.pages().keep(image).has_value());
    EXPECT_EQ(bench.place.pages().read(page.sha256).value(), image);
}

TEST(PageStore, TakesOverASpooledPageOnlyWhenItIsTheOneReported)
{
    tests::Bench bench;
    const auto batch = bench.place.spool().begin(base::CaseId::make(bench.clock.now()), "m-id", "").value();
    const auto image = tests::imageOf(100000);
    const auto file = spoolPage(batch, image);
    EXPECT_EQ(bench.place.pages().keepSpooled(file, base::Digest::of("other")).error().code,
              base::ErrorCode::Damaged);
    EXPECT_TRUE(fs::exists(file));
    const auto page = bench.place.pages().keepSpooled(file, base::Digest::of(image));
    ASSERT_TRUE(page.has_value());
    EXPECT_FALSE(fs::exists(file));
    EXPECT_EQ(bench.place.pages().read(page->sha256).value(), image);
}

TEST(PageStore, RemovesOnlyPagesThatNobodyNames)
{
    tests::Bench bench;
    const auto draft = bench.draft(1);
    const auto loose = bench.place.pages().keep(tests::imageOf(10)).value();
    EXPECT_EQ(bench.place.pages().removeUnused(std::chrono::hours(24)).value(), 0);
    bench.clock.advance(std::chrono::hours(25));
    EXPECT_EQ(bench.place.pages().removeUnused(std::chrono::hours(24)).value(), 1);
    EXPECT_FALSE(bench.place.pages().has(loose.sha256));
    EXPECT_TRUE(bench.place.pages().has(draft.pages[0].sha256));
}

TEST(PageStore, SaysThatTheDiskIsFullAndKeepsNothingOfIt)
{
    tests::Bench bench;
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{100000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto image = tests::imageOf(500000);
    const auto page = bench.place.pages().keep(image);
    ::setrlimit(RLIMIT_FSIZE, &before);
    EXPECT_FALSE(page.has_value());
    EXPECT_FALSE(bench.place.pages().has(base::Digest::of(image)));
    for (const auto& entry : fs::recursive_directory_iterator(bench.folder.pages()))
        EXPECT_FALSE(entry.is_regular_file()) << entry.path();
    EXPECT_TRUE(bench.place.pages().keep(image).has_value());
}

TEST(Spool, FindsEveryCompletePageOfADeadBatch)
{
    tests::Bench bench;
    const auto caseId = base::CaseId::make(bench.clock.now());
    auto batch = bench.place.spool().begin(caseId, "m-id", "applicant").value();
    const auto image = tests::imageOf(10);
    spoolPage(batch, image, "0002.page");
    spoolPage(batch, image, "0010.page");
    spoolPage(batch, image, "0001.page");
    std::ofstream(batch.folder / "0011.part") << "half";

    auto place = offline::Workplace::open(bench.folder, bench.vault, bench.clock).value();
    EXPECT_TRUE(place.spool().leftovers()->empty());  // somebody is still filling it
    batch.hold.reset();
    const auto left = place.spool().leftovers().value();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].batch.caseId, caseId);
    EXPECT_EQ(left[0].batch.material, "m-id");
    EXPECT_EQ(left[0].batch.party, "applicant");
    EXPECT_EQ(left[0].batch.key, batch.key);
    ASSERT_EQ(left[0].pages.size(), 3U);
    EXPECT_EQ(left[0].pages[0].filename(), "0001.page");
    EXPECT_EQ(left[0].pages[2].filename(), "0010.page");
    EXPECT_EQ(left[0].incomplete, 1);
}

TEST(Spool, DoesNotEndWhileAPageIsNotKept)
{
    tests::Bench bench;
    const auto batch = bench.place.spool().begin(base::CaseId::make(bench.clock.now()), "", "").value();
    const auto image = tests::imageOf(10);
    const auto file = spoolPage(batch, image);
    EXPECT_EQ(bench.place.spool().end(batch.id).error().code, base::ErrorCode::NotAllowed);
    ASSERT_TRUE(bench.place.pages().keepSpooled(file, base::Digest::of(image)).has_value());
    ASSERT_TRUE(bench.place.spool().end(batch.id).has_value());
    EXPECT_TRUE(bench.place.spool().leftovers()->empty());
    EXPECT_FALSE(fs::exists(batch.folder));
}
