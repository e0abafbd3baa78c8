#pragma once

#include <offline/database.h>
#include <offline/outbox_state.h>
#include <offline/vault.h>

#include <base/clock.h>
#include <base/digest.h>
#include <base/ids.h>
#include <base/units.h>

#include <forms/sealed_case.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Statement;
}

namespace offline {

/// One revision of one case in the outbox.
struct OutboxEntry {
    base::CaseId caseId;
    int revision = 1;
    base::Digest manifest;
    std::string matter;  ///< guide code
    OutboxState state = OutboxState::Waiting;
    std::optional<ParkCause> cause;  ///< with Parked
    std::string reason;   ///< the back office's own sentence or the last error's code; no personal data
    int attempts = 0;     ///< since it last got on
    base::Timestamp put;  ///< its age counts from here
    base::Timestamp changed;
    std::optional<base::Timestamp> nextTry;  ///< when it was put off; else it goes at once
    base::ByteCount sent;                    ///< page bytes the back office is known to have
    base::ByteCount total;                   ///< page bytes of the whole case
    std::string officialNumber;              ///< with Received
    std::optional<base::Timestamp> received;
    bool purged = false;    ///< its pages were removed here after the undo period
    bool handedIn = false;  ///< the manifest was sent at least once: it may have arrived
};

/// A page on its way: where its upload stands.
struct OutboxPage {
    base::Digest sha256;
    base::ByteCount bytes;
    std::string type;    ///< media type
    std::string upload;  ///< path of the tus upload; empty = none begun
    bool there = false;  ///< the back office has it
};

/// The outbox as rows: what must go out, in which state, why it stands still. The manifest (as signed bytes) is sealed;
/// nothing here is deleted, but what its author takes back and the back office never had. Each verb is one transaction.
class OutboxStore
{
  public:
    OutboxStore(Database& database, const Vault& vault, const base::Clock& clock);

    /// Puts a sealed revision in line. The same bytes again: nothing happens. Errors: Conflict (other bytes under this
    /// id and revision, or `previous` is not what was put before it), NotAllowed (a revision that names none before it).
    [[nodiscard]] base::Status put(const forms::SealedCase& sealed);

    /// What is still to be settled, oldest first, then what was received, newest first; at most `limit`.
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> list(std::size_t limit = 1000) const;
    [[nodiscard]] base::Result<std::optional<OutboxEntry>> find(base::CaseId id, int revision) const;
    [[nodiscard]] base::Result<std::string> manifestJws(base::CaseId id, int revision) const;
    [[nodiscard]] base::Result<std::vector<OutboxPage>> pages(base::CaseId id, int revision) const;
    [[nodiscard]] base::Result<std::string> receiptJws(base::CaseId id, int revision) const;

    /// Entries that may go now, in the order they were put: not Received, not Parked, `nextTry` reached, and every
    /// earlier revision of the same case Received. At most `limit`.
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> due(base::Timestamp now,
                                                             std::size_t limit = 100) const;

    /// When the next waiting entry wants to be tried; nothing when none waits.
    [[nodiscard]] base::Result<std::optional<base::Timestamp>> nextTry() const;

    [[nodiscard]] base::Status enter(base::CaseId id, int revision, OutboxState state);
    /// Puts it off in that state (Waiting, or Asking after a lost answer) and counts the attempt.
    [[nodiscard]] base::Status tryLater(
        base::CaseId id, int revision, OutboxState state, base::Timestamp when, std::string_view reason);
    /// There is no line at all: everything due waits until `when`, with the reason "network".
    [[nodiscard]] base::Status putOffDue(base::Timestamp now, base::Timestamp when);
    [[nodiscard]] base::Status park(base::CaseId id, int revision, ParkCause cause, std::string_view reason);
    [[nodiscard]] base::Status notePage(base::CaseId id, int revision, const OutboxPage& page);
    [[nodiscard]] base::Status noteSent(base::CaseId id, int revision, base::ByteCount sent);

    /// After the receipt was verified.
    [[nodiscard]] base::Status receive(base::CaseId id,
                                       int revision,
                                       std::string_view receiptJws,
                                       std::string_view officialNumber);

    /// Takes an entry out that is not received: its revision is a draft again (Outbox::recall). Error NotFound.
    [[nodiscard]] base::Status withdraw(base::CaseId id, int revision);

    /// Makes waiting and parked entries due at once (`outbox retry`); says how many. Received ones stay.
    [[nodiscard]] base::Result<int> retry(base::CaseId id);
    [[nodiscard]] base::Result<int> retryAll();

    /// Makes all that wait due at once, without those parked.
    [[nodiscard]] base::Status hurry();

    /// The link is back: entries that wait only because of it are due at once.
    [[nodiscard]] base::Status wake();

    /// Received entries whose undo period is over and whose pages are still here.
    [[nodiscard]] base::Result<std::vector<OutboxEntry>> purgeable(base::Timestamp receivedBefore) const;
    [[nodiscard]] base::Status notePurged(base::CaseId id, int revision);

    /// The entry as the row stands now; error NotFound.
    [[nodiscard]] base::Result<OutboxEntry> get(base::CaseId id, int revision) const;

  private:
    using Binder = std::function<void(SQLite::Statement&)>;

    [[nodiscard]] base::Status checkFollows(const forms::Case& sealed) const;
    [[nodiscard]] base::Status insert(const forms::SealedCase& sealed);
    [[nodiscard]] base::Result<std::string> sealedColumn(base::CaseId id,
                                                         int revision,
                                                         const char* column) const;
    [[nodiscard]] base::Status update(base::CaseId id,
                                      int revision,
                                      const std::string& set,
                                      const Binder& bind);
    [[nodiscard]] base::Result<int> makeDue(const std::string& where, const Binder& bind);

    Database& m_database;
    const Vault& m_vault;
    const base::Clock& m_clock;
};

}  // namespace offline
