#pragma once

#include <forms/condition.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms {

enum class QuestionKind { Single, Multi, Number };

struct QuestionOption {
    std::string value;
    std::string text;
};

/// A question that narrows the matter to the applicant's situation (情形).
struct Question {
    std::string id;
    std::string text;
    QuestionKind kind = QuestionKind::Single;
    std::vector<QuestionOption> options;
    Condition when;
    std::string prefill;

    [[nodiscard]] const QuestionOption* findOption(std::string_view value) const;
};

}  // namespace forms
