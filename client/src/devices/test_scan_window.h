#pragma once

#include <scanner/scan_request.h>

class wxWindow;

namespace workbench {
class Bench;
}

namespace devices {

/// Scans one page with these settings and shows it; nothing is kept. Progress, Cancel and another try are in the window.
/// Returns at once; the window closes with its parent, and closing it cancels the scan. UI thread.
void showTestScan(wxWindow* parent, workbench::Bench& bench, const scanner::ScanRequest& request);

}  // namespace devices
