#include <scanner/worker_scan_source.h>

#include "decoded_image.h"
#include "recording_sink.h"
#include "test_backend.h"

#include <base/sealed_file.h>

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <thread>

namespace scanner {

using scanner_tests::decodeJpeg;
using scanner_tests::decodeTiff;
using scanner_tests::readAll;
using scanner_tests::RecordingSink;
using scanner_tests::TempFolder;
using scanner_tests::TestBackend;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

const DeviceId Test0{"sane", "test:0"};

ScanRequest request(PaperSource source, ColourMode mode, int dpi)
{
    return {Test0, source, {dpi}, mode, std::nullopt, base::A4Width, base::A4Height};
}

/// A batch into a folder of its own.
struct Batch {
    TempFolder folder;
    Spool spool{folder.path() / "batch", base::Key::random(), 1};
    RecordingSink sink;

    void run(ScanSource& source, const ScanRequest& what, std::stop_token stop = {})
    {
        source.acquire(what, spool, sink, std::move(stop));
        EXPECT_EQ(sink.ends.size(), 1u);
        EXPECT_FALSE(sink.heardAfterEnd);
        EXPECT_FALSE(sink.shrank);
        EXPECT_EQ(end().pages, sink.pages.size());
    }

    [[nodiscard]] BatchEnd end() const { return sink.ends.empty() ? BatchEnd{} : sink.ends.front(); }

    [[nodiscard]] std::string image(std::size_t page) const
    {
        return base::readSealedFile(sink.pages.at(page).file, spool.key).value();
    }
};

}  // namespace

TEST(WorkerScanSource, ListsTheDevicesOfTheConfiguration)
{
    const TestBackend backend;
    const auto devices = backend.source().devices({}).value();
    ASSERT_EQ(devices.size(), 2u);
    EXPECT_EQ(devices[0].id, Test0);
    EXPECT_EQ(devices[0].vendor, "Noname");
}

TEST(WorkerScanSource, TellsWhatADeviceCanDo)
{
    const TestBackend backend;
    const auto abilities = backend.source().abilities(Test0, {}).value();
    EXPECT_EQ(abilities.sources, (std::vector{PaperSource::Flatbed, PaperSource::Adf}));
    EXPECT_EQ(abilities.modes, (std::vector{ColourMode::Gray, ColourMode::Colour, ColourMode::Lineart}));
    EXPECT_TRUE(abilities.anyBetween);
    EXPECT_EQ(abilities.resolutions.front().value, 75);
    EXPECT_DOUBLE_EQ(abilities.width.value, 432);
}

TEST(WorkerScanSource, ScansAGrayA4PageAsJpegOfItsTrueSize)
{
    const TestBackend backend;
    auto source = backend.source();
    Batch batch;
    batch.run(source, request(PaperSource::Flatbed, ColourMode::Gray, 300));
    EXPECT_EQ(batch.end(), (BatchEnd{EndReason::Finished, 1, std::nullopt}));
    const auto& page = batch.sink.pages.at(0);
    const auto bytes = batch.image(0);
    const auto image = decodeJpeg(bytes);
    EXPECT_EQ(image.width, 2480u);
    EXPECT_EQ(image.height, 3507u);
    EXPECT_EQ(image.channels, 1);
    EXPECT_EQ(image.dpiX, 300);
    EXPECT_EQ(page.width, image.width);
    EXPECT_EQ(page.height, image.height);
    EXPECT_EQ(page.dpi.value, 300);
    EXPECT_EQ(page.sha256, base::Digest::of(bytes));
    EXPECT_EQ(page.bytes.value, bytes.size());
    EXPECT_TRUE(page.flags.empty());
    EXPECT_EQ(batch.sink.bytes / 100'000, 2480u * 3507u / 100'000);
}

TEST(WorkerScanSource, ScansColourAndLineart)
{
    const TestBackend backend;
    auto source = backend.source();
    Batch colour;
    colour.run(source, request(PaperSource::Flatbed, ColourMode::Colour, 75));
    EXPECT_EQ(decodeJpeg(colour.image(0)).channels, 3);
    EXPECT_EQ(colour.sink.pages.at(0).type, ImageType::Jpeg);
    Batch lineart;
    lineart.run(source, request(PaperSource::Flatbed, ColourMode::Lineart, 150));
    EXPECT_EQ(lineart.sink.pages.at(0).type, ImageType::Tiff);
    const auto image = decodeTiff(lineart.image(0));
    EXPECT_EQ(image.width, 1240u);
    EXPECT_EQ(image.height, 1753u);
    EXPECT_EQ(image.dpiX, 150);
}

