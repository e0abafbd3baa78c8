#pragma once

#include <base/clock.h>
#include <base/result.h>
#include <base/signature.h>
#include <forms/catalogue.h>
#include <forms/guide.h>
#include <forms/office.h>
#include <server/database.h>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// Reads and checks an office document, gives it the next number of the division and the time it is issued, signs and
/// keeps it; what this version does not know in it is kept as well. Returns the number. Error BadInput naming the member
/// that cannot be used, also for a document in which the division does not occur.
[[nodiscard]] base::Result<int> keepOffice(Transaction& transaction,
                                           const std::filesystem::path& file,
                                           const std::string& division,
                                           const base::SigningKey& key,
                                           base::Timestamp now);

/// The same for a document that is in memory.
[[nodiscard]] base::Result<int> keepOffice(Transaction& transaction,
                                           std::string_view document,
                                           const std::string& division,
                                           const base::SigningKey& key,
                                           base::Timestamp now);

/// The newest one of a division; an empty one (release 0) where none was published.
[[nodiscard]] base::Result<forms::Office> newestOffice(Transaction& transaction, const std::string& division);

/// Collects which departments guides name that the office document does not know. Borrows the document.
class UnknownDepartments
{
  public:
    explicit UnknownDepartments(const forms::Office& office)
        : m_office(office)
    {}

    void look(const std::vector<forms::Department>& departments);
    [[nodiscard]] base::Status lookAt(Transaction& transaction, const forms::CatalogueEntry& guide);

    [[nodiscard]] std::vector<std::string> names() const { return {m_names.begin(), m_names.end()}; }

  private:
    const forms::Office& m_office;
    std::set<std::string> m_names;
};

}  // namespace server
