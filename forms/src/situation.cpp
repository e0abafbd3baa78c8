#include "answers_json.h"
#include "evaluation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace forms {

namespace {

/// Whether the answer is one the question offers; anything else counts as no answer.
bool fits(const Question& question, const Answer& answer)
{
    switch (question.kind) {
    case QuestionKind::Single: {
        const auto* value = std::get_if<std::string>(&answer);
        return value && question.findOption(*value);
    }
    case QuestionKind::Multi: {
        const auto* values = std::get_if<std::vector<std::string>>(&answer);
        return values && !values->empty()
               && std::all_of(values->begin(), values->end(), [&question](const std::string& value) {
                      return question.findOption(value) != nullptr;
                  });
    }
    case QuestionKind::Number: {
        const auto* number = std::get_if<double>(&answer);
        return number && std::isfinite(*number);
    }
    }
    return false;
}

}  // namespace

Situation situationOf(const Guide& guide, const Answers& answers)
{
    Situation situation;
    auto visible = nlohmann::json::object();
    for (const auto& question : guide.questions) {
        if (!question.when.holdsFor(visible))
            continue;
        situation.visible.push_back(question.id);
        const auto given = answers.find(question.id);
        if (given == answers.end() || !fits(question, given->second)) {
            situation.unanswered.push_back(question.id);
            continue;
        }
        situation.answers.insert(*given);
        visible[question.id] = answerAsJson(given->second);
    }
    return situation;
}

Answers visibleAnswers(const Guide& guide, const Answers& answers)
{
    return situationOf(guide, answers).answers;
}

}  // namespace forms
