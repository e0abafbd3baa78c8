#include "park_cause.h"

namespace offline {

std::optional<ParkCause> causeOf(api::ProblemCode code)
{
    switch (code) {
    case api::ProblemCode::Conflict: return ParkCause::Conflict;
    case api::ProblemCode::MissingPages: return ParkCause::MissingPages;
    case api::ProblemCode::Incomplete: return ParkCause::Incomplete;
    case api::ProblemCode::BadSignature: return ParkCause::BadSignature;
    case api::ProblemCode::UnknownGuide: return ParkCause::UnknownGuide;
    case api::ProblemCode::Forbidden: return ParkCause::Forbidden;
    case api::ProblemCode::Separation: return ParkCause::Separation;
    case api::ProblemCode::TooLarge: return ParkCause::TooLarge;
    case api::ProblemCode::UnsupportedType: return ParkCause::UnsupportedType;
    case api::ProblemCode::Gone: return ParkCause::Gone;
    case api::ProblemCode::BadRequest:
    case api::ProblemCode::NotFound:
    case api::ProblemCode::LengthRequired: return ParkCause::Refused;
    case api::ProblemCode::Unauthenticated:
    case api::ProblemCode::Checksum:
    case api::ProblemCode::RateLimited:
    case api::ProblemCode::Busy:
    case api::ProblemCode::ServerFull: return std::nullopt;
    }
    return ParkCause::Refused;
}

std::string reasonOf(const Refusal& refusal)
{
    if (!refusal.problem)
        return std::string(base::nameOf(refusal.error.code));
    std::string reason(nameOf(refusal.problem->code));
    for (const auto& finding : refusal.problem->findings)
        reason += " " + finding.id;
    for (const auto& page : refusal.problem->missing)
        reason += " " + page.toString();
    constexpr std::size_t Longest = 2000;
    return reason.substr(0, Longest);
}

}  // namespace offline
