#pragma once

#include "worker_process.h"

namespace scanner {

struct Spawned {
    int pid = -1;
    Descriptor toChild;
    Descriptor fromChild;
};

/// Runs a program with pipes on its stdin and stdout, our stderr, a process group of its own, default signals,
/// and SIGKILL when the calling thread ends. Error NotFound or Failed when the program could not be executed.
[[nodiscard]] base::Result<Spawned> spawn(const std::filesystem::path& program,
                                          const std::vector<std::string>& environment);

}  // namespace scanner
