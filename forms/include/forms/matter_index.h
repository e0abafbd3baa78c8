#pragma once

#include <forms/guide.h>

#include <cstddef>
#include <cstdint>
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
    std::string level{};  ///< of the department (县级 …): tells apart what is called the same
    std::vector<std::string> localNames{};  ///< of local sub-items (地方子项)
};

/// Each local name once, and none that the matter itself has.
[[nodiscard]] MatterEntry matterEntryOf(const Guide& guide);

/// What somebody uses, by code. Unknown codes are passed by, and so is what lies behind the first 200.
struct MatterRanking {
    std::vector<std::string> first;  ///< come before everything else that fits, except a text typed whole
    std::vector<std::string> used;   ///< come before what fits no better; most used first
};

/// Finds matters by a piece of Chinese name, local name or alias, pinyin (full or initials, all readings, also mixed with
/// characters), given initials, code or department, folded (forms/folding.h); best match first: the whole of a text, then
/// its beginning, then a piece of it; within these name, alias, initials and code before department, then what the ranking
/// says, then the catalogue's order. Words parted by blanks must all be found. Built once, then read-only and safe from
/// several threads.
class MatterIndex
{
  public:
    explicit MatterIndex(std::vector<MatterEntry> matters);

    /// At most `limit` entries; empty text finds all. The pointers live as long as the index.
    [[nodiscard]] std::vector<const MatterEntry*> find(std::string_view text,
                                                       std::size_t limit,
                                                       const MatterRanking& ranking = {}) const;

    /// What find() does not, but would with one slip mended in one of the words (forms/src/near_words.h): slower, for
    /// after it. Nothing for an empty text.
    [[nodiscard]] std::vector<const MatterEntry*> findNearly(std::string_view text,
                                                             std::size_t limit,
                                                             const MatterRanking& ranking = {}) const;

    /// Null for a code that is not here.
    [[nodiscard]] const MatterEntry* matter(std::string_view code) const;

  private:
    class Texts;
    struct Used;

    [[nodiscard]] std::vector<const MatterEntry*> best(const std::vector<std::uint8_t>& scores,
                                                       std::size_t limit,
                                                       const std::vector<Used>& used) const;
    [[nodiscard]] std::vector<Used> usedOf(const MatterRanking& ranking) const;
    [[nodiscard]] std::size_t placeOf(std::string_view code) const;

    std::vector<MatterEntry> m_matters;
    std::vector<std::uint32_t> m_byCode;
    std::shared_ptr<const Texts> m_texts;
};

}  // namespace forms
