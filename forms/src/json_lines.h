#pragma once

#include <map>
#include <string>
#include <string_view>

namespace forms {

/// Where the values of a JSON text stand, so that a linter can name a line. Made of a text whose size and depth are
/// bounded; the text need not be whole.
class JsonLines
{
  public:
    explicit JsonLines(std::string_view json);

    /// The line, from 1, of the value at the JSON pointer (of its name where it is a member), else of the nearest
    /// value around it that is there.
    [[nodiscard]] int lineOf(std::string_view pointer) const;

    /// Where the text stops being JSON; 0 when it is whole.
    [[nodiscard]] int brokenAt() const { return m_brokenAt; }

  private:
    class Walk;

    std::map<std::string, int, std::less<>> m_lines;
    int m_brokenAt = 0;
};

}  // namespace forms
