#include <offline/back_office_client.h>

#include <api/delete_sessions.h>
#include <api/get_catalogue.h>
#include <api/get_guide.h>
#include <api/get_office.h>
#include <api/get_page.h>
#include <api/post_annotations.h>

#include <base/encoding.h>

#include <forms/guide.h>

#include <charconv>

namespace offline {

namespace {

constexpr std::size_t MaxPage = std::size_t{256} << 20;
constexpr std::size_t MaxAnswer = std::size_t{16} << 20;
constexpr std::size_t MaxDetail = std::size_t{64} << 20;
constexpr std::chrono::seconds TransferPatience{600};

HttpRequest get(std::string path, std::size_t limit = api::MaxJsonBytes)
{
    return {"GET", std::move(path), {}, {}, limit, std::chrono::seconds(60)};
}

HttpRequest post(std::string path, std::string json)
{
    return {"POST",
            std::move(path),
            {{"Content-Type", std::string(api::JsonMediaType)}},
            std::move(json),
            api::MaxJsonBytes,
            std::chrono::seconds(60)};
}

bool hasType(const HttpAnswer& answer, std::string_view type)
{
    return answer.header("Content-Type").starts_with(type.substr(0, type.find(';')));
}

base::Error notOurs(const HttpAnswer& answer)
{
    return base::
        fail(base::ErrorCode::NotOurServer,
             "Somebody answered in place of the back office (status {status}): perhaps a login page of the network.",
             {{"status", std::to_string(answer.status)}})
            .value();
}

/// Statuses no login page and no proxy in between gives on its own account.
bool speaksByStatus(const HttpRequest& request, int status)
{
    return request.method == "HEAD" || status == 401 || status == 409 || status == 413 || status == 415
           || status == 422 || status == 429 || status == 460 || status == 503 || status == 507;
}

template <class T>
base::Result<T> withoutProblem(Answer<T> answer)
{
    if (answer)
        return std::move(*answer);
    return tl::unexpected(std::move(answer.error().error));
}

/// An answer of the wanted media type, read by `parse`.
template <class Parse>
auto read(const Answer<HttpAnswer>& answer, std::string_view type, Parse parse)
    -> Answer<typename std::invoke_result_t<Parse, std::string_view>::value_type>
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (!hasType(*answer, type))
        return tl::unexpected(Refusal{notOurs(*answer), std::nullopt});
    auto value = parse(answer->body);
    if (!value)
        return tl::unexpected(Refusal{std::move(value.error()), std::nullopt});
    return std::move(*value);
}

base::Result<std::string> asItIs(std::string_view body)
{
    return std::string(body);
}

std::optional<std::uint64_t> numberIn(const std::string& text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number)
                                                                                     : std::nullopt;
}

/// The path of a Location, which may be a whole URL; another server's is not followed, since only the path is used.
std::string pathOf(const std::string& location)
{
    const auto scheme = location.find("://");
    if (scheme == location.npos)
        return location.starts_with('/') ? location : "";
    const auto slash = location.find('/', scheme + 3);
    return slash == location.npos ? "" : location.substr(slash);
}

Answer<UploadProgress> progressOf(const Answer<HttpAnswer>& answer, std::string path)
{
    if (!answer)
        return tl::unexpected(answer.error());
    const auto offset = numberIn(answer->header(api::tus::UploadOffsetHeader));
    if (path.empty() || !offset)
        return tl::unexpected(Refusal{notOurs(*answer), std::nullopt});
    return UploadProgress{std::move(path), *offset};
}

HttpHeader checksumOf(std::string_view bytes)
{
    const auto digest = base::Digest::of(bytes);
    const std::string raw(reinterpret_cast<const char*>(digest.bytes().data()), digest.bytes().size());
    return {std::string(api::tus::UploadChecksumHeader),
            api::formatUploadChecksum({api::ChecksumAlgorithm::Sha256, raw})};
}

HttpHeader resumable()
{
    return {std::string(api::tus::ResumableHeader), std::string(api::tus::Version)};
}

base::Result<std::string> withDigest(base::Result<std::string> bytes, const base::Digest& sha256)
{
    if (bytes && base::Digest::of(*bytes) != sha256)
        return base::fail(base::ErrorCode::Damaged,
                          "What the back office sent is not what was asked for ({sha256}).",
                          {{"sha256", sha256.toString()}});
    return bytes;
}

}  // namespace

BackOfficeClient::BackOfficeClient(HttpLine& line)
    : m_line(line)
{}

void BackOfficeClient::useToken(std::string token)
{
    m_token = std::move(token);
}

Answer<HttpAnswer> BackOfficeClient::ask(HttpRequest request, std::stop_token stop)
{
    if (!m_token.empty())
        request.headers.push_back({"Authorization", "Bearer " + m_token});
    auto answer = m_line.exchange(request, stop);
    if (!answer)
        return tl::unexpected(Refusal{std::move(answer.error()), std::nullopt});
    if ((answer->status >= 200 && answer->status < 300) || answer->status == 304)
        return std::move(*answer);
    if (!hasType(*answer, api::ProblemMediaType) && !speaksByStatus(request, answer->status))
        return tl::unexpected(Refusal{notOurs(*answer), std::nullopt});
    auto problem = api::problemFromAnswer(answer->status, answer->body);
    if (!problem.retryAfter)
        if (const auto seconds = numberIn(answer->header("Retry-After")))
            problem.retryAfter = std::chrono::seconds(*seconds);
    return tl::unexpected(Refusal{api::toError(problem), problem});
}

