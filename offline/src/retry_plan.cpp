#include <offline/retry_plan.h>

#include <algorithm>

namespace offline {

std::chrono::milliseconds RetryPlan::delay(int attempt, double jitter) const
{
    auto delay = floor;
    for (int n = 1; n < attempt && delay < ceiling; ++n)
        delay *= 2;
    delay = std::min(delay, ceiling);
    const auto spread = static_cast<double>(delay.count()) * std::clamp(jitter, 0.0, 1.0) / 2;
    return delay - std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(spread));
}

}  // namespace offline
