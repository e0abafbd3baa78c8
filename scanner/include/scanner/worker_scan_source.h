#pragma once

#include <scanner/scan_source.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace scanner {

/// How long a driver may be silent before it is given up. Slow devices need 10 s to the first byte and 6 s to
/// close (sane-airscan#331), a network search some seconds more.
struct Deadlines {
    std::chrono::milliseconds hello{5'000};  ///< program started to its first word
    std::chrono::milliseconds list{30'000};
    std::chrono::milliseconds open{20'000};       ///< also for reading abilities and for the settings
    std::chrono::milliseconds start{30'000};      ///< order given to the device's answer
    std::chrono::milliseconds firstByte{30'000};  ///< from there to the first row of the first page
    std::chrono::milliseconds stall{30'000};      ///< between two signs of life, also from page to page
    std::chrono::milliseconds cancel{3'000};      ///< asked to stop, to the end; then SIGTERM
    std::chrono::milliseconds terminate{1'000};   ///< SIGTERM to SIGKILL of the whole process group
    std::chrono::milliseconds close{8'000};  ///< after the end was told; nobody waits for pages meanwhile
};

struct WorkerSettings {
    std::filesystem::path program;  ///< onewindow-scan-worker
    Deadlines deadlines;

    /// Folder for private driver configurations, made when missing. With it a known device's driver is the only
    /// one loaded (0.1 s instead of 3.5 s). Empty: the worker uses the configuration as it is.
    std::filesystem::path configFolder;

    /// SANE_CONFIG_DIR as the program found it in its environment; empty = the system's.
    std::string saneConfigPath;

    /// NAME=VALUE put into the worker's environment on top of the inherited one.
    std::vector<std::string> environment;
};

/// Scanners behind onewindow-scan-worker. Each call has a process of its own, ended before the call returns:
/// a hung or crashed driver costs the page in flight and nothing else, and every call finds a fresh driver.
/// May be called from any thread, one call at a time.
class WorkerScanSource final : public ScanSource
{
  public:
    explicit WorkerScanSource(WorkerSettings settings);
    ~WorkerScanSource() override;

    [[nodiscard]] base::Result<std::vector<Device>> devices(std::stop_token stop) override;
    [[nodiscard]] base::Result<Abilities> abilities(const DeviceId& device, std::stop_token stop) override;
    void acquire(const ScanRequest& request,
                 const Spool& spool,
                 ScanSink& sink,
                 std::stop_token stop) override;

  private:
    WorkerSettings m_settings;
};

}  // namespace scanner
