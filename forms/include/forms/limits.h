#pragma once

#include <forms/period.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// 即办件: decided in one sitting, or 承诺件: within the promised limit.
enum class Handling { Immediate, Committed };

/// 不受理 (art. 32(1)), 不予受理并告知机关 (32(2)), 不予受理; 行政许可法.
enum class RouteOutcome { NotNeeded, NotCompetent, Refused };

[[nodiscard]] std::string_view nameOf(RouteOutcome outcome);  ///< "not-needed", "not-competent", "refused"

enum class ClockStart { Accepted, Received };

/// Which law governs what happens to an incomplete application. `regime` is the guide's token ("xkf32", "bdc17",
/// "scdj19", "yhyshj36", …) and decides notices; under "scdj19" resubmission is a new case, not a revision.
struct CorrectionRule {
    std::string regime;
    Period window;
    bool deemedAcceptedOnExpiry = false;
    bool once = true;
    std::string basis{};  ///< what the one-time notice cites; empty = what the regime gives

    [[nodiscard]] bool resubmissionIsNewCase() const { return regime == "scdj19"; }
};

struct SpecialProcedure {
    std::string code;
    std::string name;
    bool stopsClock = true;
    std::optional<Period> max;
    std::string
        basis{};  ///< why the clock may stop where the regime's own list does not name it; may be empty
};

struct Limits {
    Period legal;
    Period promised;
    ClockStart clockStarts = ClockStart::Accepted;
    std::optional<Period> extension;
    CorrectionRule correction;
    std::vector<SpecialProcedure> specialProcedures;
};

}  // namespace forms
