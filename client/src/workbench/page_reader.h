#pragma once

#include <base/digest.h>
#include <base/result.h>
#include <offline/workplace.h>

#include <workbench/surroundings.h>

#include <mutex>
#include <optional>
#include <string>

namespace workbench {

/// Opens kept page images for the windows that show them. Any thread; one page at a time is decrypted.
class PageReader
{
  public:
    explicit PageReader(const Surroundings& surroundings);

    /// The encoded image, checked against its digest. Errors NotFound, Damaged.
    [[nodiscard]] base::Result<std::string> read(const base::Digest& page);

  private:
    const Surroundings& m_surroundings;
    std::mutex m_mutex;
    std::optional<offline::Workplace> m_workplace;
};

}  // namespace workbench
