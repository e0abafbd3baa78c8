#pragma once

#include <base/result.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace kit {

/// How many pages the PDF has. Any thread. Error BadInput: the bytes are no PDF.
[[nodiscard]] base::Result<std::size_t> countPdfPages(std::string_view pdf);

/// One page, counted from 0, as an encoded picture (PNG) for a PageCanvas. Any thread. Errors BadInput, NotFound.
[[nodiscard]] base::Result<std::string> drawPdfPage(std::string_view pdf, std::size_t page, int dpi);

}  // namespace kit
