#pragma once

#include <base/result.h>
#include <offline/http_line.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace late {

/// What the window needs only after it is there, in a library of its own that is loaded when the first of it is called: curl,
/// qpdf and poppler bring sixty others, and finding and joining those takes as long as half the start of GTK.
struct LateDoors {
    base::Result<std::unique_ptr<offline::HttpLine>> (*lineTo)(const std::string& url,
                                                               const std::string& caPem);
    base::Result<std::string> (*archivalPdf)(const std::string& pdf,
                                             const std::string& title,
                                             const std::string& language);
    base::Result<std::size_t> (*countPdfPages)(std::string_view pdf);
    base::Result<std::string> (*drawPdfPage)(std::string_view pdf, std::size_t page, int dpi);
};

/// The name under which the library shows its doors.
inline constexpr const char* DoorsName = "onewindowLateDoors";

}  // namespace late
