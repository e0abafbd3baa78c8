#pragma once

#include <offline/database.h>
#include <offline/vault.h>

#include <base/ids.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace offline {

/// A batch a scan worker writes into: NNNN.part while a page comes, NNNN.page when it is complete and synced.
struct SpoolBatch {
    base::BatchId id;
    base::CaseId caseId;
    std::string material;  ///< where the pages go; empty = not decided
    std::string party;
    std::filesystem::path folder;
    base::Key key;                     ///< handed to the worker on stdin
    std::shared_ptr<const void> hold;  ///< while it lives no other process takes the batch for a leftover
};

/// What a crash left behind, to be kept by IntakeDesk at start.
struct SpoolLeftover {
    SpoolBatch batch;
    std::vector<std::filesystem::path> pages;  ///< complete pages in order
    int incomplete = 0;                        ///< pages cut off in flight: nobody ever heard of them
};

/// The spool of SCANNING lesson 3. A row names each batch before the first page can come, so that after the death of
/// any process every complete page still finds its case.
class Spool
{
  public:
    Spool(Database& database, const DataFolder& folder, const Vault& vault, const base::Clock& clock);

    [[nodiscard]] base::Result<SpoolBatch> begin(base::CaseId caseId,
                                                 std::string_view material,
                                                 std::string_view party);

    /// Removes an emptied batch; error NotAllowed while a complete page lies in it.
    [[nodiscard]] base::Status end(base::BatchId batch);

    /// All batches not ended whose process is gone; those a living one is filling are not told. Each is held by the
    /// caller from now on.
    [[nodiscard]] base::Result<std::vector<SpoolLeftover>> leftovers() const;

  private:
    Database& m_database;
    const DataFolder& m_folder;
    const Vault& m_vault;
    const base::Clock& m_clock;
};

}  // namespace offline
