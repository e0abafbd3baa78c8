#include <offline/outbox_state.h>

#include <i18n/phrase.h>

#include <algorithm>
#include <array>

namespace offline {

namespace {

using i18n::messageId;

constexpr std::array States{OutboxState::Waiting,
                            OutboxState::Sending,
                            OutboxState::AwaitingReceipt,
                            OutboxState::Asking,
                            OutboxState::Received,
                            OutboxState::Parked};

constexpr std::array Causes{ParkCause::Conflict,
                            ParkCause::Incomplete,
                            ParkCause::MissingPages,
                            ParkCause::TooLarge,
                            ParkCause::UnsupportedType,
                            ParkCause::BadSignature,
                            ParkCause::UnknownGuide,
                            ParkCause::Forbidden,
                            ParkCause::Separation,
                            ParkCause::Gone,
                            ParkCause::Damaged,
                            ParkCause::WrongReceipt,
                            ParkCause::Refused};

}  // namespace

std::string_view nameOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Waiting: return "waiting";
    case OutboxState::Sending: return "sending";
    case OutboxState::AwaitingReceipt: return "awaiting-receipt";
    case OutboxState::Asking: return "asking";
    case OutboxState::Received: return "received";
    case OutboxState::Parked: return "parked";
    }
    return {};
}

std::string_view nameOf(ParkCause cause)
{
    switch (cause) {
    case ParkCause::Conflict: return "conflict";
    case ParkCause::Incomplete: return "incomplete";
    case ParkCause::MissingPages: return "missing-pages";
    case ParkCause::TooLarge: return "too-large";
    case ParkCause::UnsupportedType: return "unsupported-type";
    case ParkCause::BadSignature: return "bad-signature";
    case ParkCause::UnknownGuide: return "unknown-guide";
    case ParkCause::Forbidden: return "forbidden";
    case ParkCause::Separation: return "separation";
    case ParkCause::Gone: return "gone";
    case ParkCause::Damaged: return "damaged";
    case ParkCause::WrongReceipt: return "wrong-receipt";
    case ParkCause::Refused: return "refused";
    }
    return {};
}

std::string_view nameOf(MustAct who)
{
    switch (who) {
    case MustAct::Nobody: return "nobody";
    case MustAct::Clerk: return "clerk";
    case MustAct::Supervisor: return "supervisor";
    case MustAct::Administrator: return "administrator";
    }
    return {};
}

std::string_view titleOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Waiting: return messageId("Waiting to be sent");
    case OutboxState::Sending: return messageId("Sending");
    case OutboxState::AwaitingReceipt: return messageId("Waiting for the receipt");
    case OutboxState::Asking: return messageId("Asking whether it arrived");
    case OutboxState::Received: return messageId("Received by the back office");
    case OutboxState::Parked: return messageId("Stopped: somebody must act");
    }
    return {};
}

std::string_view titleOf(ParkCause cause)
{
    switch (cause) {
    case ParkCause::Conflict:
        return messageId(
            "The back office has other content under this case and revision. A supervisor must compare the two.");
    case ParkCause::Incomplete:
        return messageId(
            "The back office's check found something lacking. Recall the case, complete it and seal it again.");
    case ParkCause::MissingPages:
        return messageId(
            "Pages of this case could not be brought to the back office. Look whether they open here, then retry, or "
            "recall the case and scan them again.");
    case ParkCause::TooLarge:
        return messageId(
            "A page or the case is larger than the back office takes. Recall the case and scan the page again with fewer "
            "dots per inch.");
    case ParkCause::UnsupportedType:
        return messageId(
            "The back office does not take this type of file. Recall the case and attach it as an image or PDF.");
    case ParkCause::BadSignature:
        return messageId(
            "The back office does not accept the signature of this case. Its clerk must log in with a line once, "
            "then retry.");
    case ParkCause::UnknownGuide:
        return messageId(
            "The back office never published this version of the guide. An administrator must publish it, then "
            "retry.");
    case ParkCause::Forbidden:
        return messageId(
            "This user or workstation may not bring cases of this division. An administrator must enrol it.");
    case ParkCause::Separation: return messageId("Another person must take this step.");
    case ParkCause::Gone:
        return messageId("The back office no longer has what this refers to. A supervisor must decide.");
    case ParkCause::Damaged:
        return messageId(
            "A page or the sealed case on this workstation does not open any more. An administrator must look at "
            "the disk.");
    case ParkCause::WrongReceipt:
        return messageId(
            "The answer was not signed by our back office, or is about other content. An administrator must look "
            "into it.");
    case ParkCause::Refused:
        return messageId(
            "The back office refused this case. Read its reason, recall the case and put it right.");
    }
    return {};
}

std::string_view titleOf(MustAct who)
{
    switch (who) {
    case MustAct::Nobody: return messageId("Nobody");
    case MustAct::Clerk: return messageId("Clerk");
    case MustAct::Supervisor: return messageId("Supervisor");
    case MustAct::Administrator: return messageId("Administrator");
    }
    return {};
}

std::optional<OutboxState> parseOutboxState(std::string_view token)
{
    const auto found = std::ranges::find(States, token, [](OutboxState state) { return nameOf(state); });
    return found == States.end() ? std::nullopt : std::optional(*found);
}

std::optional<ParkCause> parseParkCause(std::string_view token)
{
    const auto found = std::ranges::find(Causes, token, [](ParkCause cause) { return nameOf(cause); });
    return found == Causes.end() ? std::nullopt : std::optional(*found);
}

std::span<const OutboxState> allOutboxStates()
{
    return States;
}

std::span<const ParkCause> allParkCauses()
{
    return Causes;
}

MustAct mustAct(ParkCause cause)
{
    switch (cause) {
    case ParkCause::Incomplete:
    case ParkCause::MissingPages:
    case ParkCause::TooLarge:
    case ParkCause::UnsupportedType:
    case ParkCause::BadSignature:
    case ParkCause::Refused: return MustAct::Clerk;
    case ParkCause::Conflict:
    case ParkCause::Separation:
    case ParkCause::Gone: return MustAct::Supervisor;
    case ParkCause::UnknownGuide:
    case ParkCause::Forbidden:
    case ParkCause::Damaged:
    case ParkCause::WrongReceipt: return MustAct::Administrator;
    }
    return MustAct::Nobody;
}

}  // namespace offline
