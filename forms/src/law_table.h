#pragma once

#include <forms/law.h>

#include <array>

namespace forms {

inline constexpr std::size_t OutcomeCount = static_cast<std::size_t>(Outcome::Extension) + 1;

using OutcomeTable = std::array<OutcomeLaw, OutcomeCount>;

/// One line for each outcome, at its enumerator's place.
[[nodiscard]] const OutcomeTable& outcomeTable(Regime regime);

}  // namespace forms
