#pragma once

#include "framing.h"
#include "request.h"
#include "watchdog.h"

#include <server/settings.h>

#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponseImpl.h>

namespace server {

/// A body on the line. The first reading lets a client that waits for 100-continue go on and starts the body's total
/// deadline.
class WireBody final : public Body
{
  public:
    WireBody(Poco::Net::HTTPServerRequestImpl& request,
             Poco::Net::HTTPServerResponseImpl& response,
             const Framing& framing,
             Watchdog::Watch& watch,
             const ServerLimits& limits);

    [[nodiscard]] std::optional<std::uint64_t> announced() const override;
    [[nodiscard]] std::size_t read(std::span<std::byte> into) override;

    [[nodiscard]] bool isFullyRead() const override { return m_ended; }

    [[nodiscard]] std::uint64_t bytesRead() const { return m_read; }

    /// A chunked body is answered with a closed connection: its trailer is not understood here.
    [[nodiscard]] bool mayKeepAlive() const { return m_ended && !m_framing.chunked; }

    void abandon();  ///< for requests whose framing was refused: nothing is known of the body's end

  private:
    void begin();

    Poco::Net::HTTPServerRequestImpl& m_request;
    Poco::Net::HTTPServerResponseImpl& m_response;
    Framing m_framing;
    Watchdog::Watch& m_watch;
    const ServerLimits& m_limits;
    std::uint64_t m_read = 0;
    bool m_begun = false;
    bool m_ended = false;
};

}  // namespace server
