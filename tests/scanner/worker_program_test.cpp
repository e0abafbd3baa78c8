#include <scanner/frame.h>
#include <scanner/worker_message.h>

#include "test_backend.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace scanner {

using scanner_tests::readAll;
using scanner_tests::TestBackend;
using namespace worker;

namespace {

/// The program at the other end of two pipes, spoken to by hand.
class RawWorker
{
  public:
    explicit RawWorker(const TestBackend& backend)
    {
        int in[2];
        int out[2];
        EXPECT_EQ(::pipe2(in, O_CLOEXEC), 0);
        EXPECT_EQ(::pipe2(out, O_CLOEXEC), 0);
        const auto config = backend.config().string();
        pid = ::fork();
        if (pid == 0) {
            ::dup2(in[0], 0);
            ::dup2(out[1], 1);
            ::setenv("SANE_CONFIG_DIR", config.c_str(), 1);
            ::execl(OW_BIN_DIR "/onewindow-scan-worker", "onewindow-scan-worker", nullptr);
            ::_exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        m_to = in[1];
        m_from = out[0];
    }

    ~RawWorker()
    {
        closeStdin();
        ::close(m_from);
        if (pid > 0) {
            ::kill(pid, SIGKILL);
            ::waitpid(pid, nullptr, 0);
        }
    }

    RawWorker(const RawWorker&) = delete;
    RawWorker& operator=(const RawWorker&) = delete;

    void sendBytes(const std::string& bytes) const
    {
        EXPECT_EQ(::write(m_to, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    }

    void send(const Request& request) const { sendBytes(*encodeFrame(encode(request))); }

    template <class One>
    One expect()
    {
        while (true) {
            if (auto text = m_reader.next().value())
                return std::get<One>(decodeMessage(*text).value());
            char block[4096];
            const auto got = ::read(m_from, block, sizeof block);
            if (got <= 0)
                throw std::runtime_error("the worker closed the line");
            m_reader.add({block, static_cast<std::size_t>(got)});
        }
    }

    void closeStdin()
    {
        if (m_to >= 0)
            ::close(std::exchange(m_to, -1));
    }

    /// True when it was gone within two seconds.
    bool goes()
    {
        for (int i = 0; i < 200; ++i) {
            if (::waitpid(pid, nullptr, WNOHANG) == pid) {
                pid = -1;
                return true;
            }
            ::poll(nullptr, 0, 10);
        }
        return false;
    }

    int pid = -1;

  private:
    int m_to = -1;
    int m_from = -1;
    FrameReader m_reader;
};

}  // namespace

TEST(ScanWorker, GreetsAndNamesItsDrivers)
{
    const TestBackend backend;
    RawWorker worker(backend);
    worker.send(Hello{});
    EXPECT_EQ(worker.expect<Greeting>().drivers, (std::vector<std::string>{"sane", "files"}));
    worker.send(Close{});
    worker.expect<Closed>();
    EXPECT_TRUE(worker.goes());
}

TEST(ScanWorker, DiesWhenItsStdinCloses)
{
    const TestBackend backend;
    RawWorker worker(backend);
    worker.send(Hello{});
    worker.expect<Greeting>();
    worker.closeStdin();
    EXPECT_TRUE(worker.goes());
}

TEST(ScanWorker, DiesInTheMiddleOfAPageWhenItsStdinCloses)
{
    const TestBackend backend("read-delay true\nread-delay-duration 200000\n");
    const scanner_tests::TempFolder spool;
    RawWorker worker(backend);
    const DeviceId device{"sane", "test:0"};
    worker.send(Open{device});
    worker.expect<Opened>();
    worker.send(
        Set{{device, PaperSource::Flatbed, {300}, ColourMode::Gray, {}, base::A4Width, base::A4Height}});
    worker.expect<Accepted>();
    worker.send(Start{spool.path(), base::Key::random(), 1});
    worker.expect<Progress>();
    worker.closeStdin();
    EXPECT_TRUE(worker.goes());
}

TEST(ScanWorker, DiesOfNonsense)
{
    const TestBackend backend;
    for (const auto& bytes : {std::string("\xff\xff\xff\xff", 4), *encodeFrame("{}"), *encodeFrame("[[[")}) {
        RawWorker worker(backend);
        worker.sendBytes(bytes);
        EXPECT_TRUE(worker.goes());
    }
}

TEST(ScanWorker, DeniesWhatNeedsADeviceBeforeOneIsOpen)
{
    const TestBackend backend;
    RawWorker worker(backend);
    worker.send(Options{});
    EXPECT_EQ(worker.expect<Denied>().fault, ScanFault::NotThere);
    worker.send(Start{"/tmp", base::Key::random(), 1});
    EXPECT_EQ(worker.expect<Denied>().fault, ScanFault::NotThere);
}

TEST(ScanWorker, ShowsItsKeyNeitherInArgumentsNorEnvironment)
{
    const TestBackend backend("read-delay true\nread-delay-duration 200000\n");
    const scanner_tests::TempFolder spool;
    RawWorker worker(backend);
    const DeviceId device{"sane", "test:0"};
    worker.send(Open{device});
    worker.expect<Opened>();
    const auto key = base::Key::random();
    worker.send(Start{spool.path(), key, 1});
    worker.expect<Progress>();
    const auto folder = "/proc/" + std::to_string(worker.pid);
    for (const auto& text : {readAll(folder + "/cmdline"), readAll(folder + "/environ")}) {
        EXPECT_FALSE(text.empty());
        EXPECT_EQ(text.find(key.toString()), std::string::npos);
    }
}

TEST(ScanWorker, LinksNothingThatASickDriverCouldTakeAlong)
{
    const auto command = std::string("ldd ") + OW_BIN_DIR + "/onewindow-scan-worker";
    FILE* pipe = ::popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    std::string libraries;
    char block[4096];
    for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, pipe)) > 0;)
        libraries.append(block, got);
    ::pclose(pipe);
    EXPECT_NE(libraries.find("libsane"), std::string::npos);
    for (const auto* foreign : {"sqlite", "opencv", "tesseract", "libwx", "gtk", "curl"})
        EXPECT_EQ(libraries.find(foreign), std::string::npos) << foreign;
}

}  // namespace scanner
