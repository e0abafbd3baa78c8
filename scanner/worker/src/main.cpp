/// onewindow-scan-worker: the disposable host of scanner drivers. It is started by scanner::WorkerScanSource, which
/// owns every deadline, and talks to it over stdin and stdout (DESIGN section 9). It shows nothing, asks nobody
/// and keeps nothing: when stdin closes it is gone, whatever a driver is doing.

#include "driver_host.h"
#include "parent_line.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace {

/// Drivers print where they like: what they say on stdout must not get among the frames.
int takeStdout()
{
    const int line = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    return line;
}

}  // namespace

int main()
{
    std::signal(SIGPIPE, SIG_IGN);
    const int out = takeStdout();
    if (out < 0)
        return 1;
    worker::ParentLine parent(STDIN_FILENO, out);
    worker::DriverHost host(parent);
    std::thread reading([&] {
        while (auto order = parent.nextOrder())
            host.give(std::move(*order));
        ::_exit(0);  // no parent: a driver that hangs would keep an orderly end waiting
    });
    host.run();
    ::_exit(0);  // the reading thread still waits for a parent that has nothing more to say
}
