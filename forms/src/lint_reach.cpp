#include "lint_reach.h"

#include "answers_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <set>

namespace forms {

namespace {

using Json = nlohmann::json;

constexpr std::size_t MaxTries = 50'000;
constexpr std::size_t MaxOptionsCombined = 10;

/// All numbers a condition may tell apart: those it names and their neighbours.
void collectNumbers(const Json& schema, std::set<double>& numbers)
{
    if (schema.is_number()) {
        for (const double step : {-1.0, 0.0, 1.0})
            numbers.insert(schema.get<double>() + step);
    } else if (schema.is_structured()) {
        for (const auto& part : schema)
            collectNumbers(part, numbers);
    }
}

std::vector<Json> choicesOf(const Question& question, const std::set<double>& numbers)
{
    std::vector<Json> choices;
    const auto& options = question.options;
    switch (question.kind) {
    case QuestionKind::Single:
        for (const auto& option : options)
            choices.push_back(option.value);
        break;
    case QuestionKind::Multi:
        for (std::size_t set = 1; set < (std::size_t{1} << std::min(options.size(), MaxOptionsCombined));
             ++set) {
            auto chosen = Json::array();
            for (std::size_t i = 0; i < options.size() && i < MaxOptionsCombined; ++i)
                if (set & (std::size_t{1} << i))
                    chosen.push_back(options[i].value);
            choices.push_back(std::move(chosen));
        }
        break;
    case QuestionKind::Number:
        for (const double number : numbers)
            choices.push_back(answerAsJson(number));
        break;
    }
    return choices;
}

/// Tries the answers to everything one question depends on, as a person would give them: hidden ones have none.
class Search
{
  public:
    explicit Search(const Guide& guide)
        : m_guide(guide)
    {
        for (const auto& question : guide.questions)
            if (!question.when.isAlways())
                collectNumbers(Json::parse(question.when.json()), m_numbers);
    }

    bool canBeAsked(const Question& question)
    {
        m_needed.clear();
        need(question);
        m_tries = 0;
        return tryFrom(0, question, Json::object());
    }

  private:
    void need(const Question& question)
    {
        for (const auto& id : question.when.questions())
            if (const auto* other = m_guide.findQuestion(id); other && m_needed.insert(id).second)
                need(*other);
    }

    bool tryFrom(std::size_t index, const Question& target, const Json& visible)
    {
        if (++m_tries > MaxTries)
            return true;
        const auto& question = m_guide.questions[index];
        if (&question == &target)
            return target.when.holdsFor(visible);
        if (!m_needed.contains(question.id) || !question.when.holdsFor(visible))
            return tryFrom(index + 1, target, visible);
        for (auto& choice : choicesOf(question, m_numbers)) {
            auto answered = visible;
            answered[question.id] = std::move(choice);
            if (tryFrom(index + 1, target, answered))
                return true;
        }
        return false;
    }

    const Guide& m_guide;
    std::set<double> m_numbers{0.0};
    std::set<std::string> m_needed;
    std::size_t m_tries = 0;
};

}  // namespace

std::vector<std::string> unreachableQuestions(const Guide& guide)
{
    std::vector<std::string> unreachable;
    Search search(guide);
    for (const auto& question : guide.questions)
        if (!question.when.isAlways() && !search.canBeAsked(question))
            unreachable.push_back(question.id);
    return unreachable;
}

}  // namespace forms
