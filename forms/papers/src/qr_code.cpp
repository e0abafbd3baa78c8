#include "qr_code.h"

#include <qrencode.h>

#include <memory>

namespace papers {

base::Result<QrCode> qrCode(const std::string& text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!made) {
        return base::fail(base::ErrorCode::BadArgument,
                          "The QR code cannot hold this text. It must be neither empty nor long.");
    }
    QrCode code;
    code.width = made->width;
    const auto squares = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    code.dark.reserve(squares);
    for (std::size_t i = 0; i < squares; ++i) {
        code.dark.push_back((made->data[i] & 1) != 0);
    }
    return code;
}

}  // namespace papers
