#pragma once

#include <base/ids.h>

#include <forms/page.h>
#include <scanner/scan_fault.h>

#include <cstdint>

namespace desk {

/// Hears how a batch gets on, on the thread that scans, one call at a time.
class ScanProgress
{
  public:
    virtual ~ScanProgress() = default;
    virtual void bytes(std::uint64_t total) = 0;
    virtual void kept(const forms::Page& page) = 0;  ///< safe on disk and part of the case
    virtual void fault(scanner::ScanFault fault) = 0;
};

}  // namespace desk
