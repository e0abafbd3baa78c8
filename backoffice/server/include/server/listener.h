#pragma once

#include <base/result.h>
#include <server/back_office.h>

#include <filesystem>
#include <memory>
#include <string>

namespace server {

/// The open port: HTTP/1.1 over TLS 1.2 or later. Connections up to the limit are served by a thread each; those above
/// it are accepted and told 503, so that nobody sees a reset line.
class Listener
{
  public:
    /// `address` is HOST:PORT; port 0 takes a free one. Error BadArgument for what is no address, Failed when the port
    /// is taken or the certificate cannot be used.
    [[nodiscard]] static base::Result<std::unique_ptr<Listener>> start(
        BackOffice& office,
        const std::string& address,
        const std::filesystem::path& certificate,
        const std::filesystem::path& key);
    /// Lets requests in work end (5 s), then closes every connection.
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::string address() const;  ///< HOST:PORT as bound

  private:
    class State;
    explicit Listener(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace server
