#pragma once

#include <api/get_cases.h>

#include <forms/json_reader.h>

#include <nlohmann/json_fwd.hpp>

namespace api {

[[nodiscard]] nlohmann::json summaryToJson(const CaseSummary& summary);
[[nodiscard]] CaseSummary readSummary(forms::JsonReader& reader);

}  // namespace api
