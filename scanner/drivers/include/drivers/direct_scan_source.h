#pragma once

#include <drivers/scan_driver.h>

#include <scanner/scan_source.h>

#include <memory>

namespace drivers {

/// A driver in this process, for those that neither hang nor crash: files. Everything bought with a scanner goes
/// through scanner::WorkerScanSource instead.
class DirectScanSource final : public scanner::ScanSource
{
  public:
    explicit DirectScanSource(std::unique_ptr<ScanDriver> driver);

    [[nodiscard]] base::Result<std::vector<scanner::Device>> devices(std::stop_token stop) override;
    [[nodiscard]] base::Result<scanner::Abilities> abilities(const scanner::DeviceId& device,
                                                             std::stop_token stop) override;
    void acquire(const scanner::ScanRequest& request,
                 const scanner::Spool& spool,
                 scanner::ScanSink& sink,
                 std::stop_token stop) override;

  private:
    [[nodiscard]] base::Result<std::unique_ptr<OpenDevice>> open(const scanner::DeviceId& device);

    std::unique_ptr<ScanDriver> m_driver;
};

}  // namespace drivers
