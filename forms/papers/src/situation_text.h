#pragma once

#include <forms/guide.h>

#include <string>
#include <vector>

namespace papers {

/// The answers to those questions in one line, in the guide's words.
[[nodiscard]] std::string situationText(const forms::Guide& guide,
                                        const std::vector<std::string>& questions,
                                        const forms::Answers& answers);

}  // namespace papers
