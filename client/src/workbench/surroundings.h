#pragma once

#include <base/clock.h>
#include <offline/data_folder.h>
#include <offline/vault.h>
#include <scanner/worker_scan_source.h>

namespace workbench {

/// What main opened, shared by all threads and unchanging. Outlives everything that borrows it.
struct Surroundings {
    const offline::DataFolder& folder;
    const offline::Vault& vault;
    const base::Clock& clock;
    scanner::WorkerSettings scanWorker;
};

}  // namespace workbench
