#pragma once

#include <offline/database.h>
#include <offline/vault.h>

#include <api/get_case.h>

#include <base/clock.h>
#include <base/ids.h>

#include <forms/annotation.h>
#include <forms/case_flow.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offline {

/// A case of ours at the back office, as a list shows it.
struct InboxRow {
    base::CaseId caseId;
    int revision = 1;  ///< newest one the back office has
    forms::CaseState state = forms::CaseState::Submitted;
    base::Timestamp changed;  ///< at the back office
    int open = 0;             ///< annotations not settled
    bool unseen = false;      ///< changed since somebody here looked at it
};

/// What came back: annotations, actions, notices. Texts are sealed; ids, states and times in clear.
class InboxStore
{
  public:
    InboxStore(Database& database, const Vault& vault);

    /// Where the next pull goes on; empty before the first.
    [[nodiscard]] base::Result<std::string> cursor() const;
    /// Everything up to the cursor was taken at that time.
    [[nodiscard]] base::Status moveCursor(std::string_view cursor, base::Timestamp now);

    /// When the back office was asked last: how old what is kept here is. Nothing before the first time.
    [[nodiscard]] base::Result<std::optional<base::Timestamp>> pulled() const;

    /// Replaces what is known of a case by what the back office says now.
    [[nodiscard]] base::Status keep(const api::CaseDetail& detail);

    [[nodiscard]] base::Result<std::vector<InboxRow>> list() const;  ///< newest change first

    /// The whole answer as kept, without the manifests; error NotFound.
    [[nodiscard]] base::Result<api::CaseDetail> detail(base::CaseId id) const;
    [[nodiscard]] base::Result<std::vector<forms::Annotation>> annotations(base::CaseId id) const;
    [[nodiscard]] base::Status markSeen(base::CaseId id);

    /// The case is over and its undo period too: its texts are removed.
    [[nodiscard]] base::Status forget(base::CaseId id);

  private:
    Database& m_database;
    const Vault& m_vault;
};

}  // namespace offline
