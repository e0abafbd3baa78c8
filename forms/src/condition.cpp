#include <forms/condition.h>

#include "answers_json.h"
#include "bounded_json.h"
#include "schema.h"

#include <nlohmann/json.hpp>

namespace forms {

namespace {

using Json = nlohmann::json;
using Values = std::map<std::string, std::set<std::string>>;

std::string valueText(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// The values a question's schema compares with, wherever they stand in it.
void collectValues(const Json& schema, std::set<std::string>& values)
{
    if (!schema.is_object())
        return;
    for (const auto& [keyword, part] : schema.items()) {
        if (keyword == "const")
            values.insert(valueText(part));
        else if (keyword == "enum" && part.is_array())
            for (const auto& value : part)
                values.insert(valueText(value));
        else if (part.is_object())
            collectValues(part, values);
        else if (part.is_array())
            for (const auto& item : part)
                collectValues(item, values);
    }
}

void collectQuestions(const Json& schema, Values& compared)
{
    if (!schema.is_object())
        return;
    for (const auto& [keyword, part] : schema.items()) {
        if (keyword == "properties" && part.is_object()) {
            for (const auto& [question, rule] : part.items())
                collectValues(rule, compared[question]);
        } else if (keyword == "required" && part.is_array()) {
            for (const auto& question : part)
                if (question.is_string())
                    compared[question.get<std::string>()];
        } else if (part.is_array()) {
            for (const auto& item : part)
                collectQuestions(item, compared);
        } else if (keyword == "dependencies" && part.is_object()) {
            for (const auto& [question, rule] : part.items()) {
                compared[question];
                collectQuestions(rule.is_array() ? Json{{"required", rule}} : rule, compared);
            }
        } else if (keyword != "const" && part.is_object()) {
            collectQuestions(part, compared);
        }
    }
}

}  // namespace

struct Condition::Compiled {
    Json json;
    Schema schema;
    Values compared;
};

Condition::Condition() = default;

base::Result<Condition> Condition::parse(std::string_view schemaJson)
{
    auto json = parseBounded(schemaJson);
    if (!json)
        return base::passOn(json);
    return of(*json);
}

base::Result<Condition> Condition::of(const Json& json)
{
    auto schema = Schema::compile(json);
    if (!schema)
        return base::passOn(schema);
    Values compared;
    collectQuestions(json, compared);
    Condition condition;
    condition.m_compiled =
        std::make_shared<Compiled>(Compiled{json, std::move(*schema), std::move(compared)});
    return condition;
}

bool Condition::holds(const Answers& visible) const
{
    return !m_compiled || m_compiled->schema.accepts(answersAsJson(visible));
}

bool Condition::holdsFor(const Json& visible) const
{
    return !m_compiled || m_compiled->schema.accepts(visible);
}

std::set<std::string> Condition::questions() const
{
    std::set<std::string> names;
    if (m_compiled)
        for (const auto& [question, values] : m_compiled->compared)
            names.insert(question);
    return names;
}

std::map<std::string, std::set<std::string>> Condition::comparedValues() const
{
    return m_compiled ? m_compiled->compared : Values{};
}

std::string Condition::json() const
{
    return m_compiled ? m_compiled->json.dump() : std::string();
}

}  // namespace forms
