#pragma once

#include <offline/http_line.h>

#include <api/get_audit.h>
#include <api/get_case.h>
#include <api/get_cases.h>
#include <api/get_changes.h>
#include <api/get_health.h>
#include <api/get_keys.h>
#include <api/get_revision.h>
#include <api/post_actions.h>
#include <api/post_documents.h>
#include <api/post_keys.h>
#include <api/post_pages_missing.h>
#include <api/post_sessions.h>
#include <api/problem.h>
#include <api/put_revision.h>
#include <api/tus.h>

#include <base/clock.h>
#include <base/digest.h>

#include <forms/annotation.h>
#include <forms/jws.h>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace offline {

/// Why there is no success: the error, and the problem when the server stated one.
struct Refusal {
    base::Error error;
    std::optional<api::Problem> problem;
};

template <class T>
using Answer = tl::expected<T, Refusal>;

/// The catalogue's JWS and its ETag.
struct CatalogueAnswer {
    std::string jws;
    std::string etag;
};

/// Where an upload stands on the server.
struct UploadProgress {
    std::string path;  ///< from the root of the server; empty when a creation gave none
    std::uint64_t offset = 0;
};

/// One method per endpoint of backoffice/api. The token goes into the Authorization header only and into no log. Answers
/// are bounded and checked before they are believed. `stop` ends a waiting call soon with Cancelled. Used by one thread.
class BackOfficeClient
{
  public:
    explicit BackOfficeClient(HttpLine& line);

    void useToken(std::string token);

    [[nodiscard]] base::Result<api::Session> login(const api::SessionRequest& request,
                                                   std::stop_token stop = {});
    [[nodiscard]] base::Status logout(std::stop_token stop = {});
    [[nodiscard]] base::Result<api::KeySet> keys(std::stop_token stop = {});
    [[nodiscard]] base::Result<api::KeyAnswer> publishKey(const api::KeyRequest& request,
                                                          std::stop_token stop = {});

    /// Error NotOurServer unless the answer is signed by one of `receiptKeys` and echoes our fresh nonce.
    [[nodiscard]] base::Result<api::Health> health(const forms::KeyFinder& receiptKeys,
                                                   std::stop_token stop = {});

    /// Nothing when the server still has the one of `etag`.
    [[nodiscard]] base::Result<std::optional<CatalogueAnswer>> catalogue(std::string_view etag,
                                                                         std::stop_token stop = {});

    /// The newest office document's JWS, not yet verified; error NotFound where none was published.
    [[nodiscard]] base::Result<std::string> office(std::stop_token stop = {});

    /// Checked against the digest: error Damaged when other bytes came.
    [[nodiscard]] base::Result<std::string> guide(const base::Digest& sha256, std::stop_token stop = {});
    [[nodiscard]] base::Result<std::string> page(const base::Digest& sha256, std::stop_token stop = {});

    [[nodiscard]] base::Result<api::CasesAnswer> cases(const api::CasesQuery& query,
                                                       std::stop_token stop = {});
    [[nodiscard]] base::Result<api::CaseDetail> caseDetail(base::CaseId id, std::stop_token stop = {});
    [[nodiscard]] base::Result<api::AuditAnswer> audit(base::CaseId id, std::stop_token stop = {});
    [[nodiscard]] base::Result<api::ChangesAnswer> changes(const api::ChangesQuery& query,
                                                           std::stop_token stop = {});

    /// The annotation as the server keeps it (it sets creator and time itself).
    [[nodiscard]] base::Result<forms::Annotation> annotate(const forms::Annotation& annotation,
                                                           std::stop_token stop = {});
    [[nodiscard]] base::Result<api::ActionAnswer> act(base::CaseId id,
                                                      const api::ActionRequest& request,
                                                      std::stop_token stop = {});

    // What the uploader needs; the problem decides what becomes of the entry.
    [[nodiscard]] Answer<api::PagesMissingAnswer> missingPages(const api::PagesMissingRequest& request,
                                                               std::stop_token stop = {});
    [[nodiscard]] Answer<UploadProgress> createUpload(const api::UploadMetadata& metadata,
                                                      std::uint64_t length,
                                                      std::string_view firstBytes,
                                                      std::stop_token stop = {});
    [[nodiscard]] Answer<UploadProgress> uploadOffset(std::string_view path, std::stop_token stop = {});
    [[nodiscard]] Answer<UploadProgress> continueUpload(std::string_view path,
                                                        std::uint64_t offset,
                                                        std::string_view bytes,
                                                        std::stop_token stop = {});

    /// The receipt's JWS, not yet verified.
    [[nodiscard]] Answer<std::string> putRevision(base::CaseId id,
                                                  int revision,
                                                  std::string_view manifestJws,
                                                  std::stop_token stop = {});
    [[nodiscard]] Answer<api::CaseDetail> askCase(base::CaseId id, std::stop_token stop = {});

    /// One revision as it came in, with its receipt, not yet verified.
    [[nodiscard]] Answer<api::RevisionAnswer> askRevision(base::CaseId id,
                                                          int revision,
                                                          std::stop_token stop = {});

    /// The record as the back office keeps it.
    [[nodiscard]] Answer<api::DocumentRecord> keepDocument(base::CaseId id,
                                                           const api::DocumentRecord& record,
                                                           std::stop_token stop = {});

  private:
    [[nodiscard]] Answer<HttpAnswer> ask(HttpRequest request, std::stop_token stop);

    HttpLine& m_line;
    std::string m_token;
};

}  // namespace offline
