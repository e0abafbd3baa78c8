#include <offline/curl_line.h>

#include <curl/curl.h>

#include <algorithm>

namespace offline {

namespace {

constexpr long ConnectSeconds = 10;
constexpr long StallSeconds = 30;
constexpr long StallBytesPerSecond = 50;
constexpr std::size_t MaxHeaderBytes = std::size_t{64} << 10;

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

bool initialised()
{
    static const bool Ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return Ready;
}

bool isLoopback(std::string_view host)
{
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

/// "scheme://host[:port]" and nothing behind it; plain http only to this machine.
bool isGoodUrl(std::string_view url)
{
    const bool tls = url.starts_with("https://");
    if (!tls && !url.starts_with("http://"))
        return false;
    const auto rest = url.substr(url.find("//") + 2);
    if (rest.empty() || rest.find_first_of("/?#@ \t\r\n") != rest.npos)
        return false;
    const auto end = rest.starts_with('[') ? rest.find(']') + 1 : std::min(rest.find(':'), rest.size());
    return tls || isLoopback(rest.substr(0, end));
}

bool isCleanHeader(const HttpHeader& header)
{
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !header.name.empty() && std::ranges::none_of(header.name, control)
           && std::ranges::none_of(header.value, control);
}

/// One exchange as libcurl's callbacks see it.
struct Exchange {
    HttpAnswer answer;
    std::string_view unsent;
    std::size_t limit = 0;
    std::size_t headerBytes = 0;
    bool tooLarge = false;
    std::stop_token stop;
};

std::size_t giveBody(char* bytes, std::size_t size, std::size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    const auto part = exchange.unsent.substr(0, size * count);
    std::ranges::copy(part, bytes);
    exchange.unsent.remove_prefix(part.size());
    return part.size();
}

std::size_t takeBody(char* bytes, std::size_t size, std::size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    if (exchange.answer.body.size() + size * count > exchange.limit) {
        exchange.tooLarge = true;
        return 0;
    }
    exchange.answer.body.append(bytes, size * count);
    return size * count;
}

std::size_t takeHeader(char* bytes, std::size_t size, std::size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    const std::string_view line(bytes, size * count);
    exchange.headerBytes += line.size();
    if (exchange.headerBytes > MaxHeaderBytes) {
        exchange.tooLarge = true;
        return 0;
    }
    if (line.starts_with("HTTP/"))
        exchange.answer.headers.clear();  // those before were of an interim answer
    const auto colon = line.find(':');
    if (colon != line.npos) {
        auto value = line.substr(colon + 1);
        const auto first = value.find_first_not_of(" \t");
        const auto last = value.find_last_not_of(" \t\r\n");
        value =
            first == value.npos || last < first ? std::string_view() : value.substr(first, last - first + 1);
        exchange.answer.headers.push_back({std::string(line.substr(0, colon)), std::string(value)});
    }
    return line.size();
}

int watch(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Exchange*>(user)->stop.stop_requested() ? 1 : 0;
}

base::Error errorOf(CURLcode code, const Exchange& exchange, const std::string& url, const char* reason)
{
    if (exchange.tooLarge)
        return base::fail(base::ErrorCode::NoSpace,
                          "The answer of {server} is larger than it may be.",
                          {{"server", url}})
            .value();
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK: return base::fail(base::ErrorCode::Cancelled, "It was stopped.").value();
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return base::
            fail(base::ErrorCode::Network,
                 "The certificate of {server} is not one this workstation trusts, so nothing was sent: {reason} Check the "
                 "address and the file given with --ca.",
                 {{"server", url}, {"reason", reason}})
                .value();
    case CURLE_OPERATION_TIMEDOUT:
        return base::fail(base::ErrorCode::Network, "{server} did not answer in time.", {{"server", url}})
            .value();
    case CURLE_SEND_FAIL_REWIND:
        return base::fail(base::ErrorCode::Network,
                          "The line to {server} was cut before its answer came.",
                          {{"server", url}})
            .value();
    default:
        return base::fail(base::ErrorCode::Network,
                          "There is no line to {server}: {reason}",
                          {{"server", url}, {"reason", *reason != '\0' ? reason : curl_easy_strerror(code)}})
            .value();
    }
}

}  // namespace

struct CurlLine::State {
    std::unique_ptr<CURL, FreeHandle> handle;
    std::string url;
    std::string caPem;
    std::string proxy;
    char reason[CURL_ERROR_SIZE] = {};
};

CurlLine::CurlLine(std::unique_ptr<State> state)
    : m_state(std::move(state))
{}

CurlLine::~CurlLine() = default;

base::Result<std::unique_ptr<CurlLine>> CurlLine::open(std::string_view url,
                                                       std::string caPem,
                                                       std::string proxy)
{
    while (url.ends_with('/'))
        url.remove_suffix(1);
    if (!isGoodUrl(url))
        return base::fail(base::ErrorCode::BadArgument,
                          "{server} is no address of a back office. Write https://host:port.",
                          {{"server", std::string(url)}});
    auto state = std::make_unique<State>();
    state->handle.reset(initialised() ? curl_easy_init() : nullptr);
    if (!state->handle)
        return base::fail(base::ErrorCode::Failed, "The network library could not be started.");
    state->url = url;
    state->caPem = std::move(caPem);
    state->proxy = std::move(proxy);
    return std::unique_ptr<CurlLine>(new CurlLine(std::move(state)));
}

void CurlLine::setLine()
{
    auto* handle = m_state->handle.get();
    curl_easy_reset(handle);  // keeps the connection
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_PROXY, m_state->proxy.c_str());  // "" also keeps the environment's out
    if (!m_state->caPem.empty()) {
        curl_blob blob{m_state->caPem.data(), m_state->caPem.size(), CURL_BLOB_NOCOPY};
        curl_easy_setopt(handle, CURLOPT_CAINFO, nullptr);
        curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
        curl_easy_setopt(handle, CURLOPT_CAINFO_BLOB, &blob);
    }
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, ConnectSeconds);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, StallBytesPerSecond);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, StallSeconds);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, m_state->reason);
}

