#include "connection.h"

#include "dispatch.h"
#include "log.h"
#include "wire_body.h"

#include <base/encoding.h>
#include <i18n/phrase.h>

#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerSession.h>
#include <Poco/Net/NetException.h>

#include <array>
#include <memory>
#include <ostream>

namespace server {

namespace {

using Poco::Net::HTTPServerRequestImpl;
using Poco::Net::HTTPServerResponseImpl;

constexpr std::chrono::milliseconds BusyAnswer{2'000};
constexpr std::chrono::milliseconds AnswerBase{60'000};

Poco::Timespan spanOf(std::chrono::milliseconds time)
{
    return Poco::Timespan(std::chrono::duration_cast<std::chrono::microseconds>(time).count());
}

Poco::Net::HTTPServerParams::Ptr paramsOf(const ServerLimits& limits)
{
    auto params = Poco::Net::HTTPServerParams::Ptr(new Poco::Net::HTTPServerParams);
    params->setTimeout(spanOf(std::max(limits.header, limits.body)));
    params->setKeepAlive(true);
    params->setKeepAliveTimeout(spanOf(limits.keepAlive));
    params->setMaxKeepAliveRequests(1'000'000);
    return params;
}

class WireRequest final : public Request
{
  public:
    explicit WireRequest(const HTTPServerRequestImpl& wire)
        : m_wire(wire)
    {
        method = wire.getMethod();
        const auto& uri = wire.getURI();
        const auto question = uri.find('?');
        path = uri.substr(0, question);
        if (question != std::string::npos)
            query = uri.substr(question + 1);
        clientAddress = wire.clientAddress().host().toString();
    }

    std::optional<std::string> header(std::string_view name) const override
    {
        const std::string key(name);
        if (!m_wire.has(key))
            return std::nullopt;
        return m_wire.get(key);
    }

  private:
    const HTTPServerRequestImpl& m_wire;
};

HeaderList headersOf(const HTTPServerRequestImpl& request)
{
    HeaderList headers;
    for (const auto& [name, value] : request)
        headers.emplace_back(name, value);
    return headers;
}

class Connection
{
  public:
    Connection(BackOffice& office, Watchdog& dog, const Poco::Net::StreamSocket& socket, Service service)
        : m_office(office)
        , m_service(service)
        , m_session(socket, paramsOf(office.settings.limits))
        , m_watch(dog, static_cast<int>(socket.impl()->sockfd()))
    {}

    void serve()
    {
        const auto& limits = m_office.settings.limits;
        m_watch.allow(m_service == Service::Full ? limits.header : BusyAnswer);
        m_watch.setIdle(true);
        while (m_session.hasMoreRequests()) {
            m_watch.setIdle(false);
            m_watch.allow(m_service == Service::Full ? limits.header : BusyAnswer);
            serveOne();
            m_watch.allow(limits.keepAlive + limits.header);
            m_watch.setIdle(true);
        }
    }

  private:
    void serveOne()
    {
        HTTPServerResponseImpl wireResponse(m_session);
        const auto read = readHeader(wireResponse);
        m_watch.rest();
        if (!read) {
            sendBadRequest(wireResponse);
            return;
        }
        auto& wireRequest = *read;
        wireResponse.setVersion(wireRequest.getVersion());
        const auto framing = readFraming(wireRequest.getMethod(), headersOf(wireRequest));
        WireBody body(
            wireRequest, wireResponse, framing.value_or(Framing{}), m_watch, m_office.settings.limits);
        if (!framing)
            body.abandon();
        const auto dispatched =
            framing ? respond(wireRequest, body) : Dispatched{problemResponse(framing.error()), "unknown"};
        m_office.metrics.answered(dispatched.route, dispatched.response.status);
        m_office.metrics.receivedBytes(body.bytesRead());
        wireResponse.setKeepAlive(m_service == Service::Full && wireRequest.getKeepAlive()
                                  && body.mayKeepAlive());
        send(dispatched.response, wireResponse);
        m_session.setKeepAlive(wireResponse.getKeepAlive() && m_session.canKeepAlive());
        if (!body.isFullyRead())
            discardSome();
    }

    /// Null for what is no HTTP/1.1 header or has a length that is no number.
    std::unique_ptr<HTTPServerRequestImpl> readHeader(HTTPServerResponseImpl& wireResponse)
    {
        try {
            return std::make_unique<HTTPServerRequestImpl>(wireResponse, m_session, m_params.get());
        } catch (const Poco::SyntaxException&) {
            return nullptr;
        } catch (const Poco::Net::MessageException&) {
            return nullptr;
        }
    }

    void sendBadRequest(HTTPServerResponseImpl& wireResponse)
    {
        m_session.setKeepAlive(false);
        wireResponse.setVersion(Poco::Net::HTTPMessage::HTTP_1_1);
        wireResponse.setKeepAlive(false);
        m_office.metrics.answered("unknown", api::httpStatusOf(api::ProblemCode::BadRequest));
        send(problemResponse(
                 refuse(api::ProblemCode::BadRequest, "The request's header cannot be understood.").value()),
             wireResponse);
        discardSome();
    }

    Dispatched respond(const HTTPServerRequestImpl& wireRequest, WireBody& body)
    {
        if (m_service == Service::BusyOnly) {
            api::Problem busy;
            busy.code = api::ProblemCode::Busy;
            busy.message =
                i18n::messageId("The back office serves as many as it can. Try again in a moment.");
            busy.retryAfter = std::chrono::seconds(2);
            return {problemResponse(busy), "busy"};
        }
        WireRequest request(wireRequest);
        request.body = &body;
        return dispatch(m_office, request);
    }

    void send(const Response& response, HTTPServerResponseImpl& wire)
    {
        const auto length = response.stream ? response.streamLength : response.body.size();
        m_watch.allow(AnswerBase + std::chrono::seconds(length / m_office.settings.limits.slowestBytes));
        wire.setStatus(std::to_string(response.status));
        wire.setReason(response.status == api::httpStatusOf(api::ProblemCode::Checksum)
                           ? "Checksum Mismatch"
                           : Poco::Net::HTTPResponse::getReasonForStatus(
                               static_cast<Poco::Net::HTTPResponse::HTTPStatus>(response.status)));
        if (!response.mediaType.empty())
            wire.setContentType(response.mediaType);
        wire.set("Cache-Control", "no-store");
        wire.set("X-Content-Type-Options", "nosniff");
        for (const auto& [name, value] : response.headers)
            wire.set(name, value);
        if (response.status != 204 && response.status != 304)
            wire.setContentLength64(static_cast<Poco::Int64>(length));
        auto& out = wire.send();
        if (response.stream)
            sendStream(response, out);
        else
            out << response.body;
        out.flush();
        m_watch.rest();
    }

    void sendStream(const Response& response, std::ostream& out)
    {
        const auto sent = response.stream([&out](std::span<const std::byte> bytes) -> base::Status {
            out.write(reinterpret_cast<const char*>(bytes.data()),
                      static_cast<std::streamsize>(bytes.size()));
            if (!out)
                return base::fail(base::ErrorCode::Network, "The line was cut while a page was sent.");
            return {};
        });
        if (sent)
            return;
        if (sent.error().code != base::ErrorCode::Network)
            logLine(m_office.clock.now(), base::describe(sent.error()));
        m_session.abort();  // fewer bytes than announced: the receiver must see that
    }

    /// Closing over unread bytes resets the connection, and the answer may be lost with it: take what is on its way.
    void discardSome()
    {
        constexpr int Most = 1 << 20;
        m_watch.allow(std::chrono::milliseconds(1'000));
        std::array<char, 8192> bytes{};
        auto& socket = m_session.socket();
        for (int total = 0; total < Most;) {
            if (!socket.poll(Poco::Timespan(200'000), Poco::Net::Socket::SELECT_READ))
                return;
            const auto got = socket.receiveBytes(bytes.data(), static_cast<int>(bytes.size()));
            if (got <= 0)
                return;
            total += got;
        }
    }

    BackOffice& m_office;
    Service m_service;
    Poco::Net::HTTPServerParams::Ptr m_params = new Poco::Net::HTTPServerParams;
    Poco::Net::HTTPServerSession m_session;
    Watchdog::Watch m_watch;  // goes before the session closes its socket
};

}  // namespace

void serveConnection(BackOffice& office,
                     Watchdog& dog,
                     const Poco::Net::StreamSocket& socket,
                     Service service)
{
    try {
        Connection(office, dog, socket, service).serve();
    } catch (const std::exception&) {
        // The other side went away, spoke no TLS or no HTTP, or its time was over: nobody is left to be told.
        return;
    }
}

}  // namespace server
