#pragma once

#include <offline/http_line.h>

#include <memory>
#include <string>

namespace offline {

/// HTTP/1.1 over TLS 1.2 or newer by libcurl, one connection kept open. The certificate is checked against `caPem` alone
/// when it is given, else against the system's authorities. No redirect is followed; a proxy is used only when named.
class CurlLine final : public HttpLine
{
  public:
    /// `url`: "https://host:port"; plain http only for a loopback address. Error BadArgument for anything else.
    [[nodiscard]] static base::Result<std::unique_ptr<CurlLine>> open(std::string_view url,
                                                                      std::string caPem,
                                                                      std::string proxy = {});
    ~CurlLine() override;

    [[nodiscard]] base::Result<HttpAnswer> exchange(const HttpRequest& request,
                                                    std::stop_token stop) override;

  private:
    struct State;
    explicit CurlLine(std::unique_ptr<State> state);
    void setLine();
    std::unique_ptr<State> m_state;
};

}  // namespace offline
