#pragma once

#include <base/result.h>

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace forms {

/// One answer to a question of the situation (情形): a single choice's value, a multiple choice's values in the
/// question's order, or a number.
using Answer = std::variant<std::string, std::vector<std::string>, double>;

/// Question id -> answer. Unanswered questions are absent.
using Answers = std::map<std::string, Answer>;

[[nodiscard]] std::string answersToJson(const Answers& answers);

/// Error BadInput names the member whose value is neither text, number nor a list of texts.
[[nodiscard]] base::Result<Answers> answersFromJson(std::string_view json);

}  // namespace forms
