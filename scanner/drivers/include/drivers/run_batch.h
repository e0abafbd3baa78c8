#pragma once

#include <drivers/scan_driver.h>

namespace drivers {

/// Runs a batch on an open device that got its settings: pages go through a BatchSpool, the sink hears of them in
/// order and one at a time, committed pages before a fault, and the end last.
void runBatch(OpenDevice& device, const scanner::Spool& spool, scanner::ScanSink& sink, std::stop_token stop);

}  // namespace drivers
