#include <workbench/print_command.h>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace workbench {

namespace {

constexpr int GlanceMs = 50;  ///< how often a stop is looked for, and the end of the command

tl::unexpected<base::Error> refused()
{
    return base::fail(base::ErrorCode::Device,
                      "No printer took the notice. Save it instead, or ask the administrator for a printer.");
}

/// `lp` with our end of a socket as what it prints; a socket, because writing to a dead one can be told from a signal.
class PrintCommand
{
  public:
    static base::Result<PrintCommand> start();

    PrintCommand(PrintCommand&& other) noexcept
        : m_pid(std::exchange(other.m_pid, -1))
        , m_to(std::exchange(other.m_to, -1))
    {}

    PrintCommand& operator=(PrintCommand&&) = delete;

    ~PrintCommand()
    {
        closeInput();
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
    }

    /// False: it wants no more.
    [[nodiscard]] bool write(std::string_view bytes, const std::stop_token& stop);
    [[nodiscard]] bool finish(const std::stop_token& stop);

  private:
    PrintCommand(pid_t pid, int to)
        : m_pid(pid)
        , m_to(to)
    {}

    void closeInput()
    {
        if (m_to >= 0)
            ::close(std::exchange(m_to, -1));
    }

    pid_t m_pid;
    int m_to;
};

base::Result<PrintCommand> PrintCommand::start()
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return refused();
    posix_spawn_file_actions_t files;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawn_file_actions_adddup2(&files, ends[1], STDIN_FILENO);
    ::posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::array<char, 3> name{"lp"};
    std::array<char, 3> silent{"-s"};
    std::array<char*, 3> arguments{name.data(), silent.data(), nullptr};
    pid_t pid = -1;
    const int failed = ::posix_spawnp(&pid, name.data(), &files, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&files);
    ::close(ends[1]);
    if (failed != 0) {
        ::close(ends[0]);
        return refused();
    }
    return PrintCommand(pid, ends[0]);
}

bool PrintCommand::write(std::string_view bytes, const std::stop_token& stop)
{
    while (!bytes.empty() && !stop.stop_requested()) {
        pollfd ready{m_to, POLLOUT, 0};
        if (::poll(&ready, 1, GlanceMs) <= 0)
            continue;
        const auto sent = ::send(m_to, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (sent < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return bytes.empty();
}

bool PrintCommand::finish(const std::stop_token& stop)
{
    closeInput();
    int status = 0;
    pid_t over = 0;
    while (over == 0 && !stop.stop_requested()) {
        over = ::waitpid(m_pid, &status, WNOHANG);
        if (over == 0)
            ::poll(nullptr, 0, GlanceMs);
    }
    if (over != 0)
        m_pid = -1;
    return over > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

base::Status printPdf(std::string_view pdf, const std::stop_token& stop)
{
    auto command = PrintCommand::start();
    if (!command)
        return base::passOn(command);
    const bool taken = command->write(pdf, stop) && command->finish(stop);
    if (stop.stop_requested())
        return base::fail(base::ErrorCode::Cancelled, "It was stopped.");
    if (!taken)
        return refused();
    return {};
}

}  // namespace workbench
