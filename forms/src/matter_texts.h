#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace forms {

/// In the order in which they count.
enum class TextKind : std::uint8_t { Name, Alias, Code, Department };

/// How much of a text was found: all of it, its beginning, or a piece from further on.
enum class Fit : std::uint8_t { Whole, Beginning, Piece };

/// How well something was found: 0 is best. Every fit counts before every kind.
using Score = std::uint8_t;
inline constexpr Score NotFound = 0xFF;

[[nodiscard]] constexpr Score scoreOf(Fit fit, TextKind kind)
{
    return static_cast<Score>(static_cast<int>(fit) * 4 + static_cast<int>(kind));
}

/// The code points of a text, letters lower case and full-width signs as half-width.
[[nodiscard]] std::u32string foldText(std::string_view text);

/// Many short texts in which a word is found as it is written or by how it is read. Beginnings are looked up by
/// their first character; pieces by walking over the texts in the owners' order, which ends as soon as nothing
/// better can come, and for a rare word by visiting only the places of the characters it may begin with. Filled in the owners' order, finished, then read-only.
class MatterTexts
{
  public:
    void add(std::uint32_t owner, TextKind kind, std::string_view text);
    void finish();

    /// Lowers the scores of the owners whose texts hold the word; `scores` has a place for every owner. Whoever
    /// wants only the best `enough` owners gets these, the earlier owner first among equals; others may be missed.
    void find(const std::u32string& word, std::size_t enough, std::vector<Score>& scores) const;

  private:
    using Sign = std::uint16_t;  ///< a number for every distinct character; 0 parts the texts

    struct Character {
        char32_t point = 0;
        std::vector<std::string_view> readings;
    };

    struct Text {
        std::uint32_t begin;
        std::uint32_t owner;
        TextKind kind;
    };

    struct Match {
        std::size_t end;  ///< behind the last character used
        bool complete;    ///< the last character was read to its end
    };
    class Search;

    Sign signOf(char32_t point);

    std::vector<Character> m_characters{1};
    std::unordered_map<char32_t, Sign> m_signs;
    std::vector<Sign> m_places;  ///< all texts, each followed by 0
    std::vector<Text> m_texts;
    std::vector<std::uint32_t> m_firstOf;  ///< per sign, where the texts beginning with it stand in m_textsOf
    std::vector<std::uint32_t> m_textsOf;
    std::vector<std::uint32_t> m_firstPlaceOf;  ///< per sign, where its places begin in m_placesOf
    std::vector<std::uint32_t> m_placesOf;
    std::vector<std::uint32_t> m_textAt;  ///< per place
};

}  // namespace forms
