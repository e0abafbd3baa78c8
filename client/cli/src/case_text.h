#pragma once

#include "context.h"
#include "report.h"

#include <desk/case_view.h>

#include <string>
#include <vector>

namespace cli {

/// "MATERIAL" or "MATERIAL@PARTY".
[[nodiscard]] desk::MaterialPlace placeOf(const std::string& text);

/// The findings in the user's language, in order.
[[nodiscard]] std::vector<std::string> findingTexts(const forms::Completeness& completeness,
                                                    const Context& context);

/// Verdict and findings; `exit` is 3 unless the case can be sealed.
[[nodiscard]] Report checkReport(const desk::CaseView& view, const Context& context);

/// {"case", "revision", "state", "matter", "number", "verdict"} and one line: what a changing verb answers.
[[nodiscard]] Report stepReport(const desk::CaseView& view, const Context& context);

[[nodiscard]] nlohmann::json pageJson(const forms::Case& draft, const forms::Page& page);

}  // namespace cli
