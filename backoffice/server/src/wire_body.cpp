#include "wire_body.h"

#include <algorithm>

namespace server {

namespace {

/// What a body of unknown length may take at the slowest allowed rate.
constexpr std::uint64_t AssumedChunkedBytes = std::uint64_t{16} << 20;

}  // namespace

WireBody::WireBody(Poco::Net::HTTPServerRequestImpl& request,
                   Poco::Net::HTTPServerResponseImpl& response,
                   const Framing& framing,
                   Watchdog::Watch& watch,
                   const ServerLimits& limits)
    : m_request(request)
    , m_response(response)
    , m_framing(framing)
    , m_watch(watch)
    , m_limits(limits)
    , m_ended(!framing.chunked && framing.length == 0)
{}

std::optional<std::uint64_t> WireBody::announced() const
{
    if (m_framing.chunked)
        return std::nullopt;
    return m_framing.length;
}

void WireBody::begin()
{
    m_begun = true;
    const auto bytes = m_framing.chunked ? AssumedChunkedBytes : m_framing.length;
    m_watch.allow(m_limits.body + std::chrono::seconds(bytes / m_limits.slowestBytes));
    if (m_request.getExpectContinue())
        m_response.sendContinue();
}

std::size_t WireBody::read(std::span<std::byte> into)
{
    if (m_ended)
        return 0;
    if (!m_begun)
        begin();
    auto wanted = into.size();
    if (!m_framing.chunked)
        wanted = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, m_framing.length - m_read));
    auto& stream = m_request.stream();
    stream.read(reinterpret_cast<char*>(into.data()), static_cast<std::streamsize>(wanted));
    const auto got = static_cast<std::size_t>(stream.gcount());
    m_read += got;
    if (m_framing.chunked)
        m_ended = got < wanted && stream.eof() && !stream.bad();
    else
        m_ended = m_read == m_framing.length;
    if (m_ended)
        m_watch.rest();
    return got;
}

void WireBody::abandon()
{
    m_framing.chunked = true;
    m_ended = false;
}

}  // namespace server
