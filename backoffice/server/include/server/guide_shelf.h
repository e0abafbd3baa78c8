#pragma once

#include <base/digest.h>
#include <base/result.h>
#include <forms/guide.h>
#include <server/database.h>
#include <server/rules.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace server {

/// Guides that were read once and are kept read, and what cases are reckoned by. Safe to use from several threads.
class GuideShelf
{
  public:
    explicit GuideShelf(Database& database);

    /// Error NotFound for a version never published here.
    [[nodiscard]] base::Result<std::shared_ptr<const forms::Guide>> find(const base::Digest& sha256);
    [[nodiscard]] base::Result<std::shared_ptr<const forms::Guide>> find(Transaction& transaction,
                                                                         const base::Digest& sha256);

    /// As of the newest release this transaction sees; errors as readRules().
    [[nodiscard]] base::Result<std::shared_ptr<const Rules>> rules(Transaction& transaction,
                                                                   const std::string& division);

  private:
    Database& m_database;
    std::mutex m_guard;
    std::map<base::Digest, std::shared_ptr<const forms::Guide>> m_guides;
    std::map<std::string, std::shared_ptr<const Rules>> m_rules;  ///< by division
};

}  // namespace server
