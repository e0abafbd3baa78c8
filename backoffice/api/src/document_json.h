#pragma once

#include <api/post_documents.h>

#include <forms/json_reader.h>

#include <nlohmann/json_fwd.hpp>

namespace api {

[[nodiscard]] nlohmann::json documentToJson(const DocumentRecord& record);
[[nodiscard]] DocumentRecord readDocument(forms::JsonReader& reader);

}  // namespace api