TEST(WorkerScanSource, TakesAFeederOfTenPagesToItsEnd)
{
    const TestBackend backend;
    auto source = backend.source();
    Batch batch;
    batch.run(source, request(PaperSource::Adf, ColourMode::Gray, 75));
    EXPECT_EQ(batch.end(), (BatchEnd{EndReason::FeederEmpty, 10, std::nullopt}));
    for (std::uint32_t i = 0; i < 10; ++i)
        EXPECT_EQ(batch.sink.pages.at(i).number, i + 1);
    EXPECT_EQ(recoverSpool(batch.spool.folder, batch.spool.key).value().pages, batch.sink.pages);
}

TEST(WorkerScanSource, StopsAtThePageLimitAndContinuesAtTheNumberGiven)
{
    const TestBackend backend;
    auto source = backend.source();
    Batch batch;
    batch.spool.firstNumber = 8;
    auto three = request(PaperSource::Adf, ColourMode::Gray, 75);
    three.pageLimit = 3;
    batch.run(source, three);
    EXPECT_EQ(batch.end(), (BatchEnd{EndReason::Finished, 3, std::nullopt}));
    EXPECT_EQ(batch.sink.pages.front().file, batch.spool.folder / "0008.page");
}

TEST(WorkerScanSource, RefusesASourceTheDeviceHasNot)
{
    const TestBackend backend;
    auto source = backend.source();
    Batch batch;
    batch.run(source, request(PaperSource::AdfDuplex, ColourMode::Gray, 75));
    EXPECT_EQ(batch.end(), (BatchEnd{EndReason::Faulted, 0, ScanFault::Unsupported}));
    EXPECT_EQ(batch.sink.faults, std::vector{ScanFault::Unsupported});
}

TEST(WorkerScanSource, SaysThatADeviceIsNotThere)
{
    const TestBackend backend;
    auto source = backend.source();
    for (const auto* name : {"sane:test:77", "sane:nothing:0", "twain:x"}) {
        const auto abilities = source.abilities(*DeviceId::parse(name), {});
        ASSERT_FALSE(abilities) << name;
        EXPECT_EQ(faultOf(abilities.error()), ScanFault::NotThere) << name;
    }
}

TEST(WorkerScanSource, TurnsEveryStatusOfADeviceIntoItsFault)
{
    const std::pair<const char*, ScanFault> statuses[] = {
        {"UNSUPPORTED", ScanFault::Unsupported},
        {"DEVICE_BUSY", ScanFault::Busy},
        {"INVAL", ScanFault::BadSetting},
        {"EOF", ScanFault::WrongData},
        {"JAMMED", ScanFault::Jammed},
        {"NO_DOCS", ScanFault::NoDocs},
        {"COVER_OPEN", ScanFault::CoverOpen},
        {"IO_ERROR", ScanFault::Disconnected},
        {"NO_MEM", ScanFault::OutOfMemory},
        {"ACCESS_DENIED", ScanFault::AccessDenied},
    };
    for (const auto& [status, fault] : statuses) {
        const TestBackend backend("read-status-code \"SANE_STATUS_" + std::string(status) + "\"\n");
        auto source = backend.source();
        Batch batch;
        batch.run(source, request(PaperSource::Flatbed, ColourMode::Gray, 75));
        EXPECT_EQ(batch.end(), (BatchEnd{EndReason::Faulted, 0, fault})) << status;
        EXPECT_EQ(batch.sink.faults, std::vector{fault}) << status;
        EXPECT_TRUE(recoverSpool(batch.spool.folder, batch.spool.key).value().incomplete.empty()) << status;
    }
}

TEST(WorkerScanSource, TakesACancelAtTheDeviceAsACancel)
{
    const TestBackend backend("read-status-code \"SANE_STATUS_CANCELLED\"\n");
    auto source = backend.source();
    Batch batch;
    batch.run(source, request(PaperSource::Flatbed, ColourMode::Gray, 75));
    EXPECT_EQ(batch.end(), (BatchEnd{EndReason::Cancelled, 0, std::nullopt}));
}

TEST(WorkerScanSource, TakesPagesWhoseHeightIsToldByTheirEnd)
{
    for (const auto mode : {ColourMode::Gray, ColourMode::Lineart}) {
        const TestBackend backend("hand-scanner true\n");
        auto source = backend.source();
        Batch batch;
        batch.run(source, request(PaperSource::Flatbed, mode, 75));
        ASSERT_EQ(batch.sink.pages.size(), 1u);
        const auto& page = batch.sink.pages[0];
        EXPECT_TRUE(page.flags.empty());
        EXPECT_GT(page.height, 100u);
        const auto image = mode == ColourMode::Gray ? decodeJpeg(batch.image(0)) : decodeTiff(batch.image(0));
        EXPECT_EQ(image.height, page.height);
        EXPECT_FALSE(std::filesystem::exists(batch.spool.folder / "rows.part"));
    }
}

