#pragma once

#include <scanner/scanned_page.h>

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace scanner {

/// {n, file, sha256, type, bytes, width, height, dpi, side, flags}; `file` is the bare name.
[[nodiscard]] nlohmann::json toJson(const ScannedPage& page);

/// Nothing unless every member is there and the file's name is exactly the one of page n, so that no message
/// can point outside the spool folder. Unknown flags are passed over.
[[nodiscard]] std::optional<ScannedPage> pageFrom(const nlohmann::json& json);

}  // namespace scanner
