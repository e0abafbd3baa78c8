#pragma once

#include <base/result.h>

#include <forms/answers.h>
#include <forms/guide.h>

#include <string>
#include <vector>

namespace desk {

/// One answer as typed: several values of a multiple choice are separated by commas; empty text takes it back.
struct AnswerText {
    std::string question;
    std::string text;
};

/// Puts what was typed into `answers`, a choice by its value or by the text people see. Errors NotFound (no such
/// question) and BadArgument (no such choice, no number): nothing changed then.
[[nodiscard]] base::Status readAnswers(const forms::Guide& guide,
                                       const std::vector<AnswerText>& typed,
                                       forms::Answers& answers);

}  // namespace desk
