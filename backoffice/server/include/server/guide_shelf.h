#pragma once

#include <base/digest.h>
#include <base/result.h>
#include <forms/calendar.h>
#include <forms/guide.h>
#include <forms/office.h>
#include <server/database.h>

#include <map>
#include <memory>
#include <mutex>

namespace server {

/// Guides and the office document, read once and kept read. Safe to use from several threads.
class GuideShelf
{
  public:
    explicit GuideShelf(Database& database);

    /// Error NotFound for a version never published here.
    [[nodiscard]] base::Result<std::shared_ptr<const forms::Guide>> find(const base::Digest& sha256);

    /// Of the newest catalogue release; error NotFound where none was published.
    [[nodiscard]] base::Result<forms::Calendar> calendar(const std::string& division);

    /// The newest office document of the division; an empty one (release 0) where none was published.
    [[nodiscard]] base::Result<std::shared_ptr<const forms::Office>> office(const std::string& division);

  private:
    Database& m_database;
    std::mutex m_guard;
    std::map<base::Digest, std::shared_ptr<const forms::Guide>> m_guides;
    std::map<base::Digest, std::shared_ptr<const forms::Office>> m_offices;
};

}  // namespace server
