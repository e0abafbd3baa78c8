#pragma once

#include <base/error.h>
#include <i18n/phrase.h>

#include <forms/condition.h>

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace forms {

/// Something that makes a guide unreadable, and where.
struct GuideProblem {
    std::string path;  ///< JSON pointer into the guide
    i18n::Phrase text;
};

/// What the parts of the reader find, in the order found.
class GuideProblems
{
  public:
    /// `phrase` may have a place {path}.
    void add(std::string path, i18n::Phrase phrase);

    /// An error about a part of the guide that stands at `path`; its own {path} is inside that part.
    void addInside(const std::string& path, const base::Error& error);

    [[nodiscard]] const std::vector<GuideProblem>& all() const { return m_problems; }

    [[nodiscard]] bool empty() const { return m_problems.empty(); }

  private:
    std::vector<GuideProblem> m_problems;
};

/// The condition at `path`; one that always holds when it cannot be read, with a problem.
[[nodiscard]] Condition readCondition(const nlohmann::json& schema,
                                      const std::string& path,
                                      GuideProblems& problems);

}  // namespace forms
