#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace offline {

/// Where a sealed revision stands on its way (DESIGN section 4):
///
///   Waiting ─► Sending ─► AwaitingReceipt ─► Received          Parked(cause, who must act)
///      ▲          └─ answer lost ─► Asking ─► Received | Sending
///      └── try later (floor, ceiling, jitter, persisted; wakes at once when the link returns)
enum class OutboxState { Waiting, Sending, AwaitingReceipt, Asking, Received, Parked };

/// Why an entry does not go on by itself.
enum class ParkCause {
    Conflict,         ///< the back office has other bytes under this id and revision (409)
    Incomplete,       ///< its check found what ours did not (422 with findings)
    MissingPages,     ///< it still lacks pages we sent, or a page is gone here
    TooLarge,         ///< 413
    UnsupportedType,  ///< 415
    BadSignature,     ///< the clerk's key is not known there, or the manifest was changed
    UnknownGuide,     ///< the back office never published that guide version
    Forbidden,        ///< this workstation or user may not bring it (403)
    Separation,       ///< the same person would take two steps
    Gone,             ///< 410
    Damaged,          ///< a page or the manifest here does not open any more
    WrongReceipt,     ///< an answer whose signature or manifest digest is not right
    Refused           ///< any other refusal
};

enum class MustAct { Nobody, Clerk, Supervisor, Administrator };

[[nodiscard]] std::string_view nameOf(OutboxState state);   ///< stored token: "awaiting-receipt"
[[nodiscard]] std::string_view nameOf(ParkCause cause);     ///< stored token: "unknown-guide"
[[nodiscard]] std::string_view nameOf(MustAct who);         ///< "administrator"
[[nodiscard]] std::string_view titleOf(OutboxState state);  ///< message id for people
[[nodiscard]] std::string_view titleOf(ParkCause cause);    ///< message id: what it is and what to do
[[nodiscard]] std::string_view titleOf(MustAct who);
[[nodiscard]] std::optional<OutboxState> parseOutboxState(std::string_view token);
[[nodiscard]] std::optional<ParkCause> parseParkCause(std::string_view token);
[[nodiscard]] std::span<const OutboxState> allOutboxStates();
[[nodiscard]] std::span<const ParkCause> allParkCauses();
[[nodiscard]] MustAct mustAct(ParkCause cause);

}  // namespace offline
