#pragma once

#include "running_office.h"

#include <map>
#include <string>
#include <vector>

namespace server_tests {

struct Reply {
    int status = 0;                              ///< 0 = no answer
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;

    [[nodiscard]] std::string header(const std::string& name) const;
    [[nodiscard]] std::string problem() const;  ///< the <code> of the problem's type; empty when it is none
};

/// One user's client: libcurl over TLS, trusting the office's ca.pem only.
class HttpsClient
{
  public:
    using Headers = std::vector<std::string>;

    explicit HttpsClient(const RunningOffice& office);

    void login(const std::string& user);

    void useToken(const std::string& token) { m_token = token; }

    [[nodiscard]] const std::string& token() const { return m_token; }

    [[nodiscard]] Reply get(const std::string& path, const Headers& headers = {}) const;
    [[nodiscard]] Reply send(const std::string& method,
                             const std::string& path,
                             const std::string& type,
                             const std::string& body,
                             const Headers& headers = {}) const;
    [[nodiscard]] Reply postJson(const std::string& path, const std::string& json) const;

    /// Without a body.
    [[nodiscard]] Reply ask(const std::string& method,
                            const std::string& path,
                            const Headers& headers = {}) const;

  private:
    [[nodiscard]] Reply perform(const std::string& method,
                                const std::string& path,
                                const Headers& headers,
                                const std::string* body) const;

    const RunningOffice& m_office;
    std::string m_token;
};

}  // namespace server_tests
