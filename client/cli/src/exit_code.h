#pragma once

#include <base/error.h>

namespace cli {

/// Exit codes scripts rely on (DESIGN section 7).
namespace exit_code {
inline constexpr int Done = 0;
inline constexpr int Failed = 1;
inline constexpr int Usage = 2;
inline constexpr int NotAcceptable = 3;
inline constexpr int Refused = 4;
inline constexpr int NoNetwork = 5;
inline constexpr int Device = 6;
}  // namespace exit_code

/// Who said no: the same code means a refusal when it came over the line.
enum class Asked { Here, BackOffice };

[[nodiscard]] int exitCodeOf(base::ErrorCode code, Asked asked);

}  // namespace cli
