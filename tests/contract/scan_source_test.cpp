#include <drivers/direct_scan_source.h>
#include <drivers/registry.h>

#include <scanner/row_encoder.h>
#include <scanner/worker_scan_source.h>

#include "scanner/decoded_image.h"
#include "scanner/recording_sink.h"
#include "scanner/temp_folder.h"
#include "support/feeder_bench.h"

#include <base/encoding.h>
#include <base/sealed_file.h>

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

/// What every ScanSource owes its caller, whatever happens behind it: DESIGN 5.12 and the ten lessons of scanning.
namespace scanner {

using scanner_tests::decodeJpeg;
using scanner_tests::RecordingSink;
using scanner_tests::TempFolder;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::uint32_t Sheets = 5;

/// Five sheets, each told by where its black bar lies, in a feeder behind the real worker.
class Feeder : public testing::Test
{
  protected:
    Feeder()
    {
        for (std::uint32_t i = 0; i < Sheets; ++i)
            m_bench.addSheet("sheet" + std::to_string(i) + ".pgm", 200, barTop(i));
        m_settings.program = OW_BIN_DIR "/onewindow-scan-worker";
        m_settings.environment = {"SANE_CONFIG_DIR=" + m_bench.folder().string(),
                                  "LD_LIBRARY_PATH=" OW_SANE_DIR};
        m_settings.deadlines.firstByte = milliseconds(1'000);
        m_settings.deadlines.stall = milliseconds(1'000);
        m_request.device = {"sane", "papers:feeder"};
        m_request.source = PaperSource::Adf;
        m_request.mode = ColourMode::Gray;
        m_request.dpi = {75};
    }

    static int barTop(std::uint32_t sheet) { return 100 + static_cast<int>(sheet) * 100; }

    void run(std::stop_token stop = {})
    {
        WorkerScanSource source(m_settings);
        m_sink = RecordingSink();
        m_sink.onProgress = m_onProgress;
        const auto began = steady_clock::now();
        source.acquire(m_request, m_spool, m_sink, std::move(stop));
        m_lasted = steady_clock::now() - began;
        ASSERT_EQ(m_sink.ends.size(), 1u);
        EXPECT_FALSE(m_sink.heardAfterEnd);
        EXPECT_EQ(end().pages, m_sink.pages.size());
        EXPECT_EQ(end().fault.has_value(), end().why == EndReason::Faulted);
        EXPECT_EQ(m_sink.faults.size(), end().fault ? 1u : 0u);
        m_spool.firstNumber += end().pages;
        m_all.insert(m_all.end(), m_sink.pages.begin(), m_sink.pages.end());
    }

    [[nodiscard]] BatchEnd end() const { return m_sink.ends.front(); }

    /// The bar of page i lies where the one of sheet j was drawn.
    void expectSheet(const ScannedPage& page, std::uint32_t sheet) const
    {
        const auto image = decodeJpeg(base::readSealedFile(page.file, m_spool.key).value());
        ASSERT_GT(image.width, 0u);
        EXPECT_LT(image.at(300, static_cast<std::uint32_t>(barTop(sheet)) + 10), 60);
        EXPECT_GT(image.at(300, static_cast<std::uint32_t>(barTop(sheet)) - 10), 150);
    }

    /// The next batch after a fault, with the same source: a fresh feeder and a fresh driver.
    void expectUsableAgain()
    {
        m_bench.configure("");
        m_spool.firstNumber = 50;
        m_onProgress = [](std::uint64_t) {};
        run();
        EXPECT_EQ(end(), (BatchEnd{EndReason::FeederEmpty, Sheets, std::nullopt}));
        EXPECT_LT(m_lasted, milliseconds(2'000));
    }

    void expectFaultAtThirdPage(const std::string& fault, ScanFault expected, std::uint32_t kept = 2)
    {
        m_bench.configure("fault " + fault + "\nfault-page 3\n");
        run();
        EXPECT_EQ(end(), (BatchEnd{EndReason::Faulted, kept, expected}));
        for (std::uint32_t i = 0; i < m_sink.pages.size(); ++i)
            expectSheet(m_sink.pages[i], i);
        EXPECT_EQ(recoverSpool(m_spool.folder, m_spool.key).value().pages, m_sink.pages);
    }

    support::FeederBench m_bench;
    TempFolder m_folder;
    WorkerSettings m_settings;
    ScanRequest m_request;
    Spool m_spool{m_folder.path() / "batch", base::Key::random(), 1};
    std::function<void(std::uint64_t)> m_onProgress = [](std::uint64_t) {};
    RecordingSink m_sink;
    std::vector<ScannedPage> m_all;
    steady_clock::duration m_lasted{};
};

}  // namespace

TEST_F(Feeder, GivesEverySheetInOrderAndSaysThatItIsEmpty)
{
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::FeederEmpty, Sheets, std::nullopt}));
    for (std::uint32_t i = 0; i < Sheets; ++i)
        expectSheet(m_sink.pages[i], i);
}

TEST_F(Feeder, TellsFrontFromBackInDuplex)
{
    m_request.source = PaperSource::AdfDuplex;
    m_bench.configure("printed one-side\n");
    run();
    ASSERT_EQ(m_sink.pages.size(), 2 * Sheets);
    for (std::uint32_t i = 0; i < 2 * Sheets; ++i)
        EXPECT_EQ(m_sink.pages[i].side, i % 2 == 0 ? Side::Front : Side::Back);
    expectSheet(m_sink.pages[4], 2);
}

TEST_F(Feeder, KeepsThePagesBeforeAJam)
{
    expectFaultAtThirdPage("jam", ScanFault::Jammed);
    expectUsableAgain();
}

TEST_F(Feeder, KeepsThePagesBeforeACoverIsOpened)
{
    expectFaultAtThirdPage("cover", ScanFault::CoverOpen);
    expectUsableAgain();
}

TEST_F(Feeder, KeepsThePagesBeforeTheLineBreaks)
{
    expectFaultAtThirdPage("io", ScanFault::Disconnected);
    expectUsableAgain();
}

TEST_F(Feeder, KeepsThePagesBeforeACrash)
{
    expectFaultAtThirdPage("crash", ScanFault::Crashed);
    expectUsableAgain();
}

TEST_F(Feeder, KeepsThePagesBeforeADriverHangsForEver)
{
    expectFaultAtThirdPage("hang", ScanFault::Hung);
    // One second of silence, three to stop, one to be ended.
    EXPECT_LT(m_lasted, milliseconds(6'500));
    expectUsableAgain();
}

TEST_F(Feeder, EndsAsEmptyWhenThePaperEndsEarly)
{
    m_bench.configure("fault empty\nfault-page 3\n");
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::FeederEmpty, 2, std::nullopt}));
}

