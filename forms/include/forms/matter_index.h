#pragma once

#include <forms/guide.h>

#include <cstddef>
#include <memory>
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

/// Finds matters by a piece of Chinese name or alias, pinyin (full or initials, all readings, also mixed with
/// characters), given initials, code or department; best match first: the whole of a text, then its beginning, then
/// a piece of it; within these name, alias, initials and code before department, then the catalogue's order. Words
/// parted by spaces must all be found. Built once, then read-only and safe from several threads.
class MatterIndex
{
  public:
    explicit MatterIndex(std::vector<MatterEntry> matters);

    /// At most `limit` entries; empty text finds all in catalogue order. The pointers live as long as the index.
    [[nodiscard]] std::vector<const MatterEntry*> find(std::string_view text, std::size_t limit) const;

  private:
    class Texts;

    std::vector<MatterEntry> m_matters;
    std::shared_ptr<const Texts> m_texts;
};

}  // namespace forms
