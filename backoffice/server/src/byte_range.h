#pragma once

#include <cstdint>
#include <string_view>

namespace server {

/// Which bytes of a representation are asked for.
struct ByteRange {
    bool isPart = false;
    std::uint64_t first = 0;
    std::uint64_t length = 0;  ///< 0 = the range cannot be satisfied (416)
};

/// Reads a Range header (RFC 9110 section 14.2). One range is answered; several, another unit or a broken header count
/// as none, as the RFC allows.
[[nodiscard]] ByteRange parseByteRange(std::string_view header, std::uint64_t size);

}  // namespace server
