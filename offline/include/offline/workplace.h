#pragma once

#include <offline/audit_log.h>
#include <offline/case_store.h>
#include <offline/catalogue_store.h>
#include <offline/data_folder.h>
#include <offline/database.h>
#include <offline/inbox_store.h>
#include <offline/matter_use_store.h>
#include <offline/outbox_store.h>
#include <offline/page_store.h>
#include <offline/paper_store.h>
#include <offline/session_store.h>
#include <offline/spool.h>
#include <offline/user_keys.h>
#include <offline/vault.h>

#include <base/clock.h>

#include <memory>

namespace offline {

/// All stores of a data folder over one database connection: what one thread works with. A window opens one for its own
/// thread and one for each worker; folder and vault are shared by all of them and must outlive them.
class Workplace
{
  public:
    [[nodiscard]] static base::Result<Workplace> open(const DataFolder& folder,
                                                      const Vault& vault,
                                                      const base::Clock& clock);
    ~Workplace();
    Workplace(Workplace&&) noexcept;
    Workplace& operator=(Workplace&&) noexcept;

    [[nodiscard]] const DataFolder& folder() const;
    [[nodiscard]] const Vault& vault() const;
    [[nodiscard]] const base::Clock& clock() const;

    [[nodiscard]] Database& database();
    [[nodiscard]] CatalogueStore& catalogue();
    [[nodiscard]] MatterUseStore& matterUse();
    [[nodiscard]] CaseStore& cases();
    [[nodiscard]] PageStore& pages();
    [[nodiscard]] PaperStore& papers();
    [[nodiscard]] Spool& spool();
    [[nodiscard]] OutboxStore& outbox();
    [[nodiscard]] InboxStore& inbox();
    [[nodiscard]] SessionStore& sessions();
    [[nodiscard]] AuditLog& audit();
    [[nodiscard]] UserKeys& userKeys();

  private:
    struct Stores;
    explicit Workplace(std::unique_ptr<Stores> stores);
    std::unique_ptr<Stores> m_stores;
};

}  // namespace offline
