#pragma once

#include "syllables.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
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

/// Many short texts, folded without blanks (forms/folding.h), and where in them each two neighbouring characters stand. Filled in the owners' order, finished,
/// then read-only; what is found in it WordSearch finds.
class MatterTexts
{
  public:
    using Sign = std::uint16_t;  ///< a number for every distinct character; 0 ends a text

    struct Character {
        char32_t point = 0;
        std::uint32_t letters =
            0;  ///< the letters it may be typed as: its own, and the first of each reading
        std::vector<std::string_view> readings;
    };

    struct Text {
        std::uint32_t begin;
        std::uint32_t owner;
        TextKind kind;
    };

    /// Two characters that stand beside each other somewhere, the second 0 at a text's end.
    struct Pair {
        Sign second;
        std::uint32_t first;  ///< of its places in `places`: those that begin a text
        std::uint32_t inner;  ///< … and those further on; both in the texts' order
        std::uint32_t end;
    };

    void add(std::uint32_t owner, TextKind kind, std::string_view text);
    void finish();

    [[nodiscard]] const Character& characterOf(Sign sign) const { return m_characters[sign]; }

    [[nodiscard]] Sign signAt(std::size_t place) const { return m_places[place]; }

    [[nodiscard]] const Text& textAt(std::size_t place) const { return m_texts[m_textAt[place]]; }

    /// The texts of one owner.
    [[nodiscard]] std::span<const Text> textsOf(std::uint32_t owner) const;

    [[nodiscard]] std::span<const Pair> pairsOf(Sign first) const;

    [[nodiscard]] std::span<const std::uint32_t> beginnings(const Pair& pair) const;
    [[nodiscard]] std::span<const std::uint32_t> innerPlaces(const Pair& pair) const;

    /// The characters that may stand for this sign of a word: itself, or those read with it as first letter.
    [[nodiscard]] std::vector<Sign> signsFor(char32_t point) const;

    [[nodiscard]] const Syllables& syllables() const { return m_syllables; }

  private:
    Sign signOf(char32_t point);
    void sortPlaces();
    void collectReadings();

    std::vector<Character> m_characters{1};
    std::unordered_map<char32_t, Sign> m_signs;
    std::array<std::vector<Sign>, 26> m_byLetter;
    Syllables m_syllables;
    std::vector<Sign> m_places;  ///< all texts, each followed by 0
    std::vector<Text> m_texts;
    std::vector<std::uint32_t> m_textAt;       ///< per place
    std::vector<std::uint32_t> m_placesOf;     ///< by first sign, second sign, whether inner, place
    std::vector<Pair> m_pairs;                 ///< by first sign, second sign
    std::vector<std::uint32_t> m_firstPairOf;  ///< per sign
    std::vector<std::uint32_t> m_firstTextOf;  ///< per owner
};

[[nodiscard]] constexpr bool isLetter(char32_t point)
{
    return point >= U'a' && point <= U'z';
}

}  // namespace forms
