#pragma once

#include <base/digest.h>
#include <server/database.h>

#include <optional>
#include <string>

namespace server {

/// Office documents (forms/office.h) as they were signed. Every one that was published stays: cases name theirs by digest.
class OfficeStore
{
  public:
    explicit OfficeStore(Transaction& transaction)
        : m_transaction(transaction)
    {}

    /// `sha256` is that of the payload.
    void add(const std::string& division, int release, const base::Digest& sha256, const std::string& jws);

    [[nodiscard]] std::optional<std::string> newest(const std::string& division);
    [[nodiscard]] std::optional<base::Digest> newestDigest(const std::string& division);
    [[nodiscard]] int newestRelease(const std::string& division);  ///< 0: there is none
    [[nodiscard]] std::optional<std::string> find(const std::string& division, int release);
    [[nodiscard]] std::optional<std::string> find(const std::string& division, const base::Digest& sha256);
    [[nodiscard]] bool knows(const std::string& division, const base::Digest& sha256);

  private:
    Transaction& m_transaction;
};

}  // namespace server
