#pragma once

#include <base/result.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace scanner {

/// A frame of the worker's protocol: length as u32 little-endian, then so many bytes of JSON (DESIGN section 9).
inline constexpr std::size_t LongestFrame = std::size_t{1} << 20;

/// The frame of a message. A message above `LongestFrame` is a programmer's error: error BadArgument.
[[nodiscard]] base::Result<std::string> encodeFrame(std::string_view message);

/// Cuts a stream of bytes, coming in pieces of any size, into messages. Holds at most one frame and one piece.
class FrameReader
{
  public:
    FrameReader() = default;
    ~FrameReader();  ///< wipes: a frame may have held a key
    FrameReader(const FrameReader&) = delete;
    FrameReader& operator=(const FrameReader&) = delete;

    void add(std::string_view bytes);

    /// The next whole message; nothing while it is not complete; error BadInput when the stream announces a
    /// frame above the limit, after which nothing more can be read from it.
    [[nodiscard]] base::Result<std::optional<std::string>> next();

  private:
    std::string m_bytes;
    std::size_t m_taken = 0;
};

}  // namespace scanner
