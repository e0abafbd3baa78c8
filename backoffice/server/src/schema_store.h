#pragma once

#include <server/database.h>

namespace server {

/// The tables of the back office and the way from any older version to this one.
class SchemaStore
{
  public:
    explicit SchemaStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    /// Error Damaged when the records were written by a newer program.
    [[nodiscard]] base::Status migrate();

  private:
    Transaction& m_transaction;
};

}  // namespace server
