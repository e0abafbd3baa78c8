#pragma once

#include <base/digest.h>
#include <base/error.h>
#include <base/result.h>

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace api {

/// Every way the back office says no (DESIGN section 9). The type of an RFC 9457 body is
/// urn:onewindow:problem:<name>; programs look at it, never at the sentence.
enum class ProblemCode {
    BadRequest,       ///< 400 the request has no meaning
    Unauthenticated,  ///< 401 no session, or it ended
    Forbidden,        ///< 403 state, role or division does not allow it
    Separation,       ///< 403 one person would take two steps that two must take
    NotFound,         ///< 404
    Conflict,         ///< 409 same id with other bytes, a skipped revision, or somebody was first
    MissingPages,     ///< 422 the manifest names pages that are not there: `missing`
    Incomplete,       ///< 422 the check disagrees: `findings`
    BadSignature,     ///< 403 the manifest's key is unknown, another's, or does not verify
    UnknownGuide,     ///< 422 no such guide version was ever published here
    Checksum,         ///< 460 (tus) the bytes are not what their digest says; a finished upload was deleted
    TooLarge,         ///< 413
    UnsupportedType,  ///< 415
    LengthRequired,   ///< 411
    RateLimited,      ///< 429 `retryAfter`
    Busy,             ///< 503 `retryAfter`; also for what went wrong on the server itself
    ServerFull,       ///< 507
    Gone,             ///< 410 the upload expired
};

[[nodiscard]] std::string_view nameOf(ProblemCode code);  ///< "missing-pages"
[[nodiscard]] std::optional<ProblemCode> parseProblemCode(std::string_view name);
[[nodiscard]] std::span<const ProblemCode> allProblemCodes();
[[nodiscard]] int httpStatusOf(ProblemCode code);

/// What a client's error is when the server answered so.
[[nodiscard]] base::ErrorCode errorCodeOf(ProblemCode code);

/// What the server answers when one of its rooms failed so.
[[nodiscard]] ProblemCode problemCodeOf(base::ErrorCode code);

/// One finding of the server's check, as `case check --json` prints it; absent members are empty.
struct ProblemFinding {
    std::string id;
    std::string material;
    std::string point;
    std::string field;
    std::string level;
    std::string text;

    bool operator==(const ProblemFinding&) const = default;
};

/// An RFC 9457 body. `message` and `arguments` are the message id and its places, so that each side translates;
/// `detail` on the wire is the English sentence for people with curl. No personal data.
struct Problem {
    ProblemCode code = ProblemCode::Busy;
    std::string message;
    std::vector<base::Argument> arguments;
    std::vector<base::Digest> missing;
    std::vector<ProblemFinding> findings;
    std::optional<std::chrono::seconds> retryAfter;  ///< also the header Retry-After

    bool operator==(const Problem&) const = default;
};

[[nodiscard]] std::string toJson(const Problem& problem);

/// Error BadInput for what is no problem body or has a type we do not know; `problemFromAnswer` never fails.
[[nodiscard]] base::Result<Problem> parseProblem(std::string_view json);

/// Any answer that is no success as a problem: the body if it is one, else what its status means.
[[nodiscard]] Problem problemFromAnswer(int httpStatus, std::string_view body);

[[nodiscard]] Problem toProblem(const base::Error& error);
[[nodiscard]] base::Error toError(const Problem& problem);

}  // namespace api
