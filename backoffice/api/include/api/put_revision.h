#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/ids.h>
#include <base/result.h>

#include <api/endpoint.h>
#include <forms/case_flow.h>

#include <string>
#include <string_view>

namespace api {

/// Hands in one revision: the body is the manifest's JWS (`application/jose`). 201 with the receipt's JWS, 200
/// with the same receipt for the same bytes again, 409 for other bytes or a skipped revision, 422 with findings
/// or missing pages.
inline constexpr Endpoint PutRevision{"PUT", "/v1/cases/{id}/revisions/{n}"};

[[nodiscard]] std::string revisionPath(base::CaseId caseId, int revision);

inline constexpr std::string_view ReceiptFormat = "onewindow-receipt/1";

/// The back office's signed answer. Nothing is purged before it was verified and `manifest` is the digest of
/// what was sealed (DESIGN 5.4).
struct Receipt {
    base::CaseId caseId;
    int revision = 1;
    base::Digest manifest;
    std::string number;  ///< the official one
    forms::CaseState state = forms::CaseState::Submitted;
    base::Timestamp received;  ///< by the server
    std::string server;

    bool operator==(const Receipt&) const = default;
};

/// The JWS payload.
[[nodiscard]] std::string toJson(const Receipt& receipt);
[[nodiscard]] base::Result<Receipt> parseReceipt(std::string_view json);

}  // namespace api
