#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace papers_drawn {

/// Writes RGB rows as a JPEG of quality 90 at 300 dpi. Throws std::runtime_error when the file cannot be written.
void writeJpeg(const std::filesystem::path& path,
               const std::vector<std::uint8_t>& rgb,
               int width,
               int height);

}  // namespace papers_drawn
