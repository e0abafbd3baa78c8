#include "worker_process.h"

#include "spawn.h"

#include <scanner/scan_fault.h>

#include <base/secret.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace scanner {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// How often a dying process is looked at; the system wakes nobody for it on kernels without pidfd.
constexpr milliseconds Glance{2};
constexpr milliseconds LastPatience{1'000};  ///< SIGKILL to giving it up

int millisecondsUntil(MonotonicTime until)
{
    const auto left = std::chrono::ceil<milliseconds>(until - steady_clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
{}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    if (this != &other) {
        close();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

void Descriptor::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

base::Result<WorkerProcess> WorkerProcess::start(const std::filesystem::path& program,
                                                 const std::vector<std::string>& environment,
                                                 milliseconds patience)
{
    Descriptor wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    auto spawned = spawn(program, environment);
    if (!spawned || wake.get() < 0)
        return tl::unexpected<base::Error>(errorOf(ScanFault::NoWorker));
    return WorkerProcess(
        spawned->pid, std::move(spawned->toChild), std::move(spawned->fromChild), std::move(wake), patience);
}

WorkerProcess::WorkerProcess(int pid, Descriptor in, Descriptor out, Descriptor wake, milliseconds patience)
    : m_pid(pid)
    , m_toWorker(std::move(in))
    , m_fromWorker(std::move(out))
    , m_wake(std::move(wake))
    , m_patience(patience)
{}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_toWorker(std::move(other.m_toWorker))
    , m_fromWorker(std::move(other.m_fromWorker))
    , m_wake(std::move(other.m_wake))
    , m_patience(other.m_patience)
{}

WorkerProcess::~WorkerProcess()
{
    if (m_pid > 0)
        kill();
}

bool WorkerProcess::send(const worker::Request& request)
{
    auto message = worker::encode(request);
    auto frame = encodeFrame(message);
    base::wipe(message);
    if (!frame)
        return false;
    // Orders are far smaller than a pipe, so that a worker that does not read cannot stop us.
    sigset_t pipe;
    sigset_t before;
    ::sigemptyset(&pipe);
    ::sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe, &before);
    const auto written = ::write(m_toWorker.get(), frame->data(), frame->size());
    const bool broken = written < 0 && errno == EPIPE;
    if (broken) {
        const timespec now{};
        ::sigtimedwait(&pipe, nullptr, &now);
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    const bool whole = written == static_cast<ssize_t>(frame->size());
    base::wipe(*frame);
    return whole;
}

std::variant<worker::Message, Silence> WorkerProcess::receive(MonotonicTime until,
                                                              const std::stop_token& stop)
{
    const std::stop_callback wakeUp(stop, [this] { ::eventfd_write(m_wake.get(), 1); });
    while (true) {
        auto text = m_reader.next();
        if (!text)
            return Silence::Dead;
        if (*text) {
            auto message = worker::decodeMessage(**text);
            if (!message)
                return Silence::Dead;
            return std::move(*message);
        }
        if (stop.stop_requested())
            return Silence::Stopped;
        std::array<pollfd, 2> waiting{{{m_fromWorker.get(), POLLIN, 0}, {m_wake.get(), POLLIN, 0}}};
        // A stop that was seen once stays readable; the callers pass another token from then on.
        const auto count = stop.stop_possible() ? 2u : 1u;
        const int ready = ::poll(waiting.data(), count, millisecondsUntil(until));
        if (ready == 0 && steady_clock::now() >= until)
            return Silence::TimedOut;
        if (ready <= 0 || waiting[0].revents == 0)
            continue;
        std::array<char, 16'384> block{};
        const auto got = ::read(m_fromWorker.get(), block.data(), block.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return Silence::Dead;
        m_reader.add({block.data(), static_cast<std::size_t>(got)});
    }
}

bool WorkerProcess::hasExited() const
{
    siginfo_t about{};
    return ::waitid(P_PID, static_cast<id_t>(m_pid), &about, WEXITED | WNOHANG | WNOWAIT) != 0
           || about.si_pid != 0;
}

void WorkerProcess::waitForExit(MonotonicTime until)
{
    while (!hasExited() && steady_clock::now() < until)
        ::poll(nullptr, 0, static_cast<int>(Glance.count()));
}

void WorkerProcess::kill()
{
    if (!hasExited()) {
        ::kill(-m_pid, SIGTERM);
        waitForExit(steady_clock::now() + m_patience);
    }
    // Also after an orderly end: drivers fork readers of their own. Before the process is reaped, because until
    // then nobody else can have its group's number.
    ::kill(-m_pid, SIGKILL);
    // Not for ever: a process that sits in the kernel with a dead device cannot even be killed.
    waitForExit(steady_clock::now() + LastPatience);
    ::waitpid(m_pid, nullptr, WNOHANG);
    m_pid = -1;
}

}  // namespace scanner
