#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace forms {

/// Why a supervisor is asked to look at a case. A flag stops nothing; it stands until a supervisor settles it.
enum class FlagCause {
    UncitedDemand,     ///< a request for correction that cites nothing of the guide; it was not carried out
    FreeTextDemand,    ///< the text beside valid citations asks for something they do not hold
    SecondCorrection,  ///< 行政许可法 arts. 32(4), 72(4)
    LateNotice,  ///< handed over after the window in which it could be: what the window made is deemed accepted
                 ///< instead, what the office asked for stands until the supervisor says
    Duplicate,         ///< another case of the same applicant and matter is under way
    ProcedureOverrun,  ///< planned or run beyond the guide's `max`
    WrongClock,        ///< times of a manifest that lie beyond the tolerance
    EndedUndecided     ///< terminated though nothing that was put off was missed: did the applicant give up?
};

[[nodiscard]] std::string_view nameOf(FlagCause cause);   ///< "uncited-demand"
[[nodiscard]] std::string_view titleOf(FlagCause cause);  ///< message id
[[nodiscard]] std::optional<FlagCause> parseFlagCause(std::string_view token);
[[nodiscard]] std::span<const FlagCause> allFlagCauses();

}  // namespace forms
