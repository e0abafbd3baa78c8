#pragma once

#include "running_office.h"

#include <memory>
#include <string>

namespace server_tests {

/// A bare TLS connection, to say what no HTTP library would.
class TlsLine
{
  public:
    explicit TlsLine(const RunningOffice& office);
    ~TlsLine();
    TlsLine(const TlsLine&) = delete;
    TlsLine& operator=(const TlsLine&) = delete;

    [[nodiscard]] bool isOpen() const;
    void say(const std::string& bytes);

    /// Everything that comes until the other side closes, or nothing more comes for `seconds`.
    [[nodiscard]] std::string hear(int seconds = 5);

    /// What comes until the text was seen; what came so far when it does not come.
    [[nodiscard]] std::string hearUntil(const std::string& text);

    /// Whether `hear` ended because the other side closed the connection.
    [[nodiscard]] bool wasClosed() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace server_tests
