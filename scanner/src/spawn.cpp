#include "spawn.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <string_view>

extern char** environ;

namespace scanner {

namespace {

struct Pipe {
    Descriptor read;
    Descriptor write;
};

std::optional<Pipe> makePipe()
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return std::nullopt;
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

std::string_view nameOf(std::string_view variable)
{
    return variable.substr(0, variable.find('='));
}

/// Ours with the additions on top. Points into `additions`.
std::vector<char*> mergedEnvironment(std::vector<std::string>& additions)
{
    std::vector<char*> merged;
    for (char** one = environ; *one != nullptr; ++one) {
        const bool replaced =
            std::any_of(additions.begin(), additions.end(), [one](const std::string& addition) {
                return nameOf(addition) == nameOf(*one);
            });
        if (!replaced)
            merged.push_back(*one);
    }
    for (auto& addition : additions)
        merged.push_back(addition.data());
    merged.push_back(nullptr);
    return merged;
}

struct Ends {
    int in;
    int out;
    int report;
    pid_t parent;
};

/// In the child, where another thread of the parent may have held any lock: only calls that are safe after fork.
[[noreturn]] void become(const char* program,
                         char* const* arguments,
                         char* const* environment,
                         const Ends& ends)
{
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != ends.parent)
        ::_exit(127);  // the parent went before we asked to hear of it
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    if (::dup2(ends.in, STDIN_FILENO) >= 0 && ::dup2(ends.out, STDOUT_FILENO) >= 0)
        ::execve(program, arguments, environment);
    const int reason = errno;
    [[maybe_unused]] const auto written = ::write(ends.report, &reason, sizeof reason);
    ::_exit(127);
}

tl::unexpected<base::Error> notStarted(const std::filesystem::path& program, int reason)
{
    return base::fail(reason == ENOENT ? base::ErrorCode::NotFound : base::ErrorCode::Failed,
                      "{file}: {reason}",
                      {{"file", program.string()}, {"reason", std::strerror(reason)}});
}

/// What execve said; 0 when the program runs.
int reportOf(const Descriptor& report)
{
    int reason = 0;
    ssize_t got = 0;
    do {
        got = ::read(report.get(), &reason, sizeof reason);
    } while (got < 0 && errno == EINTR);
    return got == static_cast<ssize_t>(sizeof reason) ? reason : 0;
}

}  // namespace

base::Result<Spawned> spawn(const std::filesystem::path& program, const std::vector<std::string>& environment)
{
    auto in = makePipe();
    auto out = makePipe();
    auto report = makePipe();
    if (!in || !out || !report)
        return notStarted(program, errno);
    auto name = program.string();
    char* arguments[] = {name.data(), nullptr};
    auto additions = environment;
    const auto merged = mergedEnvironment(additions);
    const Ends ends{in->read.get(), out->write.get(), report->write.get(), ::getpid()};

    const auto pid = ::fork();
    if (pid < 0)
        return notStarted(program, errno);
    if (pid == 0)
        become(name.c_str(), arguments, merged.data(), ends);
    ::setpgid(pid, pid);  // also here: whoever is first
    report->write.close();
    if (const int reason = reportOf(report->read); reason != 0) {
        ::waitpid(pid, nullptr, 0);
        return notStarted(program, reason);
    }
    return Spawned{pid, std::move(in->write), std::move(out->read)};
}

}  // namespace scanner
