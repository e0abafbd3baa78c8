#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/ids.h>
#include <base/result.h>
#include <base/units.h>

#include <api/endpoint.h>
#include <forms/case.h>
#include <forms/paper_kind.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace api {

/// Keeps a paper or a result with its case. Its bytes, and those of its signed pages, went up like pages before: 422
/// missing-pages names the others. 201 with the record; 200 with it for the same again. Beside that a record is never
/// changed, but that whom it was handed to and its signed pages may each be added once: 409 for anything else under its id.
inline constexpr Endpoint PostDocuments{"POST", "/v1/cases/{id}/documents"};

[[nodiscard]] std::string documentsPath(base::CaseId caseId);

/// Where the bytes of a signed page are that is in no revision of the case.
struct SignedPage {
    base::PageId id;
    base::Digest sha256;

    bool operator==(const SignedPage&) const = default;
};

/// A paper of a case, or its result (DESIGN section 9 `document`). It is never rendered again: these bytes are it.
struct DocumentRecord {
    base::DocumentId id;  ///< given at birth, so that a lost answer doubles nothing
    forms::PaperKind kind = forms::PaperKind::Result;
    std::string number;  ///< 机关代字〔year〕…号; may be empty for kinds without one
    base::Digest sha256;
    std::string type;  ///< media type
    base::ByteCount bytes;
    base::Timestamp made;
    std::string by;  ///< user who made it, of the division of the case
    std::string site;
    int copies = 1;
    std::optional<forms::HandedOver> handed;  ///< absent: still here
    std::vector<base::PageId> signedPages;    ///< the paper as it came back with its signature
    std::vector<SignedPage> pages;            ///< those of `signedPages` that no revision of the case has

    bool operator==(const DocumentRecord&) const = default;
};

[[nodiscard]] std::string toJson(const DocumentRecord& record);
[[nodiscard]] base::Result<DocumentRecord> parseDocumentRecord(std::string_view json);

/// What `record` says of a paper of which `kept` is known: the same or less, something that may be added, or another.
enum class DocumentNews { None, Added, Contradicts };

[[nodiscard]] DocumentNews newsOf(const DocumentRecord& kept, const DocumentRecord& record);

}  // namespace api