base::Result<HttpAnswer> CurlLine::exchange(const HttpRequest& request, std::stop_token stop)
{
    auto* handle = m_state->handle.get();
    m_state->reason[0] = '\0';
    setLine();
    curl_slist* lines = curl_slist_append(nullptr, "Expect:");
    bool typed = false;
    for (const auto& header : request.headers) {
        if (!isCleanHeader(header)) {
            curl_slist_free_all(lines);
            return base::fail(base::ErrorCode::BadInput,
                              "The header {name} holds characters that must not be sent.",
                              {{"name", header.name}});
        }
        lines = curl_slist_append(lines, (header.name + ": " + header.value).c_str());
        typed = typed || header.name == "Content-Type";
    }
    if (!typed)
        lines = curl_slist_append(lines, "Content-Type:");
    const std::unique_ptr<curl_slist, FreeList> owned(lines);

    Exchange exchange{{}, request.body, request.answerLimit, 0, false, stop};
    curl_easy_setopt(handle, CURLOPT_URL, (m_state->url + request.path).c_str());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, lines);
    curl_easy_setopt(
        handle, CURLOPT_TIMEOUT_MS, static_cast<long>(std::chrono::milliseconds(request.patience).count()));
    if (request.method == "HEAD") {
        curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
    } else if (request.method != "GET") {
        // Through a callback that cannot go back, so that libcurl never sends a body a second time by itself: after a
        // lost answer the server is asked first.
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(handle, CURLOPT_READFUNCTION, giveBody);
        curl_easy_setopt(handle, CURLOPT_READDATA, &exchange);
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &exchange);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &exchange);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watch);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &exchange);
    const auto code = curl_easy_perform(handle);
    if (code != CURLE_OK)
        return tl::unexpected(errorOf(code, exchange, m_state->url, m_state->reason));
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    exchange.answer.status = static_cast<int>(status);
    return std::move(exchange.answer);
}

}  // namespace offline
