#pragma once

#include <base/result.h>
#include <server/database.h>

namespace server {

/// Cases as versions without a course left them: their actions, flags and the days that were told.
class EarlierCaseStore
{
  public:
    explicit EarlierCaseStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    /// Gives each its course, once, and the columns that follow from it alone; those that are reckoned by a calendar follow
    /// when the office is opened (release_reckoning.h). A case of which something does not read gets none and is refused as
    /// damaged from then on; the others go on.
    [[nodiscard]] base::Status retell();

  private:
    Transaction& m_transaction;
};

}  // namespace server
