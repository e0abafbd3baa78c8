#pragma once

#include <forms/guide.h>

#include <string>
#include <vector>

namespace forms {

/// The questions no applicant can ever be asked, in the guide's order: no answers to the questions before them make
/// them visible. A guide with so many combinations that they cannot all be tried has none.
[[nodiscard]] std::vector<std::string> unreachableQuestions(const Guide& guide);

}  // namespace forms
