#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace forms {

/// The syllables that occur in some texts, and which of them follow another there. Filled, then read-only.
class Syllables
{
  public:
    /// Every reading of the texts' characters; repetitions do not matter. The views must live on.
    explicit Syllables(std::vector<std::string_view> readings = {});

    /// `second` stands behind `first` somewhere; both are readings that were given.
    void follow(std::string_view first, std::string_view second);

    /// Whether the letters are syllables that follow each other so, the last perhaps only begun.
    [[nodiscard]] bool splits(std::string_view letters) const;

  private:
    static constexpr std::size_t None = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t placeOf(std::string_view syllable) const;
    [[nodiscard]] bool mayFollow(std::size_t first, std::size_t second) const;
    [[nodiscard]] bool splits(std::string_view letters, std::size_t before) const;

    std::vector<std::string_view> m_all;  ///< sorted
    std::vector<bool> m_follows;          ///< by first, then second
};

}  // namespace forms
