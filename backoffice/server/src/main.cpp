#include "catalogue_command.h"
#include "command_line.h"

#include <server/clock_sweep.h>
#include <server/demo.h>
#include <server/listener.h>

#include <sys/stat.h>

#include <csignal>
#include <cstdio>

namespace {

constexpr int Done = 0;
constexpr int Failed = 1;
constexpr int Usage = 2;

int fail(const base::Error& error, int code)
{
    std::fprintf(stderr, "onewindow-backoffice: %s\n", base::describe(error).c_str());
    return code;
}

/// Signals are taken by `sigwait` in the main thread; every other thread inherits the block.
sigset_t blockStopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

int serve(const server::CommandLine& line, const base::Clock& clock)
{
    const auto signals = blockStopSignals();
    const auto office = server::BackOffice::open(line.data, clock);
    if (!office)
        return fail(office.error(), Failed);
    const auto certificate = line.certificate.empty() ? line.data / "ca.pem" : line.certificate;
    const auto key = line.key.empty() ? line.data / "keys" / "tls.key" : line.key;
    const auto listener = server::Listener::start(**office, line.listen, certificate, key);
    if (!listener)
        return fail(listener.error(), Failed);
    const server::ClockSweep sweep(**office);
    std::printf("https://%s\n", (*listener)->address().c_str());
    std::fflush(stdout);
    int received = 0;
    sigwait(&signals, &received);
    return Done;
}

int initialise(const server::CommandLine& line, const base::Clock& clock)
{
    if (const auto made = server::makeDemo(line.data, clock); !made)
        return fail(made.error(), Failed);
    std::printf("%s\n", line.data.c_str());
    return Done;
}

int ended(const base::Status& status)
{
    return status ? Done : fail(status.error(), Failed);
}

}  // namespace

int main(int count, char** arguments)
{
    ::umask(S_IRWXG | S_IRWXO);  // records and pages are the operator's alone
    const auto line = server::parseCommandLine({arguments + 1, arguments + count});
    if (!line) {
        fail(line.error(), Usage);
        std::fputs(server::usage().c_str(), stderr);
        return Usage;
    }
    const base::SystemClock clock;
    switch (line->command) {
    case server::Command::Serve: return serve(*line, clock);
    case server::Command::Init: return initialise(*line, clock);
    case server::Command::Publish: return ended(server::publish(*line, clock));
    case server::Command::Releases: return ended(server::listReleases(*line));
    case server::Command::Export: return ended(server::exportRelease(*line));
    case server::Command::PublishOffice: return ended(server::publishOffice(*line, clock));
    case server::Command::ShowOffice: return ended(server::showOffice(*line));
    case server::Command::Help: std::fputs(server::usage().c_str(), stdout); return Done;
    }
    return Failed;
}
