#pragma once

#include "worker_process.h"

#include <scanner/worker_scan_source.h>

namespace scanner {

/// One worker from hello to close, each answer within its deadline. Errors: those of errorOf (Hung, Crashed,
/// NoWorker, what the driver said), or Cancelled.
class WorkerSession
{
  public:
    /// With a device the private configuration of its driver is used, if the settings have a place for it.
    [[nodiscard]] static base::Result<WorkerSession> begin(const WorkerSettings& settings,
                                                           const DeviceId* device,
                                                           const std::stop_token& stop);

    template <class Answer>
    [[nodiscard]] base::Result<Answer> ask(const worker::Request& request,
                                           std::chrono::milliseconds patience,
                                           const std::stop_token& stop)
    {
        auto message = exchange(request, patience, stop);
        if (!message)
            return passOn(message);
        if (auto* answer = std::get_if<Answer>(&*message))
            return std::move(*answer);
        return tl::unexpected<base::Error>(errorOf(ScanFault::Crashed));
    }

    [[nodiscard]] WorkerProcess& process() { return m_process; }

    /// Gives the driver the time to put the device to rest. Whether it did is nobody's concern any more.
    void close(std::chrono::milliseconds patience);

  private:
    explicit WorkerSession(WorkerProcess process);
    [[nodiscard]] base::Result<worker::Message> exchange(const worker::Request& request,
                                                         std::chrono::milliseconds patience,
                                                         const std::stop_token& stop);

    WorkerProcess m_process;
};

}  // namespace scanner
