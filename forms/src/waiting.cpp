#include <forms/waiting.h>

#include "word_table.h"

#include <forms/law.h>

#include <i18n/phrase.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

using i18n::messageId;

constexpr std::array Parties{
    Word<WaitsFor>{WaitsFor::Nobody, "nobody", messageId("Nobody")},
    Word<WaitsFor>{WaitsFor::Window, "window", messageId("The window")},
    Word<WaitsFor>{WaitsFor::Applicant, "applicant", messageId("The applicant")},
    Word<WaitsFor>{WaitsFor::Reviewer, "reviewer", messageId("A reviewer")},
    Word<WaitsFor>{WaitsFor::Approver, "approver", messageId("An approver")},
    Word<WaitsFor>{WaitsFor::Certifier, "certifier", messageId("A certifier")},
    Word<WaitsFor>{WaitsFor::Procedure, "procedure", messageId("A special procedure")},
};

static_assert(follows(Parties, WaitsFor::Procedure));

WaitsFor partyOf(CaseState state, bool withheld)
{
    switch (state) {
    case CaseState::Draft:
    case CaseState::Sealed:
    case CaseState::Returned:
    case CaseState::Refused:
    case CaseState::Certified:
        return state == CaseState::Certified && withheld ? WaitsFor::Applicant : WaitsFor::Window;
    case CaseState::Submitted:
    case CaseState::Accepted: return WaitsFor::Reviewer;
    case CaseState::CorrectionRequested: return WaitsFor::Applicant;
    case CaseState::UnderReview: return WaitsFor::Approver;
    case CaseState::Suspended: return WaitsFor::Procedure;
    case CaseState::Approved: return withheld ? WaitsFor::Applicant : WaitsFor::Certifier;
    case CaseState::Delivered: return WaitsFor::Window;
    case CaseState::NotAccepted:
    case CaseState::Closed:
    case CaseState::Withdrawn:
    case CaseState::Terminated: return WaitsFor::Nobody;
    }
    return WaitsFor::Nobody;
}

/// The paper a step makes due; nothing for steps that are told by none.
std::optional<PaperKind> paperOf(const Guide& guide,
                                 std::span<const CourseEntry> course,
                                 const CourseEntry& entry)
{
    switch (entry.act) {
    case Act::Received: return PaperKind::ReceiptSlip;
    case Act::CorrectionRequested: return PaperKind::OneTimeNotice;
    case Act::Resubmitted:
    case Act::Supplied: return PaperKind::SupplementSlip;
    case Act::NotAccepted: return PaperKind::NotAcceptedNotice;
    case Act::Accepted:
    case Act::DeemedAccepted:
        if (!law(regimeOf(guide)).acceptancePaper)
            return std::nullopt;
        return openDeferrals(course.first(static_cast<std::size_t>(&entry - course.data()))).empty()
                   ? PaperKind::AcceptanceNotice
                   : PaperKind::DeferralNotice;
    case Act::ProcedureBegun: return PaperKind::ProcedureNotice;
    case Act::Extended: return PaperKind::ExtensionNotice;
    case Act::Approved: return PaperKind::Approval;
    case Act::Refused: return PaperKind::Refusal;
    case Act::Lapsed:
    case Act::Terminated: return PaperKind::TerminationNotice;
    case Act::Delivered: return PaperKind::ServiceRecord;
    case Act::NoticeMade:
    case Act::NoticeHandedOver:
    case Act::Sealed:
    case Act::Arrived:
    case Act::Returned:
    case Act::Examined:
    case Act::ProcedureEnded:
    case Act::Deferred:
    case Act::DeferralMissed:
    case Act::Certified:
    case Act::Withdrawn:
    case Act::Closed:
    case Act::Claimed:
    case Act::Released:
    case Act::HandedOver:
    case Act::Flagged:
    case Act::FlagSettled: return std::nullopt;
    }
    return std::nullopt;
}

bool isMade(std::span<const CourseEntry> course, const CourseEntry& step, PaperKind kind)
{
    // The window made it before the case was sent: the step carries it.
    if (step.paper == nameOf(kind))
        return true;
    return std::any_of(course.begin(), course.end(), [&](const CourseEntry& entry) {
        return entry.act == Act::NoticeMade && entry.paper == nameOf(kind) && entry.n > step.n;
    });
}

/// Accepted and decided in one sitting: the decision is the paper (行政许可法 art. 34).
bool isOvertaken(std::span<const CourseEntry> course, const CourseEntry& step)
{
    const bool accepts = step.act == Act::Accepted || step.act == Act::DeemedAccepted;
    return accepts && std::any_of(course.begin(), course.end(), [&](const CourseEntry& entry) {
               return (entry.act == Act::Approved || entry.act == Act::Refused) && entry.noted == step.noted;
           });
}

}  // namespace

std::string_view nameOf(WaitsFor party)
{
    return Parties[static_cast<std::size_t>(party)].token;
}

std::string_view titleOf(WaitsFor party)
{
    return Parties[static_cast<std::size_t>(party)].title;
}

std::optional<WaitsFor> parseWaitsFor(std::string_view token)
{
    return parseToken(Parties, token);
}

Waiting waitsFor(const Guide& guide, std::span<const CourseEntry> course)
{
    const auto state = stateOf(course);
    auto who = partyOf(state, !openDeferrals(course).empty());
    // A resubmission under such a regime is a case of its own: nothing more is awaited from this one.
    if (state == CaseState::CorrectionRequested && guide.limits.correction.resubmissionIsNewCase())
        who = WaitsFor::Nobody;
    return {who, stateSince(course)};
}

std::vector<PaperDue> papersDue(const Guide& guide,
                                std::span<const CourseEntry> course,
                                const Office& /*office*/)
{
    std::vector<PaperDue> due;
    for (const auto& entry : course)
        if (const auto kind = paperOf(guide, course, entry);
            kind && !isMade(course, entry, *kind) && !isOvertaken(course, entry))
            due.push_back({*kind, entry.n});
    return due;
}

}  // namespace forms
