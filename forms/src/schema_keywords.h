#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace forms {

/// The keywords that look at one value alone and that Valijson judges.
[[nodiscard]] bool isAssertion(std::string_view keyword);

/// Whether the keyword's value has the shape draft-07 asks for; true for keywords we do not know.
[[nodiscard]] bool hasGoodShape(std::string_view keyword, const nlohmann::json& value);

/// Whether something below may be a pattern, a format, a reference, or a bound of a number or a text's length, so that
/// Valijson cannot judge it whole.
/// A property that merely has such a name counts too.
[[nodiscard]] bool needsOurJudgement(const nlohmann::json& schema);

}  // namespace forms