base::Result<api::Session> BackOfficeClient::login(const api::SessionRequest& request, std::stop_token stop)
{
    return withoutProblem(read(ask(post(std::string(api::PostSessions.path), api::toJson(request)), stop),
                               api::JsonMediaType,
                               api::parseSession));
}

base::Status BackOfficeClient::logout(std::stop_token stop)
{
    auto answer = ask({"DELETE",
                       std::string(api::DeleteSessions.path),
                       {},
                       {},
                       api::MaxJsonBytes,
                       std::chrono::seconds(10)},
                      stop);
    if (!answer)
        return tl::unexpected(std::move(answer.error().error));
    return {};
}

base::Result<api::KeySet> BackOfficeClient::keys(std::stop_token stop)
{
    auto answer = ask(get(std::string(api::GetKeys.path)), stop);
    if (answer && hasType(*answer, "application/jwk-set+json"))
        return api::parseKeySet(answer->body);
    return withoutProblem(read(answer, api::JsonMediaType, api::parseKeySet));
}

base::Result<api::KeyAnswer> BackOfficeClient::publishKey(const api::KeyRequest& request,
                                                          std::stop_token stop)
{
    return withoutProblem(read(ask(post(std::string(api::PostKeys.path), api::toJson(request)), stop),
                               api::JsonMediaType,
                               api::parseKeyAnswer));
}

base::Result<api::Health> BackOfficeClient::health(const forms::KeyFinder& receiptKeys, std::stop_token stop)
{
    const auto nonce = base::toHex(base::randomBytes(16));
    auto request = get(api::healthPath(nonce));
    request.patience = std::chrono::seconds(15);
    const auto answer = ask(std::move(request), stop);
    if (!answer && !answer.error().problem)
        return tl::unexpected(answer.error().error);
    if (!answer)  // busy is what our own server may say unsigned; nothing is sent to it now anyway
        return base::fail(base::ErrorCode::Network,
                          "The back office is busy or being repaired. It will be tried again.");
    const auto jws = forms::verifyJws(answer->body, api::HealthFormat, receiptKeys);
    auto health = jws ? api::parseHealth(jws->payload) : base::Result<api::Health>(base::passOn(jws));
    if (!health || health->nonce != nonce)
        return base::fail(
            base::ErrorCode::NotOurServer,
            "The server that answers here is not the back office this workstation belongs to. Nothing was "
            "sent to it.");
    return health;
}

base::Result<std::optional<CatalogueAnswer>> BackOfficeClient::catalogue(std::string_view etag,
                                                                         std::stop_token stop)
{
    auto request = get(std::string(api::GetCatalogue.path), forms::MaxJwsBytes);
    request.patience = TransferPatience;
    if (!etag.empty())
        request.headers.push_back({"If-None-Match", std::string(etag)});
    auto answer = ask(std::move(request), stop);
    if (answer && answer->status == 304)
        return std::optional<CatalogueAnswer>();
    auto jws = read(answer, api::JoseMediaType, asItIs);
    if (!jws)
        return tl::unexpected(std::move(jws.error().error));
    return std::optional(CatalogueAnswer{std::move(*jws), answer->header("ETag")});
}

base::Result<std::string> BackOfficeClient::office(std::stop_token stop)
{
    auto request = get(std::string(api::GetOffice.path), forms::MaxJwsBytes);
    request.patience = TransferPatience;
    return withoutProblem(read(ask(std::move(request), stop), api::JoseMediaType, asItIs));
}

base::Result<std::string> BackOfficeClient::guide(const base::Digest& sha256, std::stop_token stop)
{
    return withDigest(
        withoutProblem(read(ask(get(api::guidePath(sha256), forms::MaxGuideBytes), stop), "", asItIs)),
        sha256);
}

base::Result<std::string> BackOfficeClient::page(const base::Digest& sha256, std::stop_token stop)
{
    auto request = get(api::pagePath(sha256), MaxPage);
    request.patience = TransferPatience;
    return withDigest(withoutProblem(read(ask(std::move(request), stop), "", asItIs)), sha256);
}

base::Result<api::CasesAnswer> BackOfficeClient::cases(const api::CasesQuery& query, std::stop_token stop)
{
    return withoutProblem(
        read(ask(get(api::casesPath(query)), stop), api::JsonMediaType, api::parseCasesAnswer));
}

base::Result<api::CaseDetail> BackOfficeClient::caseDetail(base::CaseId id, std::stop_token stop)
{
    return withoutProblem(askCase(id, stop));
}

base::Result<api::AuditAnswer> BackOfficeClient::audit(base::CaseId id, std::stop_token stop)
{
    return withoutProblem(
        read(ask(get(api::auditPath(id), MaxDetail), stop), api::JsonMediaType, api::parseAuditAnswer));
}

