#include <forms/course.h>

#include <algorithm>

namespace forms {

namespace {

/// Where an act leads, whatever was before; nothing for acts that leave a case where it stands.
std::optional<CaseState> ledBy(Act act)
{
    switch (act) {
    case Act::Received: return std::nullopt;
    case Act::Sealed: return std::nullopt;
    case Act::Arrived: return std::nullopt;
    case Act::CorrectionRequested: return CaseState::CorrectionRequested;
    case Act::Returned: return CaseState::Returned;
    case Act::Resubmitted: return CaseState::Submitted;
    case Act::Accepted:
    case Act::DeemedAccepted: return CaseState::Accepted;
    case Act::NotAccepted: return CaseState::NotAccepted;
    case Act::Examined: return CaseState::UnderReview;
    case Act::ProcedureBegun: return CaseState::Suspended;
    case Act::ProcedureEnded: return CaseState::UnderReview;
    case Act::Approved: return CaseState::Approved;
    case Act::Refused: return CaseState::Refused;
    case Act::Certified: return CaseState::Certified;
    case Act::Delivered: return CaseState::Delivered;
    case Act::Withdrawn: return CaseState::Withdrawn;
    case Act::Lapsed:
    case Act::Terminated: return CaseState::Terminated;
    case Act::Closed: return CaseState::Closed;
    case Act::NoticeMade:
    case Act::NoticeHandedOver:
    case Act::Extended:
    case Act::Deferred:
    case Act::Supplied:
    case Act::DeferralMissed:
    case Act::Claimed:
    case Act::Released:
    case Act::HandedOver:
    case Act::Flagged:
    case Act::FlagSettled: return std::nullopt;
    }
    return std::nullopt;
}

/// Sealing and arriving move a case on only as long as it is the window's: a later revision comes beside a state it
/// does not change by itself.
CaseState after(CaseState state, Act act)
{
    if (act == Act::Sealed)
        return state == CaseState::Draft ? CaseState::Sealed : state;
    if (act == Act::Arrived)
        return state == CaseState::Draft || state == CaseState::Sealed ? CaseState::Submitted : state;
    return ledBy(act).value_or(state);
}

}  // namespace

CaseState stateOf(std::span<const CourseEntry> course)
{
    auto state = CaseState::Draft;
    for (const auto& entry : course)
        state = after(state, entry.act);
    return state;
}

base::Timestamp stateSince(std::span<const CourseEntry> course)
{
    auto state = CaseState::Draft;
    auto since = course.empty() ? base::Timestamp{} : course.front().at;
    for (const auto& entry : course) {
        const auto next = after(state, entry.act);
        if (next != state || ledBy(entry.act))
            since = entry.act == Act::DeemedAccepted ? entry.noted : entry.at;
        state = next;
    }
    return since;
}

const CourseEntry* findLast(std::span<const CourseEntry> course, Act act)
{
    const auto found = std::find_if(
        course.rbegin(), course.rend(), [act](const CourseEntry& entry) { return entry.act == act; });
    return found == course.rend() ? nullptr : &*found;
}

std::string claimedBy(std::span<const CourseEntry> course)
{
    std::string user;
    for (const auto& entry : course) {
        if (entry.act == Act::Claimed)
            user = entry.by;
        else if (entry.act == Act::HandedOver)
            user = entry.taker;
        else if (entry.act == Act::Released)
            user.clear();
    }
    return user;
}

base::Timestamp receiptOf(std::span<const CourseEntry> course)
{
    base::Timestamp receipt{};
    bool found = false;
    bool asked = false;
    for (const auto& entry : course) {
        if (!found && (entry.act == Act::Received || entry.act == Act::Sealed)) {
            receipt = entry.at;
            found = true;
        }
        if (entry.act == Act::CorrectionRequested)
            asked = true;
        if (entry.act == Act::Resubmitted && asked) {
            receipt = entry.at;
            asked = false;
        }
    }
    return receipt;
}

std::optional<base::Timestamp> acceptanceOf(std::span<const CourseEntry> course)
{
    for (const auto& entry : course)
        if (entry.act == Act::Accepted || entry.act == Act::DeemedAccepted)
            return entry.at;
    return std::nullopt;
}

std::vector<CourseDeferral> openDeferrals(std::span<const CourseEntry> course)
{
    std::vector<CourseDeferral> open;
    const auto find = [&open](const std::string& material) {
        return std::find_if(
            open.begin(), open.end(), [&](const CourseDeferral& one) { return one.material == material; });
    };
    for (const auto& entry : course)
        for (const auto& material : entry.cites) {
            const auto known = find(material);
            if (entry.act == Act::Deferred && entry.until) {
                if (known == open.end())
                    open.push_back({material, *entry.until});
                else
                    *known = {material, *entry.until};
            } else if (entry.act == Act::DeferralMissed && known != open.end()) {
                known->missed = true;
            } else if ((entry.act == Act::Supplied || entry.act == Act::Resubmitted) && known != open.end()) {
                open.erase(known);
            }
        }
    return open;
}

bool awaitsRescan(std::span<const CourseEntry> course)
{
    bool awaits = false;
    for (const auto& entry : course) {
        if (entry.act == Act::Returned)
            awaits = true;
        if (entry.act == Act::Resubmitted || entry.act == Act::Supplied)
            awaits = false;
    }
    return awaits;
}

int correctionsOf(std::span<const CourseEntry> course)
{
    return static_cast<int>(std::count_if(course.begin(), course.end(), [](const CourseEntry& entry) {
        return entry.act == Act::CorrectionRequested;
    }));
}

std::vector<std::string> openFlags(std::span<const CourseEntry> course)
{
    std::vector<std::string> open;
    for (const auto& entry : course) {
        const auto cause = entry.cites.empty() ? std::string() : entry.cites.front();
        if (entry.act == Act::Flagged)
            open.push_back(cause);
        if (entry.act == Act::FlagSettled)
            std::erase(open, cause);
    }
    return open;
}

void append(Course& course, CourseEntry entry)
{
    entry.n = static_cast<int>(course.size()) + 1;
    course.push_back(std::move(entry));
}

}  // namespace forms
