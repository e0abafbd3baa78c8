#include <scanner/worker_scan_source.h>

#include "worker_batch.h"
#include "worker_session.h"

#include <scanner/batch_spool.h>

#include <base/durable_file.h>

#include <utility>

namespace scanner {

namespace {

/// The batch is over before it began.
void refuse(ScanSink& sink, ScanFault fault)
{
    sink.fault(fault);
    sink.end({EndReason::Faulted, 0, fault});
}

void refuse(ScanSink& sink, const base::Error& error)
{
    if (error.code == base::ErrorCode::Cancelled)
        return sink.end({EndReason::Cancelled, 0, std::nullopt});
    refuse(sink, faultOf(error).value_or(ScanFault::NoWorker));
}

}  // namespace

WorkerScanSource::WorkerScanSource(WorkerSettings settings)
    : m_settings(std::move(settings))
{}

WorkerScanSource::~WorkerScanSource() = default;

base::Result<std::vector<Device>> WorkerScanSource::devices(std::stop_token stop)
{
    auto session = WorkerSession::begin(m_settings, nullptr, stop);
    if (!session)
        return passOn(session);
    auto listed = session->ask<worker::Listed>(worker::List{}, m_settings.deadlines.list, stop);
    if (!listed)
        return passOn(listed);
    session->close(m_settings.deadlines.close);
    return std::move(listed->devices);
}

base::Result<Abilities> WorkerScanSource::abilities(const DeviceId& device, std::stop_token stop)
{
    const auto patience = m_settings.deadlines.open;
    auto session = WorkerSession::begin(m_settings, &device, stop);
    if (!session)
        return passOn(session);
    if (const auto opened = session->ask<worker::Opened>(worker::Open{device}, patience, stop); !opened)
        return passOn(opened);
    auto able = session->ask<worker::Able>(worker::Options{}, patience, stop);
    if (!able)
        return passOn(able);
    session->close(m_settings.deadlines.close);
    return std::move(able->abilities);
}

void WorkerScanSource::acquire(const ScanRequest& request,
                               const Spool& spool,
                               ScanSink& sink,
                               std::stop_token stop)
{
    if (const auto made = base::makeFolder(spool.folder); !made)
        return refuse(sink, writeFault(made.error()));
    const auto patience = m_settings.deadlines.open;
    auto session = WorkerSession::begin(m_settings, &request.device, stop);
    if (!session)
        return refuse(sink, session.error());
    if (const auto opened = session->ask<worker::Opened>(worker::Open{request.device}, patience, stop);
        !opened)
        return refuse(sink, opened.error());
    if (const auto set = session->ask<worker::Accepted>(worker::Set{request}, patience, stop); !set)
        return refuse(sink, set.error());
    WorkerBatch(std::move(*session), m_settings.deadlines, spool, sink).run(stop);
}

}  // namespace scanner
