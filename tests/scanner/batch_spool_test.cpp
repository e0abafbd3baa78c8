#include <scanner/batch_spool.h>

#include "temp_folder.h"

#include <base/encoding.h>
#include <base/sealed_file.h>

#include <gtest/gtest.h>

#include <future>

namespace scanner {

using scanner_tests::readAll;
using scanner_tests::TempFolder;

namespace {

const PageFacts Facts{ImageType::Jpeg, 10, 20, {300}, Side::Back, {PageFlag::Short}};

base::Status put(BatchSpool& spool, std::string_view image)
{
    if (auto begun = spool.begin(); !begun)
        return begun;
    if (auto written = spool.write(base::asBytes(image)); !written)
        return written;
    return spool.commit(Facts);
}

}  // namespace

TEST(BatchSpool, AnnouncesAPageOnlyWhenItIsOnDiskUnderItsName)
{
    const TempFolder folder;
    const Spool where{folder.path(), base::Key::random(), 3};
    std::vector<ScannedPage> pages;
    BatchSpool spool(where, [&](const ScannedPage& page) {
        EXPECT_EQ(base::readSealedFile(page.file, where.key).value(), "image bytes");
        EXPECT_TRUE(std::filesystem::exists(folder.path() / "0003.meta"));
        EXPECT_FALSE(std::filesystem::exists(folder.path() / "0003.part"));
        pages.push_back(page);
    });
    ASSERT_TRUE(put(spool, "image bytes"));
    ASSERT_TRUE(spool.flush());
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(pages[0],
              (ScannedPage{folder.path() / "0003.page",
                           3,
                           base::Digest::of("image bytes"),
                           ImageType::Jpeg,
                           {11},
                           10,
                           20,
                           {300},
                           Side::Back,
                           {PageFlag::Short}}));
    EXPECT_EQ(spool.announced(), 1u);
}

TEST(BatchSpool, AnnouncesInOrder)
{
    const TempFolder folder;
    std::vector<std::uint32_t> numbers;
    BatchSpool spool({folder.path(), base::Key::random(), 1},
                     [&](const ScannedPage& page) { numbers.push_back(page.number); });
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(put(spool, "image " + std::to_string(i)));
    ASSERT_TRUE(spool.flush());
    EXPECT_EQ(numbers, (std::vector<std::uint32_t>{1, 2, 3, 4, 5}));
}

TEST(BatchSpool, TakesNoThirdPageWhileTheFirstIsNotAnnounced)
{
    const TempFolder folder;
    std::promise<void> go;
    auto mayGo = go.get_future().share();
    std::atomic<int> announced = 0;
    BatchSpool spool({folder.path(), base::Key::random(), 1}, [&](const ScannedPage&) {
        mayGo.wait();
        ++announced;
    });
    ASSERT_TRUE(put(spool, "first"));
    ASSERT_TRUE(put(spool, "second"));
    auto third = std::async(std::launch::async, [&] {
        const auto begun = spool.begin();
        return std::make_pair(begun.has_value(), announced.load());
    });
    EXPECT_EQ(third.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
    go.set_value();
    const auto [begun, before] = third.get();
    EXPECT_TRUE(begun);
    EXPECT_GE(before, 1);
}

TEST(BatchSpool, LeavesNothingOfAPageThatIsNotWanted)
{
    const TempFolder folder;
    {
        BatchSpool spool({folder.path(), base::Key::random(), 1}, [](const ScannedPage&) { ADD_FAILURE(); });
        ASSERT_TRUE(spool.begin());
        ASSERT_TRUE(spool.write(base::asBytes("half a page")));
        spool.discard();
        ASSERT_TRUE(spool.flush());
        ASSERT_TRUE(spool.begin());
        ASSERT_TRUE(spool.write(base::asBytes("another half")));
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(BatchSpool, GivesTheNumberOfAnUnwantedPageToTheNext)
{
    const TempFolder folder;
    std::vector<std::uint32_t> numbers;
    BatchSpool spool({folder.path(), base::Key::random(), 1},
                     [&](const ScannedPage& page) { numbers.push_back(page.number); });
    ASSERT_TRUE(spool.begin());
    spool.discard();
    ASSERT_TRUE(put(spool, "image"));
    ASSERT_TRUE(spool.flush());
    EXPECT_EQ(numbers, std::vector<std::uint32_t>{1});
}

TEST(BatchSpool, SaysThatTheFolderIsGone)
{
    BatchSpool spool({"/nowhere/at/all", base::Key::random(), 1}, [](const ScannedPage&) { ADD_FAILURE(); });
    [[maybe_unused]] const auto put1 = put(spool, "image");
    const auto flushed = spool.flush();
    ASSERT_FALSE(flushed);
    EXPECT_EQ(writeFault(flushed.error()), ScanFault::SpoolFailed);
    EXPECT_FALSE(spool.begin());
}

TEST(BatchSpool, SaysThatTheDiskIsFull)
{
    const TempFolder folder;
    std::filesystem::create_symlink("/dev/full", folder.path() / "0001.part");
    BatchSpool spool({folder.path(), base::Key::random(), 1}, [](const ScannedPage&) { ADD_FAILURE(); });
    [[maybe_unused]] const auto put1 = put(spool, std::string(1 << 20, 'x'));
    const auto flushed = spool.flush();
    ASSERT_FALSE(flushed);
    EXPECT_EQ(writeFault(flushed.error()), ScanFault::DiskFull);
}

TEST(BatchSpool, PutsNoPlainByteOnTheDisk)
{
    const TempFolder folder;
    const std::string secret = "a name that is nobody's";
    BatchSpool spool({folder.path(), base::Key::random(), 1}, [](const ScannedPage&) {});
    std::string image;
    while (image.size() < 300'000)
        image += secret;
    ASSERT_TRUE(put(spool, image));
    ASSERT_TRUE(spool.flush());
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        EXPECT_EQ(readAll(entry.path()).find(secret), std::string::npos) << entry.path();
        EXPECT_EQ(readAll(entry.path()).find("image/jpeg"), std::string::npos) << entry.path();
    }
}

}  // namespace scanner