TEST(WorkerScanSource, TakesOddReadsAndPaddedRows)
{
    const TestBackend backend("read-limit true\nread-limit-size 777\nppl-loss 5\n");
    auto source = backend.source();
    Batch batch;
    batch.run(source, request(PaperSource::Flatbed, ColourMode::Gray, 75));
    ASSERT_EQ(batch.sink.pages.size(), 1u);
    EXPECT_TRUE(batch.sink.pages[0].flags.empty());
    EXPECT_EQ(decodeJpeg(batch.image(0)).width, batch.sink.pages[0].width);
}

TEST(WorkerScanSource, ReducesSixteenBitSamplesToTheSamePicture)
{
    const auto scan = [](const std::string& depth) {
        const TestBackend backend("depth " + depth + "\ntest-picture \"Solid white\"\n");
        auto source = backend.source();
        Batch batch;
        batch.run(source, request(PaperSource::Flatbed, ColourMode::Gray, 75));
        return decodeJpeg(batch.image(0));
    };
    EXPECT_EQ(scan("8").samples, scan("16").samples);
}

TEST(WorkerScanSource, RefusesColourInThreePasses)
{
    const TestBackend backend("three-pass true\n");
    auto source = backend.source();
    Batch batch;
    batch.run(source, request(PaperSource::Flatbed, ColourMode::Colour, 75));
    EXPECT_EQ(batch.end().fault, ScanFault::Unsupported);
}

