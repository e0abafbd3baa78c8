#pragma once

#include "guide_folder.h"

#include <nlohmann/json.hpp>

namespace tests {

/// The synthetic people, units and dates every test uses.
inline nlohmann::json vectors()
{
    return nlohmann::json::parse(readText(std::filesystem::path(OW_SOURCE_DIR) / "tests/data/vectors.json"));
}

}  // namespace tests
