#include "scripted_back_office.h"

#include <api/get_case.h>
#include <api/get_changes.h>
#include <api/get_health.h>
#include <api/get_revision.h>
#include <api/post_keys.h>
#include <api/post_pages_missing.h>
#include <api/post_sessions.h>
#include <api/put_revision.h>
#include <api/query.h>
#include <api/tus.h>

#include <base/encoding.h>
#include <forms/jws.h>
#include <forms/manifest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace {

constexpr std::string_view Server = "scripted";
const auto Received = *base::parseTimestamp("2026-11-22T03:00:00Z");

std::string lower(std::string text)
{
    std::ranges::transform(
        text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool waitReadable(int socket, const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        pollfd watched{socket, POLLIN, 0};
        if (::poll(&watched, 1, 20) > 0)
            return true;
    }
    return false;
}

bool sendAll(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

/// More bytes into `buffer`; false at the end of the connection.
bool receive(int socket, std::string& buffer, const std::stop_token& stop)
{
    if (!waitReadable(socket, stop))
        return false;
    char block[65536];
    const auto got = ::recv(socket, block, sizeof block, 0);
    if (got <= 0)
        return false;
    buffer.append(block, static_cast<std::size_t>(got));
    return true;
}

ScriptedBackOffice::Request headOf(const std::string& head)
{
    ScriptedBackOffice::Request request;
    request.method = head.substr(0, head.find(' '));
    const auto from = request.method.size() + 1;
    request.path = head.substr(from, head.find(' ', from) - from);
    for (auto at = head.find("\r\n"); at != head.npos && at + 2 < head.size();) {
        const auto end = head.find("\r\n", at + 2);
        const auto line = head.substr(at + 2, end == head.npos ? head.npos : end - at - 2);
        const auto colon = line.find(':');
        if (colon != line.npos)
            request.headers[lower(line.substr(0, colon))] =
                line.substr(line.find_first_not_of(' ', colon + 1));
        at = end;
    }
    return request;
}

std::size_t lengthOf(const ScriptedBackOffice::Request& request)
{
    const auto length = request.headers.find("content-length");
    return length == request.headers.end() ? 0 : std::stoul(length->second);
}

api::Problem problem(api::ProblemCode code)
{
    api::Problem result;
    result.code = code;
    result.message = "scripted";
    return result;
}

}  // namespace

ScriptedBackOffice::ScriptedBackOffice()
{
    start();
}

ScriptedBackOffice::~ScriptedBackOffice()
{
    stop();
}

void ScriptedBackOffice::start()
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(m_port));
    socklen_t size = sizeof address;
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_socket, 16) != 0
        || ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no port for the test");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](std::stop_token stop) { serve(stop); });
}

void ScriptedBackOffice::stop()
{
    m_thread = {};
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

std::string ScriptedBackOffice::url() const
{
    return "http://127.0.0.1:" + std::to_string(m_port);
}

api::KeySet ScriptedBackOffice::keys() const
{
    return {{{m_receiptKey.publicKey(), api::KeyUse::Receipt, {}},
             {m_catalogueKey.publicKey(), api::KeyUse::Catalogue, {}}}};
}

void ScriptedBackOffice::signWith(const base::SigningKey& key)
{
    const std::lock_guard lock(m_mutex);
    m_signing = key;
}

void ScriptedBackOffice::fail(Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults.push_back(std::move(fault));
}

void ScriptedBackOffice::forgetFaults()
{
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
}

std::vector<ScriptedBackOffice::Request> ScriptedBackOffice::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

int ScriptedBackOffice::count(const std::string& method, const std::string& path) const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(std::ranges::count_if(m_requests, [&](const Request& request) {
        return request.method == method && request.path.starts_with(path);
    }));
}

int ScriptedBackOffice::accepted() const
{
    const std::lock_guard lock(m_mutex);
    return m_accepted;
}

bool ScriptedBackOffice::holds(const base::Digest& page) const
{
    const std::lock_guard lock(m_mutex);
    return m_pages.contains(page);
}

std::size_t ScriptedBackOffice::cases() const
{
    const std::lock_guard lock(m_mutex);
    return m_cases.size();
}

void ScriptedBackOffice::keepPage(const std::string& image)
{
    const std::lock_guard lock(m_mutex);
    m_pages[base::Digest::of(image)] = image;
}

void ScriptedBackOffice::publish(const std::string& catalogueJws, const std::vector<std::string>& guides)
{
    const std::lock_guard lock(m_mutex);
    m_catalogue = catalogueJws;
    for (const auto& guide : guides)
        m_guides[base::Digest::of(guide).toString()] = guide;
}