TEST(WorkerScanSource, CancelsInTheMiddleOfAPageAndKeepsThePagesBefore)
{
    const TestBackend backend("read-delay true\nread-delay-duration 2000\n");
    auto source = backend.source();
    Batch batch;
    std::stop_source stop;
    batch.sink.onProgress = [&](std::uint64_t bytes) {
        if (bytes > 620u * 877u * 5 / 4)
            stop.request_stop();
    };
    const auto began = steady_clock::now();
    batch.run(source, request(PaperSource::Adf, ColourMode::Gray, 75), stop.get_token());
    EXPECT_EQ(batch.end(), (BatchEnd{EndReason::Cancelled, 1, std::nullopt}));
    EXPECT_LT(steady_clock::now() - began, milliseconds(20'000));
    const auto left = recoverSpool(batch.spool.folder, batch.spool.key).value();
    EXPECT_EQ(left.pages, batch.sink.pages);
    EXPECT_TRUE(left.incomplete.empty());
}

TEST(WorkerScanSource, DoesNotBeginWhenCancelledBefore)
{
    const TestBackend backend;
    auto source = backend.source();
    std::stop_source stop;
    stop.request_stop();
    Batch batch;
    batch.run(source, request(PaperSource::Adf, ColourMode::Gray, 75), stop.get_token());
    EXPECT_EQ(batch.end(), (BatchEnd{EndReason::Cancelled, 0, std::nullopt}));
    EXPECT_EQ(source.devices(stop.get_token()).error().code, base::ErrorCode::Cancelled);
}

TEST(WorkerScanSource, SaysThatADriverCrashedWhileListing)
{
    TestBackend backend;
    backend.settings.environment.clear();
    const TempFolder config;
    config.write("dll.conf", "test\n");
    config.write("test.conf", "number_of_devices 0\n");
    backend.settings.environment = {"SANE_CONFIG_DIR=" + config.path().string()};
    const auto devices = backend.source().devices({});
    ASSERT_FALSE(devices);
    EXPECT_EQ(faultOf(devices.error()), ScanFault::Crashed);
}

TEST(WorkerScanSource, KeepsThePagesOfAWorkerThatIsKilled)
{
    const TestBackend backend;
    // The worker says who it is by being the only child.
    auto source = backend.source();
    Batch batch;
    batch.sink.onPage = [](const ScannedPage& page) {
        if (page.number != 4)
            return;
        const auto children = readAll("/proc/self/task/" + std::to_string(::gettid()) + "/children");
        ::kill(std::stoi(children), SIGKILL);
    };
    batch.run(source, request(PaperSource::Adf, ColourMode::Gray, 200));
    EXPECT_EQ(batch.end().why, EndReason::Faulted);
    EXPECT_EQ(batch.end().fault, ScanFault::Crashed);
    EXPECT_GE(batch.sink.pages.size(), 4u);
    EXPECT_LT(batch.sink.pages.size(), 10u);
    EXPECT_EQ(recoverSpool(batch.spool.folder, batch.spool.key).value().pages, batch.sink.pages);

    Batch again;
    again.run(source, request(PaperSource::Adf, ColourMode::Gray, 75));
    EXPECT_EQ(again.end().why, EndReason::FeederEmpty);
}

TEST(WorkerScanSource, PutsNoPlainImageOnTheDisk)
{
    const TestBackend backend;
    auto source = backend.source();
    Batch batch;
    batch.sink.onProgress = [&](std::uint64_t) {
        for (const auto& entry : std::filesystem::directory_iterator(batch.spool.folder)) {
            const auto bytes = readAll(entry.path());
            EXPECT_EQ(bytes.find("\xff\xd8\xff"), std::string::npos) << entry.path();
            EXPECT_EQ(bytes.find("JFIF"), std::string::npos) << entry.path();
        }
    };
    auto three = request(PaperSource::Adf, ColourMode::Gray, 75);
    three.pageLimit = 3;
    batch.run(source, three);
    batch.sink.onProgress(0);
    EXPECT_EQ(batch.sink.pages.size(), 3u);
}

TEST(WorkerScanSource, SaysThatItsProgramIsMissing)
{
    TestBackend backend;
    backend.settings.program = "/nowhere/onewindow-scan-worker";
    auto source = backend.source();
    EXPECT_EQ(faultOf(source.devices({}).error()), ScanFault::NoWorker);
    Batch batch;
    batch.run(source, request(PaperSource::Adf, ColourMode::Gray, 75));
    EXPECT_EQ(batch.end().fault, ScanFault::NoWorker);
}

TEST(WorkerScanSource, SaysThatAProgramWhichIsNoWorkerCrashed)
{
    TestBackend backend;
    backend.settings.program = "/bin/true";
    EXPECT_EQ(faultOf(backend.source().devices({}).error()), ScanFault::Crashed);
}

TEST(WorkerScanSource, GivesUpAProgramThatSaysNothing)
{
    TempFolder folder;
    folder.write("silent", "#!/bin/sh\ntrap '' TERM\nwhile :; do sleep 1; done\n");
    std::filesystem::permissions(folder.path() / "silent", std::filesystem::perms::owner_all);
    TestBackend backend;
    backend.settings.program = folder.path() / "silent";
    backend.settings.deadlines.hello = milliseconds(100);
    backend.settings.deadlines.terminate = milliseconds(100);
    const auto began = steady_clock::now();
    EXPECT_EQ(faultOf(backend.source().devices({}).error()), ScanFault::Hung);
    EXPECT_LT(steady_clock::now() - began, milliseconds(1500));
}

TEST(WorkerScanSource, SaysThatTheSpoolCannotBeWritten)
{
    const TestBackend backend;
    auto source = backend.source();
    Batch batch;
    batch.folder.write("batch", "a file is in the way");
    batch.run(source, request(PaperSource::Flatbed, ColourMode::Gray, 75));
    EXPECT_EQ(batch.end().fault, ScanFault::SpoolFailed);
}

TEST(WorkerScanSource, LoadsOnlyTheDriverOfAConfiguredDevice)
{
    TestBackend backend;
    const TempFolder configs;
    backend.settings.environment.clear();
    backend.settings.saneConfigPath = backend.config().string();
    backend.settings.configFolder = configs.path() / "sane";
    const auto abilities = backend.source().abilities(Test0, {});
    ASSERT_TRUE(abilities);
    EXPECT_DOUBLE_EQ(abilities->width.value, 432);  // the backend's own settings are still found
    EXPECT_EQ(readAll(configs.path() / "sane/sane-test/dll.conf"), "test\n");
}

TEST(WorkerScanSource, ReadsAnImageThroughThePnmBackend)
{
    const TempFolder folder;
    folder.write("page.pnm", "P5\n40 30\n255\n" + std::string(40 * 30, '\x80'));
    const TestBackend backend("", "pnm");
    auto source = backend.source();
    const auto devices = source.devices({}).value();
    ASSERT_FALSE(devices.empty());
    Batch batch;
    auto what = request(PaperSource::Flatbed, ColourMode::Gray, 75);
    what.device = devices.front().id;
    batch.run(source, what);
    // Its file name is an option that no request sets: it must end in an orderly fault, not in an empty page.
    EXPECT_EQ(batch.end().why, EndReason::Faulted);
    EXPECT_TRUE(batch.sink.pages.empty());
}

}  // namespace scanner
