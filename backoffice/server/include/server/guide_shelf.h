#pragma once

#include <base/digest.h>
#include <base/result.h>
#include <forms/calendar.h>
#include <forms/guide.h>
#include <server/database.h>

#include <map>
#include <memory>
#include <mutex>

namespace server {

/// Guides that were read once and are kept read. Safe to use from several threads.
class GuideShelf
{
  public:
    explicit GuideShelf(Database& database);

    /// Error NotFound for a version never published here.
    [[nodiscard]] base::Result<std::shared_ptr<const forms::Guide>> find(const base::Digest& sha256);

    /// Of the newest catalogue release; error NotFound where none was published.
    [[nodiscard]] base::Result<forms::Calendar> calendar(const std::string& division);

  private:
    Database& m_database;
    std::mutex m_guard;
    std::map<base::Digest, std::shared_ptr<const forms::Guide>> m_guides;
};

}  // namespace server
