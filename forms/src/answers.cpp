#include <forms/answers.h>

#include "answers_json.h"
#include "bounded_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace forms {

namespace {

using Json = nlohmann::json;

constexpr double LargestWhole = 9'007'199'254'740'992.0;

bool isListOfTexts(const Json& value)
{
    return value.is_array()
           && std::all_of(value.begin(), value.end(), [](const Json& item) { return item.is_string(); });
}

struct AsJson {
    Json operator()(const std::string& text) const { return text; }

    Json operator()(const std::vector<std::string>& texts) const { return texts; }

    Json operator()(double number) const
    {
        if (std::nearbyint(number) == number && std::abs(number) <= LargestWhole)
            return static_cast<std::int64_t>(number);
        return number;
    }
};

}  // namespace

Json answerAsJson(const Answer& answer)
{
    return std::visit(AsJson{}, answer);
}

Json answersAsJson(const Answers& answers)
{
    Json object = Json::object();
    for (const auto& [question, answer] : answers)
        object.emplace(question, answerAsJson(answer));
    return object;
}

base::Result<Answers> answersOf(const Json& object)
{
    if (!object.is_object())
        return base::fail(base::ErrorCode::BadInput, "The answers are not one JSON object.");
    Answers answers;
    for (const auto& [question, value] : object.items()) {
        if (value.is_string())
            answers[question] = value.get<std::string>();
        else if (value.is_number())
            answers[question] = value.get<double>();
        else if (isListOfTexts(value))
            answers[question] = value.get<std::vector<std::string>>();
        else
            return base::fail(base::ErrorCode::BadInput,
                              "The answer to {question} is neither text, number nor a list of texts.",
                              {{"question", question}});
    }
    return answers;
}

std::string answersToJson(const Answers& answers)
{
    return answersAsJson(answers).dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<Answers> answersFromJson(std::string_view json)
{
    const auto parsed = parseBounded(json);
    if (!parsed)
        return base::passOn(parsed);
    return answersOf(*parsed);
}

}  // namespace forms
