#pragma once

#include <offline/database.h>
#include <offline/outbox_state.h>
#include <offline/vault.h>

#include <api/post_documents.h>

#include <base/clock.h>
#include <base/ids.h>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Statement;
}

namespace offline {

/// Where a paper stands that was made here for a case that is sealed: Waiting ─► Kept (the back office has it) | Parked.
/// Whom it was handed to may be added later; then it waits again.
enum class PaperState { Waiting, Kept, Parked };

[[nodiscard]] std::string_view nameOf(PaperState state);   ///< stored token: "waiting"
[[nodiscard]] std::string_view titleOf(PaperState state);  ///< message id
[[nodiscard]] std::span<const PaperState> allPaperStates();

/// A paper of a case, as it is told to the back office, and how far it is told.
struct PaperEntry {
    base::CaseId caseId;
    api::DocumentRecord record;
    PaperState state = PaperState::Waiting;
    std::optional<ParkCause> cause;  ///< with Parked
    std::string reason;
    int attempts = 0;
    std::optional<base::Timestamp> nextTry;  ///< when it was put off; else it goes at once
    int version = 1;                         ///< counts what was added to it
};

/// The papers made here once their case was sealed: their bytes lie in the page store and are protected there as long as
/// the row is, the record (names of people) is sealed. What is made before sealing travels in the manifest
/// (Case::notices) and comes here when the next revision begins. Also the numbers of all papers made at this window. Each
/// verb is one transaction.
class PaperStore
{
  public:
    PaperStore(Database& database, const Vault& vault);

    /// A new paper, or one something was added to: it waits to be told, unless the back office has it already (Kept).
    [[nodiscard]] base::Status put(base::CaseId caseId,
                                   const api::DocumentRecord& record,
                                   PaperState state = PaperState::Waiting);

    [[nodiscard]] base::Result<std::vector<PaperEntry>> ofCase(base::CaseId id) const;  ///< oldest first
    [[nodiscard]] base::Result<std::vector<PaperEntry>> unsettled() const;              ///< waiting and parked

    /// Those that may go now: waiting, `nextTry` reached, and the first revision of their case is received. At most `limit`.
    [[nodiscard]] base::Result<std::vector<PaperEntry>> due(base::Timestamp now,
                                                            std::size_t limit = 100) const;
    [[nodiscard]] base::Result<std::optional<base::Timestamp>> nextTry() const;

    /// The back office has it, unless something was added since that version.
    [[nodiscard]] base::Status kept(base::DocumentId id, int version);
    [[nodiscard]] base::Status tryLater(base::DocumentId id, base::Timestamp when, std::string_view reason);
    [[nodiscard]] base::Status park(base::DocumentId id, ParkCause cause, std::string_view reason);

    /// There is no line at all: everything due waits until `when`.
    [[nodiscard]] base::Status putOffDue(base::Timestamp now, base::Timestamp when);
    /// The link is back: what waits only because of it is due at once.
    [[nodiscard]] base::Status wake();
    /// Makes all that wait due at once, without those parked.
    [[nodiscard]] base::Status hurry();
    /// Makes waiting and parked papers due at once; of one case where it is given. Says how many.
    [[nodiscard]] base::Result<int> retry(std::optional<base::CaseId> id);

    /// Papers that were never told are taken back with their case (Outbox::recall).
    [[nodiscard]] base::Status takeBack(base::CaseId id);

    /// The next number of the window's own series of that body and year, from 1; never given twice.
    [[nodiscard]] base::Result<int> nextNumber(std::string_view workstation, std::string_view body, int year);

  private:
    using Binder = std::function<void(SQLite::Statement&)>;

    [[nodiscard]] base::Result<std::vector<PaperEntry>> select(const std::string& where,
                                                               const Binder& bind = {}) const;
    [[nodiscard]] base::Result<int> update(const std::string& set, const Binder& bind = {});

    Database& m_database;
    const Vault& m_vault;
};

}  // namespace offline
