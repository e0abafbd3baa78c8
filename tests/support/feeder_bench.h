#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace support {

/// A private SANE set-up with nothing but the simulated feeder, in a folder of its own that goes with it, and
/// runs of Debian's scanimage against it: the judge that is not ours.
class FeederBench
{
  public:
    FeederBench();
    ~FeederBench();
    FeederBench(const FeederBench&) = delete;
    FeederBench& operator=(const FeederBench&) = delete;

    /// Puts a page of plain gray `shade` with a black bar at its own height into the feeder.
    void addSheet(const std::string& name, int shade, int barTop) const;

    /// Writes papers.conf; the folder line is added.
    void configure(const std::string& lines) const;

    struct Scan {
        int exitCode = -1;               ///< of scanimage; 128 + signal when it died of one
        std::string messages;            ///< stderr
        std::vector<std::string> pages;  ///< the bytes of each whole PNM file, in order
        double seconds = 0;
    };

    /// `scanimage --batch` into an empty folder, killed after `limit` seconds.
    [[nodiscard]] Scan scan(const std::string& options, int limit = 20) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

  private:
    std::filesystem::path m_folder;
};

}  // namespace support