base::Result<api::ChangesAnswer> BackOfficeClient::changes(const api::ChangesQuery& query,
                                                           std::stop_token stop)
{
    auto request = get(api::changesPath(query), MaxAnswer);
    request.patience += query.wait;
    return withoutProblem(read(ask(std::move(request), stop), api::JsonMediaType, api::parseChangesAnswer));
}

base::Result<forms::Annotation> BackOfficeClient::annotate(const forms::Annotation& annotation,
                                                           std::stop_token stop)
{
    auto request = post(api::annotationsPath(annotation.caseId), forms::annotationToJson(annotation));
    request.headers = {{"Content-Type", std::string(api::AnnotationMediaType)}};
    return withoutProblem(
        read(ask(std::move(request), stop), api::AnnotationMediaType, forms::annotationFromJson));
}

base::Result<api::ActionAnswer> BackOfficeClient::act(base::CaseId id,
                                                      const api::ActionRequest& request,
                                                      std::stop_token stop)
{
    return withoutProblem(read(ask(post(api::actionsPath(id), api::toJson(request)), stop),
                               api::JsonMediaType,
                               api::parseActionAnswer));
}

Answer<api::PagesMissingAnswer> BackOfficeClient::missingPages(const api::PagesMissingRequest& request,
                                                               std::stop_token stop)
{
    return read(ask(post(std::string(api::PostPagesMissing.path), api::toJson(request)), stop),
                api::JsonMediaType,
                api::parsePagesMissingAnswer);
}

Answer<UploadProgress> BackOfficeClient::createUpload(const api::UploadMetadata& metadata,
                                                      std::uint64_t length,
                                                      std::string_view firstBytes,
                                                      std::stop_token stop)
{
    HttpRequest request{"POST",
                        std::string(api::PostUploads.path),
                        {resumable()},
                        std::string(firstBytes),
                        api::MaxJsonBytes,
                        TransferPatience};
    request.headers.push_back({std::string(api::tus::UploadLengthHeader), std::to_string(length)});
    request.headers.push_back(
        {std::string(api::tus::UploadMetadataHeader), api::formatUploadMetadata(metadata)});
    if (!firstBytes.empty()) {
        request.headers.push_back({"Content-Type", std::string(api::tus::PatchMediaType)});
        request.headers.push_back(checksumOf(firstBytes));
    }
    auto answer = ask(std::move(request), stop);
    if (answer && firstBytes.empty() && answer->header(api::tus::UploadOffsetHeader).empty())
        answer->headers.push_back({std::string(api::tus::UploadOffsetHeader), "0"});
    return progressOf(answer, answer ? pathOf(answer->header("Location")) : "");
}

Answer<UploadProgress> BackOfficeClient::uploadOffset(std::string_view path, std::stop_token stop)
{
    return progressOf(
        ask({"HEAD", std::string(path), {resumable()}, {}, api::MaxJsonBytes, std::chrono::seconds(60)},
            stop),
        std::string(path));
}

Answer<UploadProgress> BackOfficeClient::continueUpload(std::string_view path,
                                                        std::uint64_t offset,
                                                        std::string_view bytes,
                                                        std::stop_token stop)
{
    HttpRequest request{"PATCH",
                        std::string(path),
                        {resumable(), checksumOf(bytes)},
                        std::string(bytes),
                        api::MaxJsonBytes,
                        TransferPatience};
    request.headers.push_back({"Content-Type", std::string(api::tus::PatchMediaType)});
    request.headers.push_back({std::string(api::tus::UploadOffsetHeader), std::to_string(offset)});
    return progressOf(ask(std::move(request), stop), std::string(path));
}

Answer<std::string> BackOfficeClient::putRevision(base::CaseId id,
                                                  int revision,
                                                  std::string_view manifestJws,
                                                  std::stop_token stop)
{
    HttpRequest request{"PUT",
                        api::revisionPath(id, revision),
                        {{"Content-Type", std::string(api::JoseMediaType)}},
                        std::string(manifestJws),
                        MaxAnswer,
                        TransferPatience};
    return read(ask(std::move(request), stop), api::JoseMediaType, asItIs);
}

Answer<api::CaseDetail> BackOfficeClient::askCase(base::CaseId id, std::stop_token stop)
{
    return read(ask(get(api::casePath(id), MaxDetail), stop), api::JsonMediaType, api::parseCaseDetail);
}

Answer<api::RevisionAnswer> BackOfficeClient::askRevision(base::CaseId id, int revision, std::stop_token stop)
{
    return read(ask(get(api::revisionPath(id, revision), MaxDetail), stop),
                api::JsonMediaType,
                api::parseRevisionAnswer);
}

Answer<api::DocumentRecord> BackOfficeClient::keepDocument(base::CaseId id,
                                                           const api::DocumentRecord& record,
                                                           std::stop_token stop)
{
    return read(ask(post(api::documentsPath(id), api::toJson(record)), stop),
                api::JsonMediaType,
                api::parseDocumentRecord);
}

}  // namespace offline
