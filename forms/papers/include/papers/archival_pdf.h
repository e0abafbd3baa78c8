#pragma once

#include <base/result.h>

#include <string>

namespace papers {

/// One pass over a PDF that Cairo wrote: XMP packet, sRGB output intent, language, `/CIDToGIDMap /Identity` where
/// a TrueType CID font lacks it, no page group, and no document information that could contradict the XMP. The result is a
/// PDF/A-2b. Error Failed with qpdf's words. A program may bring another definition, so that it need not begin with qpdf.
[[nodiscard]] base::Result<std::string> archivalPdf(const std::string& pdf,
                                                    const std::string& title,
                                                    const std::string& language);

}  // namespace papers
