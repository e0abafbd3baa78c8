#pragma once

#include <base/result.h>

#include <papers/notice_document.h>

#include <string>

namespace papers {

/// Lays the document out on A4 and makes it archival: PDF/A-2b, fonts embedded as subsets, sRGB output intent.
/// Long content flows to further pages; nothing is clipped. A character no font of the machine has is drawn as a
/// box with its code, so that it can be written by hand; the notice is made all the same.
/// Error Failed when a library refuses (its words are in {reason}).
[[nodiscard]] base::Result<std::string> noticePdf(const NoticeDocument& document);

}  // namespace papers
