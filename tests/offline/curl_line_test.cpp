#include <offline/back_office_client.h>
#include <offline/curl_line.h>

#include <gtest/gtest.h>

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <memory>
#include <thread>

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

    void operator()(X509* certificate) const { X509_free(certificate); }

    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }

    void operator()(SSL* connection) const { SSL_free(connection); }

    void operator()(BIO* bio) const { BIO_free(bio); }

    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};

template <class T>
using Owned = std::unique_ptr<T, Free>;

/// A certificate of its own for the host named, and the key to it.
struct Identity {
    explicit Identity(const char* names)
    {
        X509_set_version(certificate.get(), 2);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
        X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
        X509_set_pubkey(certificate.get(), key.get());
        auto* name = X509_get_subject_name(certificate.get());
        X509_NAME_add_entry_by_txt(
            name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("test"), -1, -1, 0);
        X509_set_issuer_name(certificate.get(), name);
        const Owned<X509_EXTENSION> alternative(
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names));
        X509_add_ext(certificate.get(), alternative.get(), -1);
        X509_sign(certificate.get(), key.get(), EVP_sha256());
    }

    [[nodiscard]] std::string pem() const
    {
        const Owned<BIO> memory(BIO_new(BIO_s_mem()));
        PEM_write_bio_X509(memory.get(), certificate.get());
        char* bytes = nullptr;
        const auto size = BIO_get_mem_data(memory.get(), &bytes);
        return {bytes, static_cast<std::size_t>(size)};
    }

    Owned<EVP_PKEY> key{EVP_EC_gen("P-256")};
    Owned<X509> certificate{X509_new()};
};

/// Says {} to everything that gets through TLS, and redirects /moved.
class TlsServer
{
  public:
    TlsServer(const Identity& identity, int newestVersion)
        : m_context(SSL_CTX_new(TLS_server_method()))
        , m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        ::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to clients that have hung up
        SSL_CTX_set_security_level(m_context.get(), 0);
        SSL_CTX_set_min_proto_version(m_context.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(m_context.get(), newestVersion);
        SSL_CTX_use_certificate(m_context.get(), identity.certificate.get());
        SSL_CTX_use_PrivateKey(m_context.get(), identity.key.get());
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(::listen(m_socket, 8), 0);
        EXPECT_EQ(::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size), 0);
        m_port = ntohs(address.sin_port);
        m_thread = std::jthread([this](std::stop_token stop) { serve(stop); });
    }

    ~TlsServer()
    {
        m_thread = {};
        ::close(m_socket);
    }

    [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(m_port); }

    [[nodiscard]] int requests() const { return m_requests; }

  private:
    void serve(const std::stop_token& stop)
    {
        while (!stop.stop_requested()) {
            pollfd watched{m_socket, POLLIN, 0};
            if (::poll(&watched, 1, 20) <= 0)
                continue;
            const int connection = ::accept(m_socket, nullptr, nullptr);
            answer(connection);
            ::close(connection);
        }
    }

    void answer(int connection)
    {
        const Owned<SSL> tls(SSL_new(m_context.get()));
        SSL_set_fd(tls.get(), connection);
        char block[4096];
        const int got = SSL_accept(tls.get()) == 1 ? SSL_read(tls.get(), block, sizeof block) : 0;
        if (got <= 0)
            return;
        ++m_requests;
        const bool moved = std::string_view(block, static_cast<std::size_t>(got)).starts_with("GET /v1/keys");
        const std::string reply =
            moved ? "HTTP/1.1 302 x\r\nLocation: " + url() + "/v1/else\r\nContent-Length: 0\r\n\r\n"
                  : "HTTP/1.1 200 x\r\nContent-Length: 2\r\n\r\n{}";
        SSL_write(tls.get(), reply.data(), static_cast<int>(reply.size()));
        SSL_shutdown(tls.get());
    }

    Owned<SSL_CTX> m_context;
    int m_socket;
    int m_port = 0;
    std::atomic<int> m_requests{0};
    std::jthread m_thread;
};

base::Result<offline::HttpAnswer> ask(const TlsServer& server, const std::string& caPem)
{
    const auto line = offline::CurlLine::open(server.url(), caPem).value();
    return line->exchange({"GET", "/", {}, {}, 1000, std::chrono::seconds(5)}, {});
}

}  // namespace

TEST(CurlLine, BelievesTheCertificateItWasGivenAndNoOther)
{
    const Identity ours("IP:127.0.0.1");
    const Identity theirs("IP:127.0.0.1");
    const TlsServer server(ours, TLS1_3_VERSION);
    EXPECT_EQ(ask(server, ours.pem())->body, "{}");
    for (const auto& ca : {theirs.pem(), std::string()}) {
        const auto refused = ask(server, ca);
        ASSERT_FALSE(refused.has_value());
        EXPECT_EQ(refused.error().code, base::ErrorCode::Network);
        EXPECT_TRUE(refused.error().message.starts_with("The certificate of {server}"))
            << base::describe(refused.error());
    }
    EXPECT_EQ(server.requests(), 1);
}

TEST(CurlLine, RefusesACertificateForAnotherName)
{
    const Identity other("DNS:elsewhere.example");
    const TlsServer server(other, TLS1_3_VERSION);
    EXPECT_EQ(ask(server, other.pem()).error().code, base::ErrorCode::Network);
    EXPECT_EQ(server.requests(), 0);
}

TEST(CurlLine, RefusesTlsOlderThanItsTime)
{
    const Identity ours("IP:127.0.0.1");
    const TlsServer server(ours, TLS1_1_VERSION);
    EXPECT_EQ(ask(server, ours.pem()).error().code, base::ErrorCode::Network);
    EXPECT_EQ(server.requests(), 0);
}

TEST(BackOfficeClient, FollowsNoRedirect)
{
    const Identity ours("IP:127.0.0.1");
    const TlsServer server(ours, TLS1_3_VERSION);
    const auto line = offline::CurlLine::open(server.url(), ours.pem()).value();
    offline::BackOfficeClient client(*line);
    EXPECT_EQ(client.keys().error().code, base::ErrorCode::NotOurServer);
    EXPECT_EQ(server.requests(), 1);
}
