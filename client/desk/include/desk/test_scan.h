#pragma once

#include <base/result.h>

#include <scanner/scan_source.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace desk {

/// The page of a test scan, in memory alone.
struct TestPage {
    std::string image;  ///< encoded
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    base::Dpi dpi;
};

/// Scans one page to see whether the device works. It belongs to no case: what the driver's host writes into `folder`
/// is encrypted with a key that exists here alone, and is deleted before this returns; after a crash it is unreadable
/// and deleted by the next test. `progress` hears the bytes. Errors: Device (what the scanner said, with
/// scanner::faultOf), Cancelled, NoSpace, Failed.
[[nodiscard]] base::Result<TestPage> testScan(scanner::ScanSource& source,
                                              scanner::ScanRequest request,
                                              const std::filesystem::path& folder,
                                              const std::function<void(std::uint64_t)>& progress,
                                              std::stop_token stop);

}  // namespace desk