TEST_F(Feeder, SaysThatThereWasNoPaperAtAll)
{
    m_bench.configure("fault empty\nfault-page 1\n");
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::Faulted, 0, ScanFault::NoDocs}));
}

TEST_F(Feeder, WaitsOutAShortBusySpell)
{
    m_bench.configure("fault busy\nfault-page 3\nfault-times 2\n");
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::FeederEmpty, Sheets, std::nullopt}));
}

TEST_F(Feeder, GivesUpADeviceThatStaysBusy)
{
    m_settings.deadlines.stall = milliseconds(10'000);
    expectFaultAtThirdPage("busy\nfault-times 0", ScanFault::Busy);
}

TEST_F(Feeder, WaitsOutAStallWithinTheLimit)
{
    m_bench.configure("fault stall\nfault-page 3\nfault-ms 500\n");
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::FeederEmpty, Sheets, std::nullopt}));
}

TEST_F(Feeder, KeepsAShortPageAndFlagsIt)
{
    m_bench.configure("fault short\nfault-page 3\n");
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::FeederEmpty, Sheets, std::nullopt}));
    for (const auto& page : m_sink.pages)
        EXPECT_EQ(has(page, PageFlag::Short), page.number == 3);
    EXPECT_EQ(recoverSpool(m_spool.folder, m_spool.key).value().pages, m_sink.pages);
}

TEST_F(Feeder, TakesPagesOfUnknownHeight)
{
    m_bench.configure("lines unknown\n");
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::FeederEmpty, Sheets, std::nullopt}));
    for (std::uint32_t i = 0; i < Sheets; ++i)
        expectSheet(m_sink.pages[i], i);
}