void ScriptedBackOffice::publishOffice(const std::string& officeJws)
{
    const std::lock_guard lock(m_mutex);
    m_office = officeJws;
}

void ScriptedBackOffice::rememberUser(const std::string& user, const std::string& password)
{
    const std::lock_guard lock(m_mutex);
    m_users[user] = password;
}

void ScriptedBackOffice::setCase(const base::CaseId& id, const std::string& detailJson)
{
    const std::lock_guard lock(m_mutex);
    m_details[id.toString()] = detailJson;
    m_changes.push_back(id.toString());
}

void ScriptedBackOffice::keepRevision(const base::CaseId& id, int revision, const std::string& jws)
{
    const std::lock_guard lock(m_mutex);
    m_cases[id.toString()][revision] = {jws, forms::peekJws(jws)->digest(), {}};
}

void ScriptedBackOffice::serve(std::stop_token stop)
{
    while (waitReadable(m_socket, stop)) {
        const int connection = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        serveConnection(connection, stop);
        ::close(connection);
    }
}

void ScriptedBackOffice::serveConnection(int socket, std::stop_token stop)
{
    std::string buffer;
    while (true) {
        std::size_t end = 0;
        while ((end = buffer.find("\r\n\r\n")) == buffer.npos)
            if (!receive(socket, buffer, stop))
                return;
        auto request = headOf(buffer.substr(0, end));
        buffer.erase(0, end + 4);
        const auto fault = takeFault(request);
        const auto length = lengthOf(request);
        const auto wanted = fault && fault->cutBodyAt ? std::min(*fault->cutBodyAt, length) : length;
        while (buffer.size() < wanted)
            if (!receive(socket, buffer, stop))
                break;
        request.body = buffer.substr(0, wanted);
        if (request.body.size() < length) {  // cut by the script, or the client died
            keepPartial(request);
            return;
        }
        buffer.erase(0, length);
        const auto reply = fault && fault->problem ? Reply{api::httpStatusOf(fault->problem->code),
                                                           std::string(api::ProblemMediaType),
                                                           api::toJson(*fault->problem),
                                                           {}}
                           : fault && fault->html  ? Reply{200, "text/html", *fault->html, {}}
                                                   : answer(request);
        if (fault && fault->beforeAnswer)
            fault->beforeAnswer();
        if (fault && fault->loseAnswer)
            return;
        std::string head = "HTTP/1.1 " + std::to_string(reply.status) + " x\r\n";
        for (const auto& line : reply.headers)
            head += line + "\r\n";
        if (!reply.type.empty())
            head += "Content-Type: " + reply.type + "\r\n";
        if (reply.status != 204 && reply.status != 304)
            head += "Content-Length: " + std::to_string(reply.body.size()) + "\r\n";
        if (!sendAll(socket, head + "\r\n" + (request.method == "HEAD" ? "" : reply.body)))
            return;
    }
}

std::optional<ScriptedBackOffice::Fault> ScriptedBackOffice::takeFault(const Request& request)
{
    const std::lock_guard lock(m_mutex);
    for (auto& fault : m_faults)
        if (fault.times > 0 && fault.method == request.method && request.path.starts_with(fault.path)) {
            --fault.times;
            return fault;
        }
    return std::nullopt;
}

ScriptedBackOffice::Reply ScriptedBackOffice::answer(const Request& request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(request);
    const auto& path = request.path;
    const auto json = [](std::string body) {
        return Reply{200, std::string(api::JsonMediaType), std::move(body), {}};
    };
    if (path.starts_with("/v1/health"))
        return health(path);
    if (path == "/v1/keys" && request.method == "GET")
        return json(api::toJson(keys()));
    if (path == "/v1/keys")
        return json(api::toJson(api::KeyAnswer{api::parseKeyRequest(request.body)->key.thumbprint()}));
    if (path == "/v1/sessions")
        return request.method == "DELETE" ? Reply{204, {}, {}, {}} : login(request.body);
    if (path == "/v1/pages/missing")
        return missing(request.body);
    if (path == "/v1/uploads/")
        return createUpload(request);
    if (path.starts_with("/v1/uploads/"))
        return patchUpload(request);
    if (path.starts_with("/v1/changes")) {
        api::ChangesAnswer changes;
        const auto since = api::parseQuery(path.substr(path.find('?') + 1)).value()["since"];
        for (std::size_t i = since.empty() ? 0 : std::stoul(since); i < m_changes.size(); ++i)
            changes.changes.push_back({std::to_string(i + 1),
                                       *base::CaseId::parse(m_changes[i]),
                                       1,
                                       api::ChangeKind::Action,
                                       forms::CaseState::Submitted,
                                       Received});
        changes.cursor = std::to_string(m_changes.size());
        return json(api::toJson(changes));
    }
    if (path == "/v1/catalogue")
        return {200, std::string(api::JoseMediaType), m_catalogue, {}};
    if (path == "/v1/office" && !m_office.empty())
        return {200, std::string(api::JoseMediaType), m_office, {}};
    if (path.starts_with("/v1/guides/") && m_guides.contains(path.substr(11)))
        return json(m_guides[path.substr(11)]);
    if (path.starts_with("/v1/pages/"))
        if (const auto page = m_pages.find(base::Digest::parse(path.substr(10)).value_or(base::Digest()));
            page != m_pages.end())
            return {200, "image/jpeg", page->second, {}};
    if (path.starts_with("/v1/cases/") && request.method == "PUT")
        return putRevision(request);
    if (path.starts_with("/v1/cases/") && path.ends_with("/documents"))
        return keepDocument(request);
    if (path.starts_with("/v1/cases/") && path.find("/revisions/") != path.npos)
        return getRevision(path);
    if (path.starts_with("/v1/cases/"))
        return getCase(path);
    return {404, std::string(api::ProblemMediaType), api::toJson(problem(api::ProblemCode::NotFound)), {}};
}

