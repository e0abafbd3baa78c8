#pragma once

#include <api/query.h>
#include <base/result.h>
#include <server/account_store.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// A request's body as it comes in. Nothing of it is read before somebody asks for it.
class Body
{
  public:
    virtual ~Body() = default;

    /// The length the header announced; nothing for a chunked one. 0 when there is none.
    [[nodiscard]] virtual std::optional<std::uint64_t> announced() const = 0;

    /// Fills `into` as far as bytes come; fewer than its size only at the end or where the line was cut.
    [[nodiscard]] virtual std::size_t read(std::span<std::byte> into) = 0;

    /// Whether everything that was announced was read: an answer before that must close the connection, or the rest of
    /// the body would run as the next request.
    [[nodiscard]] virtual bool isFullyRead() const = 0;
};

/// Who asks: a session that has not ended.
struct Caller {
    Account account;
    std::string tokenHash;
    std::string workstation;
};

struct Request {
    std::string method;
    std::string path;
    std::string query;                    ///< behind the `?`, as sent
    std::vector<std::string> parameters;  ///< what stood at the {places} of the route, in order
    std::string clientAddress;
    std::optional<Caller> caller;  ///< always there on routes that need a session
    std::uint64_t bodyLimit = 0;
    Body* body = nullptr;  ///< never null while the request is served

    virtual ~Request() = default;
    Request() = default;
    Request(const Request&) = delete;
    Request& operator=(const Request&) = delete;

    [[nodiscard]] virtual std::optional<std::string> header(std::string_view name) const = 0;

    [[nodiscard]] const Account& user() const { return caller->account; }

    /// Whether Content-Type is this media type, parameters aside.
    [[nodiscard]] bool hasType(std::string_view mediaType) const;

    /// The whole body. Error NoSpace above the limit, BadInput when the line was cut before its end.
    [[nodiscard]] base::Result<std::string> readBody();
};

}  // namespace server
