#include "counter_lines.h"

namespace desk {

namespace {

/// With it the applicant asks for the case by telephone without its number being enough: the last eight characters of
/// the id, which are random (UUIDv7).
std::string lookUpCode(base::CaseId id)
{
    const auto text = id.toString();
    return text.substr(text.size() - 8);
}

}  // namespace

papers::Counter counterOf(const api::Identity& clerk, const forms::Case& draft)
{
    return {clerk.hall.name,
            draft.workstation,
            clerk.hall.telephone,
            clerk.hall.complaintTelephone,
            clerk.displayName.empty() ? clerk.name : clerk.displayName,
            lookUpCode(draft.id)};
}

}  // namespace desk
