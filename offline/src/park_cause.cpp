#include "park_cause.h"

#include <i18n/language.h>

#include <algorithm>

namespace offline {

namespace {

bool isOurs(const std::string& sentence)
{
    return !sentence.empty() && i18n::translate(sentence, i18n::Language::SimplifiedChinese) != sentence;
}

}  // namespace

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
    if (refusal.problem->arguments.empty() && isOurs(refusal.problem->message))
        reason += "\n" + refusal.problem->message;
    constexpr std::size_t Longest = 2000;
    return reason.substr(0, Longest);
}

Follows whatFollows(const Refusal& refusal)
{
    if (refusal.problem)
        if (const auto cause = causeOf(refusal.problem->code))
            return {Follows::Park, *cause};
    switch (refusal.error.code) {
    case base::ErrorCode::LoginNeeded:
    case base::ErrorCode::Cancelled: return {Follows::Pause, {}};
    case base::ErrorCode::Damaged: return {Follows::Park, ParkCause::Damaged};
    case base::ErrorCode::Network:
    case base::ErrorCode::NotOurServer:
    case base::ErrorCode::BadInput:
    case base::ErrorCode::Refused: return {Follows::Later, {}};
    case base::ErrorCode::BadArgument:
    case base::ErrorCode::NotFound:
    case base::ErrorCode::NotAllowed:
    case base::ErrorCode::Separation:
    case base::ErrorCode::NotAcceptable:
    case base::ErrorCode::Conflict:
    case base::ErrorCode::Device:
    case base::ErrorCode::NoSpace:
    case base::ErrorCode::Failed: break;
    }
    return {refusal.problem ? Follows::Later : Follows::End, {}};
}

std::chrono::milliseconds waitAfter(const Refusal& refusal, const RetryPlan& plan, int attempts, double jitter)
{
    const auto wait = plan.delay(attempts + 1, jitter);
    if (!refusal.problem || !refusal.problem->retryAfter)
        return wait;
    return std::clamp<std::chrono::milliseconds>(
        *refusal.problem->retryAfter, wait, std::max(wait, plan.ceiling));
}

}  // namespace offline
