#pragma once

#include "matter_texts.h"

#include <optional>
#include <string>
#include <vector>

namespace forms {

/// Stands in a word for any one character of a text.
inline constexpr char32_t AnyCharacter = 0x110000;

/// One look-up of one folded word, as it is written or by how it is read. Which two neighbouring characters may begin
/// the word is found out once; then only the places where they stand are visited. `texts` outlives it.
class WordSearch
{
  public:
    WordSearch(const MatterTexts& texts, std::u32string word);

    /// How many places have to be visited for all owners.
    [[nodiscard]] std::size_t reach() const { return m_reach; }

    /// Lowers the scores of the owners whose texts hold the word; `scores` has a place for every owner. Whoever
    /// wants only the best `enough` owners gets these, the earlier owner first among equals; others may be missed.
    void find(std::size_t enough, std::vector<Score>& scores) const;

    /// The same for one owner.
    [[nodiscard]] Score scoreOf(std::uint32_t owner) const;

  private:
    struct Match {
        std::size_t length;  ///< characters of the text
        bool complete;       ///< the last of them was read to its end
    };

    /// What is tried at one place.
    struct Walk {
        int steps;
        std::size_t looked;  ///< the characters that were looked at
    };

    /// What may stand behind a first character.
    struct Following {
        bool nothing = false;  ///< the word ends with the first
        bool anything = false;
        std::uint32_t letters = 0;
        std::vector<char32_t> points;
    };

    [[nodiscard]] Following following(const MatterTexts::Character& first) const;
    void follow(std::size_t used, Following& following) const;
    [[nodiscard]] bool mayFollow(const Following& following, MatterTexts::Sign second) const;
    [[nodiscard]] bool matchAt(
        std::size_t place, std::size_t used, std::size_t length, Walk& walk, Match& match) const;
    void visit(const MatterTexts::Pair& pair, Fit fit, std::size_t enough, std::vector<Score>& scores) const;

    const MatterTexts* m_texts;
    std::u32string m_word;
    std::vector<const MatterTexts::Pair*> m_pairs;  ///< with which the word may begin
    std::size_t m_reach = 0;
};

}  // namespace forms
