#pragma once

#include <forms/guide.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// What the search knows of a matter.
struct MatterEntry {
    std::string code;
    std::string name;
    std::vector<std::string> aliases;
    std::vector<std::string> initials;
    std::string department;
};

[[nodiscard]] MatterEntry matterEntryOf(const Guide& guide);

/// Finds matters by a piece of Chinese name or alias, pinyin (full or initials, all readings), code or department;
/// best match first. Built once, then read-only and safe from several threads.
class MatterIndex
{
  public:
    explicit MatterIndex(std::vector<MatterEntry> matters);

    /// At most `limit` entries; empty text finds all in catalogue order.
    [[nodiscard]] std::vector<const MatterEntry*> find(std::string_view text, std::size_t limit) const;

  private:
    std::vector<MatterEntry> m_matters;
    std::vector<std::vector<std::string>> m_keys;  ///< parallel to m_matters, lower case
};

}  // namespace forms
