#pragma once

#include "context.h"

#include <api/get_case.h>
#include <forms/bundle.h>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace cli {

/// The children of a bundle as the situation plans them: [{"id", "department", "after", "due", "n", "unit"}].
[[nodiscard]] nlohmann::json childrenJson(const std::vector<forms::ChildPlan>& children);

/// The same of an accepted case, as the back office keeps them: beside those members "state", "started", "ended", "by",
/// "note" and "allowed"; null is what there is none of.
[[nodiscard]] nlohmann::json partsJson(const std::vector<api::ChildRecord>& parts);

/// A line for each: id, department, state, and when it is due or how it ended.
[[nodiscard]] std::string partsText(const std::vector<api::ChildRecord>& parts, const Context& context);

}  // namespace cli
