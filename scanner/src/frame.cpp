#include <scanner/frame.h>

#include <base/secret.h>

#include <cstdint>

namespace scanner {

using base::ErrorCode;
using base::fail;

namespace {

constexpr std::size_t LengthSize = 4;

std::size_t lengthOf(std::string_view bytes)
{
    std::size_t length = 0;
    for (std::size_t i = LengthSize; i-- > 0;)
        length = (length << 8) | static_cast<std::uint8_t>(bytes[i]);
    return length;
}

}  // namespace

base::Result<std::string> encodeFrame(std::string_view message)
{
    if (message.size() > LongestFrame)
        return fail(ErrorCode::BadArgument, "A message to or from the scan worker is longer than 1 MiB.");
    std::string frame;
    frame.reserve(LengthSize + message.size());
    for (std::size_t i = 0; i < LengthSize; ++i)
        frame.push_back(static_cast<char>((message.size() >> (8 * i)) & 0xff));
    return frame.append(message);
}

FrameReader::~FrameReader()
{
    base::wipe(m_bytes);
}

void FrameReader::add(std::string_view bytes)
{
    if (m_taken > 0) {
        // What was taken may have held a key; moving the rest down leaves a copy of it behind the end.
        std::string rest = m_bytes.substr(m_taken);
        base::wipe(m_bytes);
        m_bytes = std::move(rest);
        m_taken = 0;
    }
    m_bytes.append(bytes);
}

base::Result<std::optional<std::string>> FrameReader::next()
{
    const auto waiting = std::string_view(m_bytes).substr(m_taken);
    if (waiting.size() < LengthSize)
        return std::nullopt;
    const auto length = lengthOf(waiting);
    if (length > LongestFrame)
        return fail(ErrorCode::BadInput, "A message to or from the scan worker is longer than 1 MiB.");
    if (waiting.size() - LengthSize < length)
        return std::nullopt;
    m_taken += LengthSize + length;
    return std::string(waiting.substr(LengthSize, length));
}

}  // namespace scanner