ScriptedBackOffice::Reply ScriptedBackOffice::health(const std::string& path) const
{
    const auto query = api::parseQuery(path.substr(path.find('?') + 1)).value_or(api::Query());
    const api::Health health{std::string(Server), Received, query.contains("nonce") ? query.at("nonce") : ""};
    return {200,
            std::string(api::JoseMediaType),
            forms::signJws(api::toJson(health), api::HealthFormat, m_signing),
            {}};
}

ScriptedBackOffice::Reply ScriptedBackOffice::missing(const std::string& body) const
{
    api::PagesMissingAnswer answer;
    const auto asked = api::parsePagesMissingRequest(body).value();
    for (const auto& page : asked.pages)
        if (!m_pages.contains(page))
            answer.missing.push_back(page);
    return {200, std::string(api::JsonMediaType), api::toJson(answer), {}};
}

ScriptedBackOffice::Reply ScriptedBackOffice::createUpload(const Request& request)
{
    const auto metadata = api::parseUploadMetadata(request.headers.at("upload-metadata"));
    const auto path = "/v1/uploads/u" + std::to_string(++m_nextUpload);
    m_uploads[path] = {metadata->sha256, std::stoul(request.headers.at("upload-length")), request.body};
    Reply reply{201, {}, {}, {"Location: " + path, "Tus-Resumable: 1.0.0"}};
    finishUpload(path, reply);
    return reply;
}

ScriptedBackOffice::Reply ScriptedBackOffice::patchUpload(const Request& request)
{
    const auto found = m_uploads.find(request.path);
    if (found == m_uploads.end())
        return {
            404, std::string(api::ProblemMediaType), api::toJson(problem(api::ProblemCode::NotFound)), {}};
    Reply reply{request.method == "HEAD" ? 200 : 204, {}, {}, {"Tus-Resumable: 1.0.0"}};
    if (request.method == "PATCH") {
        if (std::stoul(request.headers.at("upload-offset")) != found->second.bytes.size())
            return {409,
                    std::string(api::ProblemMediaType),
                    api::toJson(problem(api::ProblemCode::Conflict)),
                    {}};
        found->second.bytes += request.body;
    }
    finishUpload(request.path, reply);
    return reply;
}

void ScriptedBackOffice::finishUpload(const std::string& path, Reply& reply)
{
    auto& upload = m_uploads[path];
    reply.headers.push_back("Upload-Offset: " + std::to_string(upload.bytes.size()));
    if (upload.bytes.size() != upload.length)
        return;
    if (base::Digest::of(upload.bytes) != upload.digest)
        reply = {
            460, std::string(api::ProblemMediaType), api::toJson(problem(api::ProblemCode::Checksum)), {}};
    else
        m_pages[upload.digest] = upload.bytes;
}

void ScriptedBackOffice::keepPartial(const Request& request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(request);
    const auto found = m_uploads.find(request.path);
    if (request.method == "PATCH" && found != m_uploads.end())
        found->second.bytes += request.body;
}

