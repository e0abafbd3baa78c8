#pragma once

#include <forms/guide_lint.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forms {

/// "/materials/3"
[[nodiscard]] inline std::string itemPath(std::string_view list, std::size_t index)
{
    return "/" + std::string(list) + "/" + std::to_string(index);
}

/// What the parts of the linter find, in the order found.
class LintFindings
{
  public:
    /// `text` may have a place {path}. The line is found later, by the path.
    void error(std::string path, i18n::Phrase text)
    {
        add(LintLevel::Error, std::move(path), std::move(text), 0);
    }

    void warn(std::string path, i18n::Phrase text)
    {
        add(LintLevel::Warning, std::move(path), std::move(text), 0);
    }

    /// A finding about the text itself, at a line known already (0 = not known).
    void add(LintLevel level, std::string path, i18n::Phrase text, int line)
    {
        text.arguments.push_back({"path", path});
        m_all.push_back({level, std::move(path), line, std::move(text)});
    }

    [[nodiscard]] std::vector<LintFinding>& all() { return m_all; }

  private:
    std::vector<LintFinding> m_all;
};

}  // namespace forms
