#pragma once

#include <base/result.h>

#include <string>
#include <vector>

namespace papers {

/// A QR code's dark and light squares (ISO/IEC 18004), error correction M, without the quiet zone.
struct QrCode {
    int width = 0;
    std::vector<bool> dark;  ///< width * width, row by row

    [[nodiscard]] bool isDark(int column, int row) const
    {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(width)
                    + static_cast<std::size_t>(column)];
    }
};

/// Error BadArgument for empty text or text too long for a code.
[[nodiscard]] base::Result<QrCode> qrCode(const std::string& text);

}  // namespace papers
