#include <forms/case.h>
#include <forms/course.h>

#include "word_table.h"

#include <i18n/phrase.h>

#include <array>

namespace forms {

namespace {

using i18n::messageId;

constexpr std::array Acts{
    Word<Act>{Act::Received, "received", messageId("Papers received")},
    Word<Act>{Act::NoticeMade, "notice-made", messageId("Paper made")},
    Word<Act>{Act::NoticeHandedOver, "notice-handed-over", messageId("Paper handed over")},
    Word<Act>{Act::Sealed, "sealed", messageId("Sealed at the window")},
    Word<Act>{Act::Arrived, "arrived", messageId("Arrived at the back office")},
    Word<Act>{Act::CorrectionRequested, "correction-requested", messageId("Correction requested")},
    Word<Act>{Act::Returned, "returned", messageId("Returned to the window")},
    Word<Act>{Act::Resubmitted, "resubmitted", messageId("Corrected papers handed in")},
    Word<Act>{Act::Accepted, "accepted", messageId("Accepted")},
    Word<Act>{Act::NotAccepted, "not-accepted", messageId("Not accepted")},
    Word<Act>{Act::DeemedAccepted, "deemed-accepted", messageId("Deemed accepted")},
    Word<Act>{Act::Examined, "examined", messageId("Examination begun")},
    Word<Act>{Act::ProcedureBegun, "procedure-begun", messageId("Special procedure begun")},
    Word<Act>{Act::ProcedureEnded, "procedure-ended", messageId("Special procedure ended")},
    Word<Act>{Act::Extended, "extended", messageId("Limit extended")},
    Word<Act>{Act::Deferred, "deferred", messageId("Material put off")},
    Word<Act>{Act::Supplied, "supplied", messageId("Materials handed in later")},
    Word<Act>{Act::DeferralMissed, "deferral-missed", messageId("Material put off did not come in time")},
    Word<Act>{Act::Approved, "approved", messageId("Approved")},
    Word<Act>{Act::Refused, "refused", messageId("Not approved")},
    Word<Act>{Act::Certified, "certified", messageId("Certified")},
    Word<Act>{Act::Delivered, "delivered", messageId("Delivered")},
    Word<Act>{Act::Withdrawn, "withdrawn", messageId("Withdrawn")},
    Word<Act>{Act::Lapsed, "lapsed", messageId("Not corrected in time")},
    Word<Act>{Act::Terminated, "terminated", messageId("Terminated")},
    Word<Act>{Act::Closed, "closed", messageId("Filed")},
    Word<Act>{Act::Claimed, "claimed", messageId("Claimed")},
    Word<Act>{Act::Released, "released", messageId("Given back")},
    Word<Act>{Act::HandedOver, "handed-over", messageId("Handed over to a colleague")},
    Word<Act>{Act::Flagged, "flagged", messageId("Flagged for the supervisor")},
    Word<Act>{Act::FlagSettled, "flag-settled", messageId("Flag settled")},
};

static_assert(follows(Acts, Act::FlagSettled));
constexpr auto ActValues = valuesOf(Acts);

}  // namespace

std::string_view nameOf(Act act)
{
    return Acts[static_cast<std::size_t>(act)].token;
}

std::string_view titleOf(Act act)
{
    return Acts[static_cast<std::size_t>(act)].title;
}

std::optional<Act> parseAct(std::string_view token)
{
    return parseToken(Acts, token);
}

std::span<const Act> allActs()
{
    return ActValues;
}

std::string_view nameOf(AnswerHow how)
{
    switch (how) {
    case AnswerHow::Replaced: return "replaced";
    case AnswerHow::Filled: return "filled";
    case AnswerHow::Stays: return "stays";
    }
    return "stays";
}

std::optional<AnswerHow> parseAnswerHow(std::string_view token)
{
    for (const auto how : {AnswerHow::Replaced, AnswerHow::Filled, AnswerHow::Stays})
        if (nameOf(how) == token)
            return how;
    return std::nullopt;
}

}  // namespace forms
