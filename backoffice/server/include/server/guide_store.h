#pragma once

#include <base/digest.h>
#include <server/database.h>

#include <optional>
#include <string>
#include <vector>

namespace server {

/// Every guide version ever published: a case keeps the one it began with.
class GuideStore
{
  public:
    explicit GuideStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const std::string& code,
             const std::string& version,
             const std::string& bytes);  ///< known: nothing happens
    [[nodiscard]] std::optional<std::string> find(const base::Digest& sha256);
    [[nodiscard]] std::optional<base::Digest> digestOf(const std::string& code, const std::string& version);

  private:
    Transaction& m_transaction;
};

/// Catalogue releases as they were signed.
class CatalogueStore
{
  public:
    explicit CatalogueStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    void add(const std::string& division, int release, const std::string& jws);
    [[nodiscard]] std::optional<std::string> newest(const std::string& division);
    [[nodiscard]] int newestRelease(const std::string& division);  ///< 0: none was published
    [[nodiscard]] std::optional<std::string> find(const std::string& division, int release);
    [[nodiscard]] std::vector<std::string> all(const std::string& division);  ///< newest first

  private:
    Transaction& m_transaction;
};

}  // namespace server
