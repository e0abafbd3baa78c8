#pragma once

#include "option_set.h"

#include <drivers/scan_driver.h>

namespace drivers {

/// One open SANE device. It is given back, and a batch that still runs is ended, when the object goes; not at
/// the end of a batch, because ending may take seconds that nobody should wait for.
class SaneDevice final : public OpenDevice
{
  public:
    [[nodiscard]] static base::Result<std::unique_ptr<OpenDevice>> open(const std::string& name);
    ~SaneDevice() override;
    SaneDevice(const SaneDevice&) = delete;
    SaneDevice& operator=(const SaneDevice&) = delete;

    [[nodiscard]] base::Result<scanner::Abilities> abilities() override;
    [[nodiscard]] base::Status set(const scanner::ScanRequest& request) override;
    [[nodiscard]] Outcome scan(scanner::BatchSpool& spool,
                               const Progress& progress,
                               std::stop_token stop) override;

  private:
    explicit SaneDevice(SANE_Handle handle);

    [[nodiscard]] Outcome takePages(scanner::BatchSpool& spool,
                                    const Progress& progress,
                                    const std::stop_token& stop);
    [[nodiscard]] SANE_Status startPage(const std::stop_token& stop);
    [[nodiscard]] scanner::Side sideOf(std::uint32_t page) const;
    [[nodiscard]] std::optional<std::uint32_t> pageLimit() const;
    void endBatch();

    SANE_Handle m_handle;
    OptionSet m_options;
    scanner::ScanRequest m_request;
    bool m_isRunning = false;
};

}  // namespace drivers
