#pragma once

#include "context.h"
#include "report.h"

#include <desk/review_desk.h>

namespace cli {

/// A dossier for people and scripts: where it stands and why, form, answers and materials as the clerk saw them with what
/// changed since the revision before, marks and what the window answered to them, papers, clocks, steps taken and allowed.
[[nodiscard]] Report dossierReport(const desk::Dossier& dossier, const Context& context);

[[nodiscard]] nlohmann::json summaryJson(const api::CaseSummary& summary);

}  // namespace cli
