#include "sane_device.h"

#include "sane_page.h"
#include "sane_settings.h"
#include "sane_status.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace drivers {

using scanner::EndReason;
using scanner::PaperSource;
using scanner::ScanFault;
using scanner::Side;

namespace {

using std::chrono::milliseconds;

/// A device may be busy for a moment with closing its last job.
constexpr std::array<milliseconds, 4> Pauses{
    milliseconds(200), milliseconds(400), milliseconds(800), milliseconds(1600)};

void waitFor(milliseconds pause, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, pause, [] { return false; });
}

}  // namespace

base::Result<std::unique_ptr<OpenDevice>> SaneDevice::open(const std::string& name)
{
    SANE_Handle handle = nullptr;
    auto status = sane_open(name.c_str(), &handle);
    for (auto pause = Pauses.begin(); status == SANE_STATUS_DEVICE_BUSY && pause != Pauses.end(); ++pause) {
        waitFor(*pause, {});
        status = sane_open(name.c_str(), &handle);
    }
    if (status != SANE_STATUS_GOOD)
        return saneError(faultOfOpening(status));
    return std::unique_ptr<OpenDevice>(new SaneDevice(handle));
}

SaneDevice::SaneDevice(SANE_Handle handle)
    : m_handle(handle)
    , m_options(handle)
{}

SaneDevice::~SaneDevice()
{
    endBatch();
    sane_close(m_handle);
}

base::Result<scanner::Abilities> SaneDevice::abilities()
{
    return abilitiesOf(m_options);
}

base::Status SaneDevice::set(const scanner::ScanRequest& request)
{
    endBatch();
    m_request = request;
    return applyRequest(m_options, request);
}

Outcome SaneDevice::scan(scanner::BatchSpool& spool, const Progress& progress, std::stop_token stop)
{
    endBatch();
    const auto outcome = takePages(spool, progress, stop);
    if (outcome && *outcome == EndReason::Cancelled)
        endBatch();
    return outcome;
}

Outcome SaneDevice::takePages(scanner::BatchSpool& spool,
                              const Progress& progress,
                              const std::stop_token& stop)
{
    const auto limit = pageLimit();
    std::uint64_t bytes = 0;
    for (std::uint32_t page = 0; !limit || page < *limit; ++page) {
        if (stop.stop_requested())
            return EndReason::Cancelled;
        const auto status = startPage(stop);
        if (status == SANE_STATUS_CANCELLED || stop.stop_requested())
            return EndReason::Cancelled;
        if (status == SANE_STATUS_NO_DOCS && page > 0)
            return EndReason::FeederEmpty;
        if (status != SANE_STATUS_GOOD)
            return tl::unexpected(faultOfStatus(status));
        progress(bytes);
        // Only now the device says what it really does.
        const auto told = resolutionOf(m_options);
        SanePage reader(m_handle, spool, told.value > 0 ? told : m_request.dpi, sideOf(page));
        const auto taken = reader.take(progress, bytes, stop);
        if (!taken)
            return tl::unexpected(taken.error());
        if (*taken == PageEnd::Cancelled)
            return EndReason::Cancelled;
    }
    return EndReason::Finished;
}

SANE_Status SaneDevice::startPage(const std::stop_token& stop)
{
    m_isRunning = true;
    auto status = sane_start(m_handle);
    for (auto pause = Pauses.begin();
         status == SANE_STATUS_DEVICE_BUSY && pause != Pauses.end() && !stop.stop_requested();
         ++pause)
    {
        waitFor(*pause, stop);
        status = sane_start(m_handle);
    }
    return status;
}

Side SaneDevice::sideOf(std::uint32_t page) const
{
    return m_request.source == PaperSource::AdfDuplex && page % 2 == 1 ? Side::Back : Side::Front;
}

std::optional<std::uint32_t> SaneDevice::pageLimit() const
{
    if (m_request.pageLimit || m_request.source != PaperSource::Flatbed)
        return m_request.pageLimit;
    return 1;
}

void SaneDevice::endBatch()
{
    if (m_isRunning)
        sane_cancel(m_handle);
    m_isRunning = false;
}

}  // namespace drivers
