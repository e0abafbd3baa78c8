#include "tls_line.h"

#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace server_tests {

struct TlsLine::State {
    int socket = -1;
    SSL_CTX* context = nullptr;
    SSL* ssl = nullptr;
    bool open = false;
    bool closed = false;

    void waitAtMost(int seconds) const
    {
        const timeval time{seconds, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    }

    int read(char* bytes, int size)
    {
        const auto got = SSL_read(ssl, bytes, size);
        if (got <= 0)
            closed = SSL_get_error(ssl, got) != SSL_ERROR_WANT_READ;
        return got;
    }
};

TlsLine::TlsLine(const RunningOffice& office)
    : m_state(std::make_unique<State>())
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(office.port()));
    ::inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    m_state->socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto connected =
        ::connect(m_state->socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    m_state->waitAtMost(10);
    m_state->context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_load_verify_locations(m_state->context, (office.folder() / "ca.pem").c_str(), nullptr);
    SSL_CTX_set_verify(m_state->context, SSL_VERIFY_PEER, nullptr);
    m_state->ssl = SSL_new(m_state->context);
    SSL_set_fd(m_state->ssl, m_state->socket);
    m_state->open = connected && SSL_connect(m_state->ssl) == 1;
}

TlsLine::~TlsLine()
{
    SSL_free(m_state->ssl);
    SSL_CTX_free(m_state->context);
    ::close(m_state->socket);
}

bool TlsLine::isOpen() const
{
    return m_state->open;
}

void TlsLine::say(const std::string& bytes)
{
    SSL_write(m_state->ssl, bytes.data(), static_cast<int>(bytes.size()));
}

std::string TlsLine::hear(int seconds)
{
    m_state->waitAtMost(seconds);
    std::string heard;
    char bytes[4096];
    while (true) {
        const auto got = m_state->read(bytes, sizeof bytes);
        if (got <= 0)
            return heard;
        heard.append(bytes, static_cast<std::size_t>(got));
    }
}

std::string TlsLine::hearUntil(const std::string& text)
{
    m_state->waitAtMost(10);
    std::string heard;
    char byte = 0;
    while (heard.find(text) == std::string::npos && m_state->read(&byte, 1) == 1)
        heard += byte;
    return heard;
}

bool TlsLine::wasClosed() const
{
    return m_state->closed;
}

}  // namespace server_tests
