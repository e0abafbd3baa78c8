#pragma once

#include "form_fields.h"

#include <base/result.h>

#include <nlohmann/json_fwd.hpp>

namespace forms {

/// A form's page: the layout, the fields in its order with what the UI schema says of them, and remarks.
struct FormPage {
    LayoutNode layout;
    std::vector<Field> fields;
    std::vector<FormRemark> remarks;
};

/// Lays the fields out as the UI schema says. Error BadInput with {path} for a scope to no field.
[[nodiscard]] base::Result<FormPage> layOut(SchemaFields fields, const nlohmann::ordered_json& ui);

/// "#/properties/a/properties/b" -> "/a/b"; nothing for any other shape.
[[nodiscard]] std::optional<std::string> pointerOfScope(std::string_view scope);

}  // namespace forms
