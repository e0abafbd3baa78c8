#pragma once

#include <base/result.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace server {

/// What one process lets others use of it. Every wait has an end and every queue a length.
struct ServerLimits {
    int connections = 256;  ///< served at once; above it 503
    int waiters = 128;      ///< of these, how many may wait in GET /changes; above it 503
    std::chrono::milliseconds header{
        10'000};  ///< from the connection (or the first byte) to the end of the header
    std::chrono::milliseconds body{60'000};  ///< for a body, plus one second for each `slowestBytes`
    std::chrono::milliseconds keepAlive{15'000};
    std::uint64_t slowestBytes = 8192;
    std::uint64_t pageBytes = std::uint64_t{64} << 20;  ///< of one uploaded page
    int openUploads = 200;                              ///< of one user
    int loginFailures = 5;                              ///< of one user name in `loginWindow`; then 429
    int loginFailuresOfAddress = 50;
    std::chrono::seconds loginWindow{300};
    std::chrono::hours session{12};
    std::chrono::hours upload{48};
    std::chrono::seconds sweep{60};
};

/// DIR/config.json (onewindow-config/1): whose back office this is.
struct Settings {
    std::string division;
    std::string hall;                ///< its name, as it heads notices
    std::string telephone;           ///< may be empty
    std::string complaintTelephone;  ///< may be empty
    std::string server;              ///< this back office's name, in receipts and health answers
    ServerLimits limits;
};

/// Error NotFound when there is no such file, BadInput when a member is missing or wrong.
[[nodiscard]] base::Result<Settings> readSettings(const std::filesystem::path& file);
[[nodiscard]] base::Status writeSettings(const std::filesystem::path& file, const Settings& settings);

}  // namespace server
