#pragma once

#include <forms/answers.h>

#include <nlohmann/json_fwd.hpp>

namespace forms {

/// The object conditions look at: a whole number is written as an integer.
[[nodiscard]] nlohmann::json answersAsJson(const Answers& answers);
[[nodiscard]] nlohmann::json answerAsJson(const Answer& answer);

[[nodiscard]] base::Result<Answers> answersOf(const nlohmann::json& object);

}  // namespace forms
