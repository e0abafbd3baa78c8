#pragma once

#include <forms/json_reader.h>
#include <forms/period.h>

#include <nlohmann/json_fwd.hpp>

namespace api {

/// {n?, unit, note?}.
[[nodiscard]] nlohmann::json periodToJson(const forms::Period& period);
[[nodiscard]] forms::Period readPeriod(forms::JsonReader reader);

}  // namespace api
