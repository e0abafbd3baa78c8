#include "worker_session.h"

#include "sane_config.h"

#include <utility>

namespace scanner {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

tl::unexpected<base::Error> broken(ScanFault fault)
{
    return tl::unexpected<base::Error>(errorOf(fault));
}

tl::unexpected<base::Error> errorOfSilence(Silence silence)
{
    switch (silence) {
    case Silence::TimedOut: return broken(ScanFault::Hung);
    case Silence::Stopped: return base::fail(base::ErrorCode::Cancelled, "The scan was cancelled.");
    case Silence::Dead: return broken(ScanFault::Crashed);
    }
    return broken(ScanFault::Crashed);
}

base::Result<std::vector<std::string>> environmentFor(const WorkerSettings& settings, const DeviceId* device)
{
    auto environment = settings.environment;
    if (device == nullptr || settings.configFolder.empty())
        return environment;
    const auto config = saneConfigFor(*device, settings.configFolder, settings.saneConfigPath);
    if (!config)
        return passOn(config);
    if (*config)
        environment.push_back("SANE_CONFIG_DIR=" + **config);
    return environment;
}

}  // namespace

base::Result<WorkerSession> WorkerSession::begin(const WorkerSettings& settings,
                                                 const DeviceId* device,
                                                 const std::stop_token& stop)
{
    const auto environment = environmentFor(settings, device);
    if (!environment)
        return passOn(environment);
    auto process = WorkerProcess::start(settings.program, *environment, settings.deadlines.terminate);
    if (!process)
        return passOn(process);
    WorkerSession session(std::move(*process));
    if (const auto greeted = session.ask<worker::Greeting>(worker::Hello{}, settings.deadlines.hello, stop);
        !greeted)
        return passOn(greeted);
    return session;
}

WorkerSession::WorkerSession(WorkerProcess process)
    : m_process(std::move(process))
{}

base::Result<worker::Message> WorkerSession::exchange(const worker::Request& request,
                                                      milliseconds patience,
                                                      const std::stop_token& stop)
{
    if (!m_process.send(request))
        return broken(ScanFault::Crashed);
    auto answer = m_process.receive(steady_clock::now() + patience, stop);
    if (const auto* silence = std::get_if<Silence>(&answer))
        return errorOfSilence(*silence);
    auto& message = std::get<worker::Message>(answer);
    if (const auto* denied = std::get_if<worker::Denied>(&message))
        return broken(denied->fault);
    return std::move(message);
}

void WorkerSession::close(milliseconds patience)
{
    const auto until = steady_clock::now() + patience;
    if (!m_process.send(worker::Close{}))
        return;
    while (std::holds_alternative<worker::Message>(m_process.receive(until, {}))) {
        // Closed, and whatever a driver still had to say: the line's end is what counts.
    }
    m_process.waitForExit(until);
}

}  // namespace scanner
