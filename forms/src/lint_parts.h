#pragma once

#include "lint_findings.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace forms {

// What the linter is made of. Each part adds what it finds; all but the first two look at a guide that could be read.

/// What keeps the text from being read (encoding, what is no JSON), in words; true when something does. A byte order
/// mark is only warned of.
[[nodiscard]] bool lintBytes(std::string_view bytes, LintFindings& findings);

/// Members nobody reads whose names look like one that is read.
void lintMembers(const nlohmann::json& guide, LintFindings& findings);

/// What the law does not bear: limits, regime, grounds of routes, procedures that stop clocks; what an author forgot to
/// say of the matter as a whole.
void lintLaw(const Guide& guide, LintFindings& findings);

/// Who the papers are addressed to, and whom materials are asked of.
void lintPeople(const Guide& guide, LintFindings& findings);

/// Automatic review points, prefill sources and facts that this program does not know.
void lintSources(const Guide& guide, LintFindings& findings);

/// Conditions that hold too early, never, or ask what no answer can be.
void lintConditions(const Guide& guide, LintFindings& findings);

}  // namespace forms
