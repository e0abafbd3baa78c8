#pragma once

#include <chrono>

namespace offline {

/// When to try again: doubling from a floor to a ceiling, spread by jitter so that a hundred townships do not knock
/// together when the line returns.
struct RetryPlan {
    std::chrono::milliseconds floor{std::chrono::seconds(5)};
    std::chrono::milliseconds ceiling{std::chrono::minutes(15)};

    /// `attempt` counts from 1; `jitter` in [0, 1) takes up to half away. Never below the floor's half.
    [[nodiscard]] std::chrono::milliseconds delay(int attempt, double jitter) const;
};

}  // namespace offline
