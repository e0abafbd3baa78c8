#pragma once

#include <scanner/frame.h>
#include <scanner/worker_message.h>

#include <base/result.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace scanner {

/// An open file descriptor, closed with the object.
class Descriptor
{
  public:
    Descriptor() = default;

    explicit Descriptor(int fd)
        : m_fd(fd)
    {}

    ~Descriptor() { close(); }

    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;

    void close();

    [[nodiscard]] int get() const { return m_fd; }

  private:
    int m_fd = -1;
};

using MonotonicTime = std::chrono::steady_clock::time_point;

/// Why `WorkerProcess::receive` came back without a message.
enum class Silence {
    TimedOut,
    Stopped,  ///< the stop token was asked
    Dead,     ///< the line is closed, or what came over it is nonsense
};

/// One run of onewindow-scan-worker in a process group of its own. It dies with the thread that started it
/// (PR_SET_PDEATHSIG), when its stdin closes, and with this object. One thread.
class WorkerProcess
{
  public:
    /// `environment` is NAME=VALUE on top of ours. Error of errorOf(NoWorker).
    [[nodiscard]] static base::Result<WorkerProcess> start(const std::filesystem::path& program,
                                                           const std::vector<std::string>& environment,
                                                           std::chrono::milliseconds patience);
    ~WorkerProcess();  ///< SIGTERM, a moment, SIGKILL to the whole group
    WorkerProcess(WorkerProcess&& other) noexcept;
    WorkerProcess& operator=(WorkerProcess&&) = delete;

    /// False when nobody reads any more.
    [[nodiscard]] bool send(const worker::Request& request);

    /// `stop` may be a token that nobody can ask.
    [[nodiscard]] std::variant<worker::Message, Silence> receive(MonotonicTime until,
                                                                 const std::stop_token& stop);

    /// Lets the process end by itself until then; afterwards the destructor is quick.
    void waitForExit(MonotonicTime until);

  private:
    WorkerProcess(
        int pid, Descriptor in, Descriptor out, Descriptor wake, std::chrono::milliseconds patience);
    [[nodiscard]] bool hasExited() const;
    void kill();

    int m_pid = -1;
    Descriptor m_toWorker;
    Descriptor m_fromWorker;
    Descriptor m_wake;
    std::chrono::milliseconds m_patience;  ///< SIGTERM to SIGKILL
    FrameReader m_reader;
};

}  // namespace scanner
