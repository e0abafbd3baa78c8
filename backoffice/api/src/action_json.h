#pragma once

#include <api/post_actions.h>

#include <forms/json_reader.h>

#include <nlohmann/json_fwd.hpp>

namespace api {

[[nodiscard]] nlohmann::json requestToJson(const ActionRequest& request);
[[nodiscard]] ActionRequest readRequest(forms::JsonReader& reader);

}  // namespace api
