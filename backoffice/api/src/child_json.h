#pragma once

#include <api/get_case.h>

#include <forms/json_reader.h>

#include <nlohmann/json_fwd.hpp>

namespace api {

[[nodiscard]] nlohmann::json childToJson(const ChildRecord& record);

/// An allowed action this version does not know is left out.
[[nodiscard]] ChildRecord readChild(forms::JsonReader& reader);

}  // namespace api
