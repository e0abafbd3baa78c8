#pragma once

#include <scanner/row_encoder.h>

namespace scanner {

/// JFIF with quality 75, as `scanimage` writes it: about 1.3 MB for a colour A4 form at 300 dpi.
[[nodiscard]] base::Result<std::unique_ptr<RowEncoder>> makeJpegEncoder(const RowFormat& format,
                                                                        base::ByteSink sink);

}  // namespace scanner
