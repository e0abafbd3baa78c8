#include <drivers/direct_scan_source.h>
#include <drivers/registry.h>

#include <scanner/row_encoder.h>

#include "recording_sink.h"
#include "temp_folder.h"

#include <base/encoding.h>
#include <base/sealed_file.h>

#include <gtest/gtest.h>

namespace scanner {

using scanner_tests::RecordingSink;
using scanner_tests::TempFolder;

namespace {

std::string imageOf(ColourMode mode, std::uint32_t width)
{
    std::string bytes;
    const auto encoder = makeRowEncoder({mode, width, 32, {200}}, [&](std::span<const std::byte> part) {
        bytes.append(base::asText(part));
        return base::Status();
    });
    EXPECT_TRUE((*encoder)->finish());
    return bytes;
}

class FilesDriver : public testing::Test
{
  protected:
    FilesDriver() { std::filesystem::create_directory(m_spool.folder); }

    void acquire(const std::string& path, std::optional<std::uint32_t> limit = {})
    {
        drivers::DirectScanSource source(std::move(**drivers::makeDriver("files")));
        ScanRequest request;
        request.device = {"files", path};
        request.pageLimit = limit;
        source.acquire(request, m_spool, m_sink, {});
        ASSERT_EQ(m_sink.ends.size(), 1u);
    }

    TempFolder m_folder;
    TempFolder m_files;
    Spool m_spool{m_folder.path() / "batch", base::Key::random(), 1};
    RecordingSink m_sink;
};

}  // namespace

TEST_F(FilesDriver, TakesAFoldersImagesInTheOrderOfTheirNamesAsTheyAre)
{
    const auto first = imageOf(ColourMode::Gray, 20);
    const auto second = imageOf(ColourMode::Lineart, 40);
    m_files.write("b.tif", second);
    m_files.write("a.jpg", first);
    m_files.write(".hidden", "not a page");
    acquire(m_files.path());
    EXPECT_EQ(m_sink.ends[0], (BatchEnd{EndReason::FeederEmpty, 2, std::nullopt}));
    ASSERT_EQ(m_sink.pages.size(), 2u);
    EXPECT_EQ(base::readSealedFile(m_sink.pages[0].file, m_spool.key).value(), first);
    EXPECT_EQ(m_sink.pages[0].width, 20u);
    EXPECT_EQ(m_sink.pages[1].type, ImageType::Tiff);
    EXPECT_EQ(m_sink.pages[1].sha256, base::Digest::of(second));
    EXPECT_EQ(m_sink.pages[1].dpi.value, 200);
}

TEST_F(FilesDriver, TakesASingleFileAndHonoursTheLimit)
{
    m_files.write("a.jpg", imageOf(ColourMode::Gray, 20));
    m_files.write("b.jpg", imageOf(ColourMode::Gray, 21));
    acquire(m_files.path() / "b.jpg");
    EXPECT_EQ(m_sink.pages.at(0).width, 21u);
    m_sink = RecordingSink();
    acquire(m_files.path(), 1);
    EXPECT_EQ(m_sink.ends[0], (BatchEnd{EndReason::Finished, 1, std::nullopt}));
}

TEST_F(FilesDriver, KeepsThePagesBeforeAFileThatIsNoImage)
{
    m_files.write("a.jpg", imageOf(ColourMode::Gray, 20));
    m_files.write("b.jpg", "%PDF-1.4");
    acquire(m_files.path());
    EXPECT_EQ(m_sink.ends[0], (BatchEnd{EndReason::Faulted, 1, ScanFault::NotAnImage}));
    EXPECT_EQ(m_sink.pages.size(), 1u);
}

TEST_F(FilesDriver, SaysThatThereIsNothing)
{
    acquire(m_files.path());
    EXPECT_EQ(m_sink.ends[0].fault, ScanFault::NoDocs);
    m_sink = RecordingSink();
    acquire("/nowhere/at/all");
    EXPECT_EQ(m_sink.ends[0].fault, ScanFault::NotThere);
}

TEST(DriverRegistry, MakesFilesAndKnowsNoOthers)
{
    EXPECT_TRUE(drivers::makeDriver("files"));
    EXPECT_FALSE(drivers::makeDriver("fax"));
}

}  // namespace scanner
