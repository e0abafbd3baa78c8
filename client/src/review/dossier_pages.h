#pragma once

#include <workbench/bench.h>

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace review {

/// Page images of cases at the back office, for the canvas: fetched when they are looked at, the last few kept in
/// memory, never on disk. Any thread; one fetch at a time.
class DossierPages
{
  public:
    explicit DossierPages(const workbench::Surroundings& surroundings);

    /// The encoded image, checked against its digest. Errors as ReviewDesk::pageImage.
    [[nodiscard]] base::Result<std::string> read(const base::Digest& page, std::stop_token stop);

  private:
    using Kept = std::pair<base::Digest, std::string>;

    const workbench::Surroundings& m_surroundings;
    std::mutex m_mutex;
    std::unique_ptr<workbench::Desks> m_desks;
    std::list<Kept> m_kept;  ///< the one read last is first
};

}  // namespace review
