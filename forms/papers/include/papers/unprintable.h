#pragma once

#include <papers/notice_document.h>

#include <string>
#include <vector>

namespace papers {

/// The characters of the document that no font of this machine has, once each in the order they appear; each would be
/// printed as a box. Named before printing, so that somebody can write them by hand or install a font.
[[nodiscard]] std::vector<std::string> unprintable(const NoticeDocument& document);

}  // namespace papers
