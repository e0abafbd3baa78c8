#pragma once

#include <forms/guide.h>

#include <span>
#include <string>
#include <vector>

namespace forms {

/// What answers an applicant can give at all. Conditions are tried with the answers to everything they depend on, hidden
/// questions having none; where there are too many combinations to try, everything is taken as possible. Borrows the
/// guide.
class Reach
{
  public:
    explicit Reach(const Guide& guide);

    /// The questions no applicant can ever be asked, in the guide's order.
    [[nodiscard]] std::vector<std::string> unreachableQuestions() const;

    /// Whether some answers make the condition hold and none of the others.
    [[nodiscard]] bool canHold(const Condition& condition, std::span<const Condition> others = {}) const;

  private:
    const Guide& m_guide;
};

}  // namespace forms
