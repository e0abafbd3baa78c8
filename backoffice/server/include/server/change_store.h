#pragma once

#include <api/get_changes.h>
#include <server/case_store.h>
#include <server/database.h>
#include <server/fields.h>

#include <string>
#include <vector>

namespace server {

/// The feed of what happened to cases, numbered in the order it was committed.
class ChangeStore
{
  public:
    explicit ChangeStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const std::string& division, const api::Change& change);

    /// Those after number `since`, at most `limit`, with their cursors filled.
    [[nodiscard]] RowsRead<api::Change> after(const CaseScope& scope, std::int64_t since, int limit);

  private:
    Transaction& m_transaction;
};

}  // namespace server
