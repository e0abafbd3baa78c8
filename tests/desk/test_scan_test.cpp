#include <desk/test_scan.h>

#include <base/sealed_file.h>

#include <support/scratch_folder.h>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;

/// Writes one sealed page and remembers what it was asked for; or breaks as told.
class OnePageSource final : public scanner::ScanSource
{
  public:
    std::optional<scanner::ScanFault> broken;
    scanner::ScanRequest asked;
    std::string onDisk;  ///< what lay in the spool while the batch ran

    base::Result<std::vector<scanner::Device>> devices(std::stop_token) override
    {
        return std::vector<scanner::Device>{};
    }

    base::Result<scanner::Abilities> abilities(const scanner::DeviceId&, std::stop_token) override
    {
        return scanner::Abilities{};
    }

    void acquire(const scanner::ScanRequest& request,
                 const scanner::Spool& spool,
                 scanner::ScanSink& sink,
                 std::stop_token stop) override
    {
        asked = request;
        if (stop.stop_requested()) {
            sink.end({scanner::EndReason::Cancelled, 0, std::nullopt});
            return;
        }
        sink.progress(0);
        if (broken) {
            sink.fault(*broken);
            sink.end({scanner::EndReason::Faulted, 0, broken});
            return;
        }
        const auto file = spool.folder / scanner::spoolFileName(1, ".page");
        auto writer = base::SealedFileWriter::create(file, spool.key).value();
        const std::string image = "the image of a page";
        ASSERT_TRUE(writer.write(std::as_bytes(std::span(image))));
        ASSERT_TRUE(writer.finish());
        std::ifstream stored(file, std::ios::binary);
        onDisk.assign(std::istreambuf_iterator<char>(stored), {});
        scanner::ScannedPage page;
        page.file = file;
        page.number = 1;
        page.width = 2480;
        page.height = 3508;
        page.dpi = base::Dpi{300};
        sink.progress(image.size());
        sink.page(page);
        sink.end({scanner::EndReason::Finished, 1, std::nullopt});
    }
};

class TestScan : public testing::Test
{
  protected:
    base::Result<desk::TestPage> scan(std::stop_token stop = {})
    {
        return desk::testScan(
            source, {}, folder, [this](std::uint64_t bytes) { told = bytes; }, std::move(stop));
    }

    ScratchFolder scratch;
    fs::path folder = scratch.path() / "test-scan";
    OnePageSource source;
    std::uint64_t told = 0;
};

TEST_F(TestScan, ShowsOnePageAndKeepsNothing)
{
    const auto page = scan();
    ASSERT_TRUE(page) << base::describe(page.error());
    EXPECT_EQ(page->image, "the image of a page");
    EXPECT_EQ(page->dpi, base::Dpi{300});
    EXPECT_EQ(source.asked.pageLimit, 1U);
    EXPECT_GT(told, 0U);
    EXPECT_FALSE(fs::exists(folder));
    EXPECT_EQ(source.onDisk.find("image"), std::string::npos) << "what is written is encrypted";
}

TEST_F(TestScan, SaysWhatTheScannerSaid)
{
    source.broken = scanner::ScanFault::Jammed;
    const auto page = scan();
    ASSERT_FALSE(page);
    EXPECT_EQ(scanner::faultOf(page.error()), scanner::ScanFault::Jammed);
    EXPECT_FALSE(fs::exists(folder));
}

TEST_F(TestScan, CanBeCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    const auto page = scan(stop.get_token());
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, base::ErrorCode::Cancelled);
}

TEST_F(TestScan, RemovesWhatACrashLeft)
{
    fs::create_directories(folder);
    std::ofstream(folder / "0001.page") << "left";
    ASSERT_TRUE(scan());
    EXPECT_FALSE(fs::exists(folder));
}

}  // namespace
