#pragma once

#include "temp_folder.h"

#include <scanner/worker_scan_source.h>

namespace scanner_tests {

/// A private configuration with one of SANE's own backends for tests, and a source whose worker uses it.
class TestBackend
{
  public:
    explicit TestBackend(const std::string& lines = "", const std::string& backend = "test")
    {
        m_config.write("dll.conf", backend + "\n");
        std::filesystem::create_directory(m_config.path() / "dll.d");
        m_config.write(
            backend + ".conf",
            "number_of_devices 2\nmode Color\nresolution_min 75\nresolution 300\ngeometry_max 432\n"
            "geometry_quant 0.5\nbr_x 210\nbr_y 297\ntest-picture \"Color pattern\"\n"
            "scan-source \"Automatic Document Feeder\"\n"
                + lines);
        settings.program = OW_BIN_DIR "/onewindow-scan-worker";
        settings.environment = {"SANE_CONFIG_DIR=" + m_config.path().string()};
    }

    scanner::WorkerSettings settings;

    [[nodiscard]] scanner::WorkerScanSource source() const { return scanner::WorkerScanSource(settings); }

    [[nodiscard]] const std::filesystem::path& config() const { return m_config.path(); }

  private:
    TempFolder m_config;
};

}  // namespace scanner_tests
