#pragma once

#include <base/result.h>

#include <forms/field.h>

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace forms {

/// The fields a schema's properties describe, in the order in which the UI schema shows them, then those it does
/// not show in the schema's own order; columns in the schema's order. Error BadInput for a scope to no field.
[[nodiscard]] base::Result<std::vector<Field>> readFields(const nlohmann::ordered_json& schema,
                                                          const nlohmann::ordered_json& ui);

/// "#/properties/a/properties/b" -> "/a/b"; nothing for any other shape.
[[nodiscard]] std::optional<std::string> pointerOfScope(std::string_view scope);

}  // namespace forms
