#pragma once

#include <base/result.h>

#include <chrono>
#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace offline {

struct HttpHeader {
    std::string name;
    std::string value;
};

struct HttpRequest {
    std::string method;
    std::string path;  ///< from the root, with its query
    std::vector<HttpHeader> headers;
    std::string body;
    std::size_t answerLimit = std::size_t{4} << 20;  ///< bytes of the answer's body, unpacked
    std::chrono::seconds patience{60};               ///< for the whole exchange
};

struct HttpAnswer {
    int status = 0;
    std::vector<HttpHeader> headers;
    std::string body;

    /// The value of a header, names compared without case; empty when absent.
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// A way to ask one server. Any HTTP status is an answer; an error means there was none: Network (no line, no answer in
/// time, cut off, TLS refused), NoSpace (answer above the limit), Cancelled. After an error nobody knows whether the
/// request arrived. Used by one thread.
class HttpLine
{
  public:
    virtual ~HttpLine() = default;
    [[nodiscard]] virtual base::Result<HttpAnswer> exchange(const HttpRequest& request,
                                                            std::stop_token stop) = 0;
};

}  // namespace offline
