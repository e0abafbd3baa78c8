#pragma once

#include <string>

namespace papers {

/// The XMP packet of a PDF/A-2b (ISO 19005-2, 6.6): title, language and the claim itself.
[[nodiscard]] std::string xmpPacket(const std::string& title, const std::string& language);

}  // namespace papers