ScriptedBackOffice::Reply ScriptedBackOffice::putRevision(const Request& request)
{
    const auto problemReply = [](const api::Problem& what) {
        return Reply{api::httpStatusOf(what.code), std::string(api::ProblemMediaType), api::toJson(what), {}};
    };
    const auto id = request.path.substr(10, 36);
    const int revision = std::stoi(request.path.substr(request.path.rfind('/') + 1));
    const auto jws = forms::peekJws(request.body);
    if (!jws)
        return problemReply(problem(api::ProblemCode::BadRequest));
    auto& revisions = m_cases[id];
    if (const auto known = revisions.find(revision); known != revisions.end())
        return known->second.digest == jws->digest()
                   ? Reply{200, std::string(api::JoseMediaType), known->second.receipt, {}}
                   : problemReply(problem(api::ProblemCode::Conflict));
    auto lacking = problem(api::ProblemCode::MissingPages);
    const auto manifest = forms::manifestFromJson(jws->payload).value();
    for (const auto& page : manifest.sealed.pages)
        if (!m_pages.contains(page.sha256))
            lacking.missing.push_back(page.sha256);
    for (const auto& notice : manifest.sealed.notices)
        if (notice.bytes.value > 0 && !m_pages.contains(notice.sha256))
            lacking.missing.push_back(notice.sha256);
    if (revision > 1 && !revisions.contains(revision - 1))
        return problemReply(problem(api::ProblemCode::Conflict));
    if (!lacking.missing.empty())
        return problemReply(lacking);
    api::Receipt receipt;
    receipt.caseId = *base::CaseId::parse(id);
    receipt.revision = revision;
    receipt.manifest = jws->digest();
    receipt.number = "330399-2026-" + std::to_string(++m_accepted);
    receipt.received = Received;
    receipt.server = Server;
    revisions[revision] = {
        request.body, jws->digest(), forms::signJws(api::toJson(receipt), api::ReceiptFormat, m_signing)};
    return {201, std::string(api::JoseMediaType), revisions[revision].receipt, {}};
}

ScriptedBackOffice::Reply ScriptedBackOffice::getCase(const std::string& path) const
{
    const auto id = path.substr(10, 36);
    const auto known = m_cases.find(id);
    const auto scripted = m_details.find(id);
    if ((known == m_cases.end() || known->second.empty()) && scripted == m_details.end())
        return {
            404, std::string(api::ProblemMediaType), api::toJson(problem(api::ProblemCode::NotFound)), {}};
    api::CaseDetail detail;
    if (scripted != m_details.end())
        detail = *api::parseCaseDetail(scripted->second);
    detail.summary.caseId = *base::CaseId::parse(id);
    if (known != m_cases.end())
        for (const auto& [revision, content] : known->second)
            detail.revisions.push_back({revision, content.jws, content.digest, Received, "clerk"});
    return {200, std::string(api::JsonMediaType), api::toJson(detail), {}};
}

ScriptedBackOffice::Reply ScriptedBackOffice::getRevision(const std::string& path) const
{
    const auto known = m_cases.find(path.substr(10, 36));
    const int number = std::stoi(path.substr(path.rfind('/') + 1));
    if (known == m_cases.end() || !known->second.contains(number))
        return {
            404, std::string(api::ProblemMediaType), api::toJson(problem(api::ProblemCode::NotFound)), {}};
    const auto& revision = known->second.at(number);
    return {200,
            std::string(api::JsonMediaType),
            api::toJson(api::RevisionAnswer{revision.jws, revision.receipt}),
            {}};
}

ScriptedBackOffice::Reply ScriptedBackOffice::keepDocument(const Request& request)
{
    auto lacking = problem(api::ProblemCode::MissingPages);
    const auto record = api::parseDocumentRecord(request.body).value();
    if (!m_pages.contains(record.sha256)) {
        lacking.missing.push_back(record.sha256);
        return {422, std::string(api::ProblemMediaType), api::toJson(lacking), {}};
    }
    std::erase_if(m_documents, [&record](const auto& known) { return known.id == record.id; });
    m_documents.push_back(record);
    return {201, std::string(api::JsonMediaType), api::toJson(record), {}};
}

std::vector<api::DocumentRecord> ScriptedBackOffice::documents() const
{
    const std::lock_guard lock(m_mutex);
    return m_documents;
}

ScriptedBackOffice::Reply ScriptedBackOffice::login(const std::string& body) const
{
    const auto request = api::parseSessionRequest(body);
    const auto user = request ? m_users.find(request->user) : m_users.end();
    if (user == m_users.end() || user->second != request->password)
        return {401,
                std::string(api::ProblemMediaType),
                api::toJson(problem(api::ProblemCode::Unauthenticated)),
                {}};
    const api::Session session{"token-of-" + user->first,
                               Received + std::chrono::hours(8),
                               {user->first, "窗口", {forms::Role::Clerk}, "330399", {}}};
    return {200, std::string(api::JsonMediaType), api::toJson(session), {}};
}
