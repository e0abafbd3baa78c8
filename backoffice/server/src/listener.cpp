#include <server/listener.h>

#include "connection.h"
#include "log.h"
#include "watchdog.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLManager.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/ThreadPool.h>

#include <atomic>
#include <mutex>
#include <thread>

namespace server {

namespace {

constexpr int BusyThreads = 8;
constexpr int Backlog = 256;
constexpr auto Ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

Poco::Net::Context::Ptr makeContext(const std::filesystem::path& certificate,
                                    const std::filesystem::path& key)
{
    using Poco::Net::Context;
    static std::once_flag once;
    std::call_once(once, [] { Poco::Net::initializeSSL(); });
    Context::Params params;
    params.privateKeyFile = key.string();
    params.certificateFile = certificate.string();
    params.verificationMode = Context::VERIFY_NONE;  // of clients; they show a token, not a certificate
    params.cipherList = Ciphers;
    Context::Ptr context = new Context(Context::TLS_SERVER_USE, params);
    context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
    context->preferServerCiphers();
    return context;
}

/// One connection's work in a pool; deletes itself when done.
class Job final : public Poco::Runnable
{
  public:
    Job(BackOffice& office,
        Watchdog& dog,
        Poco::Net::StreamSocket socket,
        Service service,
        std::atomic<int>& running)
        : m_office(office)
        , m_dog(dog)
        , m_socket(std::move(socket))
        , m_service(service)
        , m_running(running)
    {
        ++m_running;
        m_office.metrics.connectionOpened();
    }

    ~Job() override
    {
        m_office.metrics.connectionClosed();
        --m_running;
    }

    void run() override
    {
        const std::unique_ptr<Job> self(this);
        serveConnection(m_office, m_dog, m_socket, m_service);
        m_socket = Poco::Net::StreamSocket();  // closed before the place counts as free
    }

  private:
    BackOffice& m_office;
    Watchdog& m_dog;
    Poco::Net::StreamSocket m_socket;
    Service m_service;
    std::atomic<int>& m_running;
};

}  // namespace

class Listener::State
{
  public:
    State(BackOffice& theOffice, const Poco::Net::SocketAddress& address, Poco::Net::Context::Ptr context)
        : m_office(theOffice)
        , m_socket(address, Backlog, std::move(context))
        , m_full(2, theOffice.settings.limits.connections + 2)
        , m_busy(1, BusyThreads + 1)
        , m_acceptor([this](const std::stop_token& stop) { accept(stop); })
    {}

    ~State()
    {
        m_acceptor.request_stop();
        m_acceptor.join();
        m_socket.close();
        m_office.changes.close();
        m_dog.endIdle();
        constexpr int Patience = 100;
        for (int i = 0; i < Patience && m_fullRunning + m_busyRunning > 0; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        m_dog.endAll();
        m_full.joinAll();
        m_busy.joinAll();
    }

    std::string address() const { return m_socket.address().toString(); }

  private:
    void accept(const std::stop_token& stop)
    {
        const Poco::Timespan lookUp(100'000);  // how soon a stop is noticed
        while (!stop.stop_requested()) {
            try {
                if (m_socket.poll(lookUp, Poco::Net::Socket::SELECT_READ))
                    take(m_socket.acceptConnection());
            } catch (const Poco::Exception& failure) {
                // Out of descriptors, or the client went before it was accepted: the others must still be served.
                logLine(m_office.clock.now(), std::string("accept: ") + failure.what());
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        }
    }

    void take(Poco::Net::StreamSocket socket)
    {
        socket.setNoDelay(true);
        if (m_fullRunning < m_office.settings.limits.connections) {
            begin(m_full, std::move(socket), Service::Full, m_fullRunning);
            return;
        }
        m_office.metrics.refusedConnection();
        if (m_busyRunning < BusyThreads)
            begin(m_busy, std::move(socket), Service::BusyOnly, m_busyRunning);
    }

    void begin(Poco::ThreadPool& pool,
               Poco::Net::StreamSocket socket,
               Service service,
               std::atomic<int>& running)
    {
        auto job = std::make_unique<Job>(m_office, m_dog, std::move(socket), service, running);
        pool.start(*job);
        static_cast<void>(job.release());
    }

    BackOffice& m_office;
    Poco::Net::SecureServerSocket m_socket;
    Watchdog m_dog;
    std::atomic<int> m_fullRunning = 0;
    std::atomic<int> m_busyRunning = 0;
    Poco::ThreadPool m_full;
    Poco::ThreadPool m_busy;
    std::jthread m_acceptor;
};

Listener::Listener(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

Listener::~Listener() = default;

base::Result<std::unique_ptr<Listener>> Listener::start(BackOffice& office,
                                                        const std::string& address,
                                                        const std::filesystem::path& certificate,
                                                        const std::filesystem::path& key)
{
    try {
        auto state =
            std::make_unique<State>(office, Poco::Net::SocketAddress(address), makeContext(certificate, key));
        return std::unique_ptr<Listener>(new Listener(std::move(state)));
    } catch (const Poco::Exception& failure) {
        return base::fail(base::ErrorCode::Failed,
                          "The back office cannot listen on {address}: {reason}",
                          {{"address", address}, {"reason", failure.displayText()}});
    }
}

std::string Listener::address() const
{
    return m_state->address();
}

}  // namespace server
