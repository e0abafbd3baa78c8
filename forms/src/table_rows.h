#pragma once

#include <forms/form_data.h>

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace forms {

/// The rows at that pointer; nullptr for what is no table.
[[nodiscard]] const nlohmann::json* tableOf(const FormData& data, const std::string& table);

}  // namespace forms
