#include "situation_text.h"

#include "wording.h"

#include <algorithm>
#include <type_traits>

namespace papers {

namespace {

std::string answerText(const forms::Question& question, const forms::Answer& answer)
{
    const auto textOf = [&question](const std::string& value) {
        const auto* option = question.findOption(value);
        return option != nullptr ? option->text : value;
    };
    return std::visit(
        [&textOf](const auto& each) -> std::string {
            using Kind = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Kind, std::string>) {
                return textOf(each);
            } else if constexpr (std::is_same_v<Kind, double>) {
                auto text = std::to_string(each);
                text.erase(text.find_last_not_of('0') + 1);
                return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
            } else {
                std::vector<std::string> texts;
                std::transform(each.begin(), each.end(), std::back_inserter(texts), textOf);
                return listText(texts);
            }
        },
        answer);
}

}  // namespace

std::string situationText(const forms::Guide& guide,
                          const std::vector<std::string>& questions,
                          const forms::Answers& answers)
{
    std::vector<std::string> texts;
    for (const auto& id : questions) {
        const auto* question = guide.findQuestion(id);
        const auto answer = answers.find(id);
        if (question != nullptr && answer != answers.end()) {
            texts.push_back(question->text + " " + answerText(*question, answer->second));
        }
    }
    return listText(texts);
}

}  // namespace papers
