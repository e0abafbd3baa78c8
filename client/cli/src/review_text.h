#pragma once

#include "context.h"
#include "report.h"

#include <desk/review_desk.h>

namespace cli {

/// A dossier for people and scripts: state, pages by material, marks, actions taken and allowed.
[[nodiscard]] Report dossierReport(const desk::Dossier& dossier, const Context& context);

[[nodiscard]] nlohmann::json summaryJson(const api::CaseSummary& summary);

}  // namespace cli
