#pragma once

#include <server/database.h>

namespace server {

/// Numbers that rise by one and are given out once, each inside the transaction that uses it.
class CounterStore
{
  public:
    explicit CounterStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    /// 1 for a name never used.
    [[nodiscard]] std::int64_t next(const std::string& name);

    /// The last one given out; 0 for none.
    [[nodiscard]] std::int64_t last(const std::string& name);

  private:
    Transaction& m_transaction;
};

}  // namespace server
