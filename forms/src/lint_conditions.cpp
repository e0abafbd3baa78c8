#include "bounded_json.h"
#include "form_remarks.h"
#include "lint_parts.h"
#include "lint_reach.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace forms {

namespace {

using i18n::phrase;
using Json = nlohmann::json;
using Names = std::set<std::string>;

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 3> OfSeveral{"allOf", "anyOf", "oneOf"};
constexpr std::array<std::string_view, 6> OfOne{"not", "if", "then", "else", "contains", "propertyNames"};
constexpr std::array<std::string_view, 6> OfLists{
    "contains", "items", "additionalItems", "minItems", "maxItems", "uniqueItems"};
constexpr std::array<std::string_view, 5> OfNumbers{
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"};
constexpr std::array<std::string_view, 3> OfTexts{"pattern", "minLength", "maxLength"};

/// The questions that must be answered where this schema holds.
Names requiredIn(const Json& schema)
{
    Names names;
    if (!schema.is_object())
        return names;
    if (const auto required = schema.find("required"); required != schema.end() && required->is_array())
        for (const auto& name : *required)
            if (name.is_string())
                names.insert(name.get<std::string>());
    if (const auto all = schema.find("allOf"); all != schema.end() && all->is_array())
        for (const auto& part : *all)
            names.merge(requiredIn(part));
    return names;
}

/// Whether a value of that JSON kind can be an answer to the question.
bool canBeAnswer(const Question& question, const Json& value)
{
    switch (question.kind) {
    case QuestionKind::Single: return value.is_string();
    case QuestionKind::Multi: return value.is_array();
    case QuestionKind::Number: return value.is_number();
    }
    return false;
}

/// Whether a rule asks what no answer to the question can be: a list of one value, a number of words.
bool asksInVain(const Question& question, const Json& rule)
{
    if (!rule.is_object())
        return false;
    for (const auto& [keyword, value] : rule.items()) {
        if (keyword == "const" && !canBeAnswer(question, value))
            return true;
        if (keyword == "enum" && value.is_array()
            && std::none_of(
                value.begin(), value.end(), [&](const Json& one) { return canBeAnswer(question, one); }))
            return true;
        if ((isOneOf(keyword, OfLists) && question.kind != QuestionKind::Multi)
            || (isOneOf(keyword, OfNumbers) && question.kind != QuestionKind::Number)
            || (isOneOf(keyword, OfTexts) && question.kind != QuestionKind::Single))
            return true;
        if (keyword == "not" && asksInVain(question, value))
            return true;
        if (isOneOf(keyword, OfSeveral) && value.is_array()
            && std::any_of(
                value.begin(), value.end(), [&](const Json& part) { return asksInVain(question, part); }))
            return true;
    }
    return false;
}

/// Reads one condition as its author wrote it.
class ConditionLint
{
  public:
    ConditionLint(const Guide& guide, LintFindings& findings)
        : m_guide(guide)
        , m_findings(findings)
    {}

    void look(const Condition& condition, const std::string& path)
    {
        if (condition.isAlways())
            return;
        const auto schema = Json::parse(condition.json());
        lookAtRequired(schema, {}, path);
        lookAtKeywords(schema, path);
    }

  private:
    /// A question that is compared and need not be answered. What is denied is left alone: “not yes” may be meant so.
    void lookAtRequired(const Json& schema, Names required, const std::string& path)
    {
        if (!schema.is_object())
            return;
        required.merge(requiredIn(schema));
        if (const auto properties = schema.find("properties"); properties != schema.end())
            for (const auto& [question, rule] : properties->items())
                if (!required.contains(question) && rule.is_object() && !rule.empty())
                    m_findings.warn(path + "/properties/" + escapePointerToken(question),
                                    phrase("The condition at {path} also holds while {question} is not "
                                           "answered: it lacks `required`.",
                                           {{"question", question}}));
        for (const auto& [keyword, part] : schema.items())
            if (isOneOf(keyword, OfSeveral) && part.is_array())
                for (std::size_t i = 0; i < part.size(); ++i)
                    lookAtRequired(part[i], required, path + "/" + keyword + "/" + std::to_string(i));
    }

    void lookAtKeywords(const Json& schema, const std::string& path)
    {
        if (!schema.is_object())
            return;
        for (const auto& [keyword, part] : schema.items()) {
            const auto below = path + "/" + escapePointerToken(keyword);
            if (!isSchemaKeyword(keyword))
                m_findings.warn(below, meaningless());
            if (isOneOf(keyword, OfOne))
                lookAtKeywords(part, below);
            else if (isOneOf(keyword, OfSeveral) && part.is_array())
                for (std::size_t i = 0; i < part.size(); ++i)
                    lookAtKeywords(part[i], below + "/" + std::to_string(i));
            else if (keyword == "properties" && part.is_object())
                for (const auto& [question, rule] : part.items())
                    lookAtRule(question, rule, below + "/" + escapePointerToken(question));
        }
    }

    void lookAtRule(const std::string& id, const Json& rule, const std::string& path)
    {
        const auto* question = m_guide.findQuestion(id);
        if (question && asksInVain(*question, rule))
            m_findings.warn(
                path,
                phrase("The condition at {path} asks what no answer to {question} can be: mind its "
                       "kind.",
                       {{"question", id}}));
        lookAtKeywords(rule, path);
    }

    const Guide& m_guide;
    LintFindings& m_findings;
};

void lintRoutes(const Guide& guide, const Reach& reach, LintFindings& findings)
{
    std::vector<Condition> before;
    for (std::size_t i = 0; i < guide.routes.size(); ++i) {
        const auto& route = guide.routes[i];
        const std::vector<base::Argument> named{{"route", route.id}};
        if (!reach.canHold(route.when))
            findings.warn(
                itemPath("routes", i) + "/when",
                phrase("No applicant comes to the route {route}: its condition never holds.", named));
        else if (!reach.canHold(route.when, before))
            findings.warn(
                itemPath("routes", i) + "/when",
                phrase("No applicant comes to the route {route}: one before it always holds.", named));
        before.push_back(route.when);
    }
}

void lintNeeds(const Guide& guide, const Reach& reach, LintFindings& findings)
{
    for (std::size_t i = 0; i < guide.materials.size(); ++i)
        if (!reach.canHold(guide.materials[i].when))
            findings.warn(itemPath("materials", i) + "/when",
                          phrase("Nobody is ever asked for {material}: its condition never holds.",
                                 {{"material", guide.materials[i].name}}));
    for (std::size_t i = 0; i < guide.children.size(); ++i)
        if (!reach.canHold(guide.children[i].when))
            findings.warn(itemPath("children", i) + "/when",
                          phrase("The child {child} never comes to be: its condition never holds.",
                                 {{"child", guide.children[i].id}}));
}

}  // namespace

void lintConditions(const Guide& guide, LintFindings& findings)
{
    ConditionLint each(guide, findings);
    const auto all = [&](const auto& items, const char* list) {
        for (std::size_t i = 0; i < items.size(); ++i)
            each.look(items[i].when, itemPath(list, i) + "/when");
    };
    all(guide.routes, "routes");
    all(guide.questions, "questions");
    all(guide.materials, "materials");
    all(guide.children, "children");
    const Reach reach(guide);
    for (const auto& id : reach.unreachableQuestions()) {
        const auto place = std::find_if(guide.questions.begin(),
                                        guide.questions.end(),
                                        [&](const auto& question) { return question.id == id; });
        findings.warn(itemPath("questions", static_cast<std::size_t>(place - guide.questions.begin()))
                          + "/options",
                      phrase("Nobody can reach the options of {question}: its condition never holds.",
                             {{"question", id}}));
    }
    lintRoutes(guide, reach, findings);
    lintNeeds(guide, reach, findings);
}

}  // namespace forms