TEST_F(Feeder, EndsWithinFiveSecondsWhenTheCancelHangs)
{
    m_bench.configure("fault cancelhang\nfault-page 3\npages-per-minute 120\n");
    std::stop_source stop;
    m_onProgress = [&](std::uint64_t bytes) {
        if (bytes > 620u * 877u * 9 / 4)
            stop.request_stop();
    };
    run(stop.get_token());
    EXPECT_EQ(end(), (BatchEnd{EndReason::Cancelled, 2, std::nullopt}));
    EXPECT_GT(m_lasted, milliseconds(4'000));  // otherwise it did not hang
    EXPECT_LT(m_lasted, milliseconds(6'250));  // a second and a quarter of scanning before
    expectUsableAgain();
}

TEST_F(Feeder, CancelsADriverThatHangs)
{
    m_settings.deadlines.stall = milliseconds(60'000);
    m_bench.configure("fault hang\nfault-page 3\nfault-percent 1\n");
    std::stop_source stop;
    std::jthread patience;
    m_onProgress = [&](std::uint64_t bytes) {
        if (bytes < 620u * 877u * 2 || patience.joinable())
            return;
        // The third page was begun; in half a second even a slow machine has come to where it hangs.
        patience = std::jthread([&stop] {
            std::this_thread::sleep_for(milliseconds(500));
            stop.request_stop();
        });
    };
    run(stop.get_token());
    EXPECT_EQ(end(), (BatchEnd{EndReason::Cancelled, 2, std::nullopt}));
    EXPECT_GT(m_lasted, milliseconds(2'900));  // otherwise it did not hang
    EXPECT_LT(m_lasted, milliseconds(5'000));
    expectUsableAgain();
}

TEST_F(Feeder, TellsTheEndBeforeADriverHangsInClosing)
{
    m_settings.deadlines.close = milliseconds(300);
    m_bench.configure("fault cancelhang\nfault-page 1\nfault-times 0\n");
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::FeederEmpty, Sheets, std::nullopt}));
    EXPECT_LT(m_lasted, milliseconds(3'000));
}

TEST_F(Feeder, ContinuesABatchAfterAJamUntilEverySheetIsThere)
{
    m_bench.configure("state position\nfault jam\nfault-page 3\n");
    run();
    EXPECT_EQ(end().fault, ScanFault::Jammed);
    run();
    EXPECT_EQ(end().why, EndReason::FeederEmpty);
    ASSERT_EQ(m_all.size(), Sheets);
    for (std::uint32_t i = 0; i < Sheets; ++i) {
        EXPECT_EQ(m_all[i].number, i + 1);
        expectSheet(m_all[i], i);
    }
    EXPECT_EQ(recoverSpool(m_spool.folder, m_spool.key).value().pages, m_all);
}

TEST_F(Feeder, OpensASlowDeviceAndGivesUpOneThatNeverOpens)
{
    m_bench.configure("open-delay-ms 400\n");
    run();
    EXPECT_EQ(end().why, EndReason::FeederEmpty);
    m_settings.deadlines.open = milliseconds(100);
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::Faulted, 0, ScanFault::Hung}));
}

TEST_F(Feeder, HoldsTheSameContractAsAFolderOfFiles)
{
    TempFolder files;
    for (const auto* name : {"a.jpg", "b.jpg"}) {
        std::string bytes;
        const auto encoder =
            makeRowEncoder({ColourMode::Gray, 64, 64, {300}}, [&](std::span<const std::byte> part) {
                bytes.append(base::asText(part));
                return base::Status();
            });
        ASSERT_TRUE((*encoder)->finish());
        files.write(name, bytes);
    }
    m_request.device = {"files", files.path().string()};
    run();
    EXPECT_EQ(end(), (BatchEnd{EndReason::FeederEmpty, 2, std::nullopt}));
    const auto throughWorker = m_sink.pages;

    m_spool.folder = m_folder.path() / "direct";
    m_spool.firstNumber = 1;
    std::filesystem::create_directory(m_spool.folder);
    drivers::DirectScanSource direct(std::move(**drivers::makeDriver("files")));
    RecordingSink sink;
    direct.acquire(m_request, m_spool, sink, {});
    ASSERT_EQ(sink.pages.size(), throughWorker.size());
    for (std::size_t i = 0; i < sink.pages.size(); ++i)
        EXPECT_EQ(sink.pages[i].sha256, throughWorker[i].sha256);
    EXPECT_EQ(sink.ends.at(0), end());
}

}  // namespace scanner
