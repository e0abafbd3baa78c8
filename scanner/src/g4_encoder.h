#pragma once

#include <scanner/row_encoder.h>

namespace scanner {

/// TIFF 6.0 with one strip of CCITT G4 and the resolution in dpi.
[[nodiscard]] base::Result<std::unique_ptr<RowEncoder>> makeG4Encoder(const RowFormat& format,
                                                                      base::ByteSink sink);

}  // namespace scanner
