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

papers::Counter counterOf(const api::Identity& clerk)
{
    papers::Counter counter;
    counter.centre = clerk.hall.name;
    counter.telephone = clerk.hall.telephone;
    counter.complaintTelephone = clerk.hall.complaintTelephone;
    counter.clerk = clerk.displayName.empty() ? clerk.name : clerk.displayName;
    return counter;
}

papers::Counter counterOf(const api::Identity& clerk, const forms::Case& draft)
{
    auto counter = counterOf(clerk);
    counter.lookUpCode = lookUpCode(draft.id);
    return counter;
}

}  // namespace desk
