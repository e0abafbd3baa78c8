#include <api/problem.h>

#include <array>
#include <utility>

namespace api {

namespace {

using base::ErrorCode;

struct Row {
    ProblemCode code;
    std::string_view name;
    int status;
    ErrorCode error;
};

constexpr std::array Rows{
    Row{ProblemCode::BadRequest, "bad-request", 400, ErrorCode::Refused},
    Row{ProblemCode::Unauthenticated, "unauthenticated", 401, ErrorCode::LoginNeeded},
    Row{ProblemCode::Forbidden, "forbidden", 403, ErrorCode::NotAllowed},
    Row{ProblemCode::Separation, "separation", 403, ErrorCode::Separation},
    Row{ProblemCode::NotFound, "not-found", 404, ErrorCode::NotFound},
    Row{ProblemCode::Conflict, "conflict", 409, ErrorCode::Conflict},
    Row{ProblemCode::MissingPages, "missing-pages", 422, ErrorCode::Refused},
    Row{ProblemCode::Incomplete, "incomplete", 422, ErrorCode::NotAcceptable},
    Row{ProblemCode::BadSignature, "bad-signature", 403, ErrorCode::Refused},
    Row{ProblemCode::UnknownGuide, "unknown-guide", 422, ErrorCode::Refused},
    Row{ProblemCode::Checksum, "checksum", 460, ErrorCode::Network},
    Row{ProblemCode::TooLarge, "too-large", 413, ErrorCode::Refused},
    Row{ProblemCode::UnsupportedType, "unsupported-type", 415, ErrorCode::Refused},
    Row{ProblemCode::LengthRequired, "length-required", 411, ErrorCode::Refused},
    Row{ProblemCode::RateLimited, "rate-limited", 429, ErrorCode::Network},
    Row{ProblemCode::Busy, "busy", 503, ErrorCode::Network},
    Row{ProblemCode::ServerFull, "server-full", 507, ErrorCode::NoSpace},
    Row{ProblemCode::Gone, "gone", 410, ErrorCode::NotFound},
};

constexpr auto Codes = [] {
    std::array<ProblemCode, Rows.size()> codes{};
    for (std::size_t i = 0; i < Rows.size(); ++i)
        codes[i] = Rows[i].code;
    return codes;
}();

constexpr bool rowsFollowTheEnum()
{
    for (std::size_t i = 0; i < Rows.size(); ++i)
        if (static_cast<std::size_t>(Rows[i].code) != i)
            return false;
    return Rows.size() == static_cast<std::size_t>(ProblemCode::Gone) + 1;
}

static_assert(rowsFollowTheEnum());

const Row& rowOf(ProblemCode code)
{
    return Rows[static_cast<std::size_t>(code)];
}

}  // namespace

std::string_view nameOf(ProblemCode code)
{
    return rowOf(code).name;
}

std::optional<ProblemCode> parseProblemCode(std::string_view name)
{
    for (const auto& row : Rows)
        if (row.name == name)
            return row.code;
    return std::nullopt;
}

std::span<const ProblemCode> allProblemCodes()
{
    return Codes;
}

int httpStatusOf(ProblemCode code)
{
    return rowOf(code).status;
}

base::ErrorCode errorCodeOf(ProblemCode code)
{
    return rowOf(code).error;
}

ProblemCode problemCodeOf(base::ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadArgument:
    case ErrorCode::BadInput: return ProblemCode::BadRequest;
    case ErrorCode::NotFound: return ProblemCode::NotFound;
    case ErrorCode::NotAllowed:
    case ErrorCode::Refused: return ProblemCode::Forbidden;
    case ErrorCode::Separation: return ProblemCode::Separation;
    case ErrorCode::NotAcceptable: return ProblemCode::Incomplete;
    case ErrorCode::Conflict: return ProblemCode::Conflict;
    case ErrorCode::LoginNeeded: return ProblemCode::Unauthenticated;
    case ErrorCode::NoSpace: return ProblemCode::ServerFull;
    case ErrorCode::Network:
    case ErrorCode::NotOurServer:
    case ErrorCode::Device:
    case ErrorCode::Damaged:
    case ErrorCode::Cancelled:
    case ErrorCode::Failed: return ProblemCode::Busy;
    }
    return ProblemCode::Busy;
}

Problem toProblem(const base::Error& error)
{
    Problem problem;
    problem.code = problemCodeOf(error.code);
    problem.message = error.message;
    problem.arguments = error.arguments;
    return problem;
}

base::Error toError(const Problem& problem)
{
    if (!problem.message.empty())
        return {errorCodeOf(problem.code), problem.message, problem.arguments};
    return base::fail(errorCodeOf(problem.code),
                      "The back office refused with {problem} and gave no reason.",
                      {{"problem", std::string(nameOf(problem.code))}})
        .value();
}

}  // namespace api
