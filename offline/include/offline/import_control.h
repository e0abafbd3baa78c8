#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

namespace offline {

/// What is handed to whoever takes many guides in. `progress` hears how many bytes are done, and how many there are.
struct ImportControl {
    std::function<void(std::uint64_t done, std::uint64_t size)> progress;
    std::stop_token stop;
};

}  // namespace offline
