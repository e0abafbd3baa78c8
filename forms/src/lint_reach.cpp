#include "lint_reach.h"

#include "answers_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
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

/// Tries the answers to everything that matters, as a person would give them: hidden questions have none.
class Search
{
  public:
    /// Holds what is looked for, once the visible answers before a question, or all of them, are given.
    using Goal = std::function<bool(const Json&)>;

    explicit Search(const Guide& guide)
        : m_guide(guide)
    {
        for (const auto& question : guide.questions)
            look(question.when);
    }

    /// The condition's questions matter, and those that decide whether they are asked.
    void need(const Condition& condition)
    {
        look(condition);
        for (const auto& id : condition.questions())
            if (const auto* question = m_guide.findQuestion(id); question && m_needed.insert(id).second)
                need(question->when);
    }

    /// Whether any answers to the questions before `end` reach the goal.
    bool reaches(std::size_t end, const Goal& goal)
    {
        m_tries = 0;
        return tryFrom(0, end, goal, Json::object());
    }

  private:
    void look(const Condition& condition)
    {
        if (!condition.isAlways())
            collectNumbers(Json::parse(condition.json()), m_numbers);
    }

    bool tryFrom(std::size_t index, std::size_t end, const Goal& goal, const Json& visible)
    {
        if (++m_tries > MaxTries)
            return true;
        if (index == end)
            return goal(visible);
        const auto& question = m_guide.questions[index];
        if (!m_needed.contains(question.id) || !question.when.holdsFor(visible))
            return tryFrom(index + 1, end, goal, visible);
        for (auto& choice : choicesOf(question, m_numbers)) {
            auto answered = visible;
            answered[question.id] = std::move(choice);
            if (tryFrom(index + 1, end, goal, answered))
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

Reach::Reach(const Guide& guide)
    : m_guide(guide)
{}

std::vector<std::string> Reach::unreachableQuestions() const
{
    std::vector<std::string> unreachable;
    for (std::size_t i = 0; i < m_guide.questions.size(); ++i) {
        const auto& question = m_guide.questions[i];
        if (question.when.isAlways())
            continue;
        Search search(m_guide);
        search.need(question.when);
        if (!search.reaches(i, [&](const Json& visible) { return question.when.holdsFor(visible); }))
            unreachable.push_back(question.id);
    }
    return unreachable;
}

bool Reach::canHold(const Condition& condition, std::span<const Condition> others) const
{
    Search search(m_guide);
    search.need(condition);
    for (const auto& other : others)
        search.need(other);
    return search.reaches(m_guide.questions.size(), [&](const Json& visible) {
        return condition.holdsFor(visible)
               && std::none_of(others.begin(), others.end(), [&](const Condition& other) {
                      return other.holdsFor(visible);
                  });
    });
}

}  // namespace forms
