#include <drivers/direct_scan_source.h>

#include <drivers/run_batch.h>

#include <utility>

namespace drivers {

using scanner::ScanFault;

namespace {

void refuse(scanner::ScanSink& sink, const base::Error& error)
{
    const auto fault = scanner::faultOf(error).value_or(ScanFault::Unsupported);
    sink.fault(fault);
    sink.end({scanner::EndReason::Faulted, 0, fault});
}

}  // namespace

DirectScanSource::DirectScanSource(std::unique_ptr<ScanDriver> driver)
    : m_driver(std::move(driver))
{}

base::Result<std::unique_ptr<OpenDevice>> DirectScanSource::open(const scanner::DeviceId& device)
{
    if (device.driver != m_driver->name())
        return tl::unexpected<base::Error>(scanner::errorOf(ScanFault::NotThere));
    return m_driver->open(device.name);
}

base::Result<std::vector<scanner::Device>> DirectScanSource::devices(std::stop_token)
{
    return m_driver->devices();
}

base::Result<scanner::Abilities> DirectScanSource::abilities(const scanner::DeviceId& device, std::stop_token)
{
    const auto opened = open(device);
    if (!opened)
        return passOn(opened);
    return (*opened)->abilities();
}

void DirectScanSource::acquire(const scanner::ScanRequest& request,
                               const scanner::Spool& spool,
                               scanner::ScanSink& sink,
                               std::stop_token stop)
{
    const auto device = open(request.device);
    if (!device)
        return refuse(sink, device.error());
    if (const auto set = (*device)->set(request); !set)
        return refuse(sink, set.error());
    runBatch(**device, spool, sink, std::move(stop));
}

}  // namespace drivers
