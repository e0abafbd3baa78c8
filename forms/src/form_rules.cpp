#include "form_rules.h"

#include "form_fields.h"

#include <nlohmann/json.hpp>

#include <array>

namespace forms {

namespace {

using Json = nlohmann::json;

tl::unexpected<base::Error> badRule()
{
    return base::fail(
        base::ErrorCode::BadInput,
        "A rule of the form needs an effect SHOW, HIDE, ENABLE or DISABLE and a condition with scope "
        "and schema.");
}

}  // namespace

base::Result<FormRules> FormRules::read(const Json& ui)
{
    FormRules rules;
    if (auto status = rules.collect(ui, {}); !status)
        return base::passOn(status);
    return rules;
}

base::Result<FormRules::Rule> FormRules::readRule(const Json& rule)
{
    constexpr std::array<std::pair<std::string_view, Effect>, 4> Effects{{{"SHOW", Effect::Show},
                                                                          {"HIDE", Effect::Hide},
                                                                          {"ENABLE", Effect::Enable},
                                                                          {"DISABLE", Effect::Disable}}};
    if (!rule.is_object() || !rule.contains("effect") || !rule.contains("condition"))
        return badRule();
    const auto& condition = rule["condition"];
    if (!condition.is_object() || !condition.contains("scope") || !condition.contains("schema")
        || !condition["scope"].is_string())
        return badRule();
    for (const auto& [name, effect] : Effects) {
        if (rule["effect"] != name)
            continue;
        const auto scopeText = condition["scope"].get<std::string>();
        const auto scope = scopeText == "#" ? std::optional<std::string>("") : pointerOfScope(scopeText);
        if (!scope)
            return badRule();
        auto schema = Schema::compile(condition["schema"]);
        if (!schema)
            return base::passOn(schema);
        return Rule{effect, *scope, std::move(*schema)};
    }
    return badRule();
}

base::Status FormRules::collect(const Json& element, std::vector<std::size_t> above)
{
    if (!element.is_object())
        return {};
    if (const auto rule = element.find("rule"); rule != element.end()) {
        auto read = readRule(*rule);
        if (!read)
            return base::passOn(read);
        above.push_back(m_rules.size());
        m_rules.push_back(std::move(*read));
    }
    if (const auto scope = element.find("scope");
        scope != element.end() && scope->is_string() && !above.empty())
        if (const auto pointer = pointerOfScope(scope->get<std::string>()))
            m_byField[*pointer] = above;
    if (const auto elements = element.find("elements"); elements != element.end() && elements->is_array())
        for (const auto& child : *elements)
            if (auto status = collect(child, above); !status)
                return status;
    return {};
}

bool FormRules::holds(const Rule& rule, const Json& data)
{
    const Json::json_pointer scope(rule.scope);
    return rule.schema.accepts(data.contains(scope) ? data.at(scope) : Json());
}

FieldState FormRules::stateOf(const Json& data, const std::string& pointer) const
{
    const auto found = m_byField.find(pointer);
    if (found == m_byField.end())
        return FieldState::Enabled;
    auto state = FieldState::Enabled;
    for (const auto index : found->second) {
        const auto& rule = m_rules[index];
        const bool holding = holds(rule, data);
        switch (rule.effect) {
        case Effect::Show:
            if (!holding)
                return FieldState::Hidden;
            break;
        case Effect::Hide:
            if (holding)
                return FieldState::Hidden;
            break;
        case Effect::Enable: state = holding ? state : FieldState::Disabled; break;
        case Effect::Disable: state = holding ? FieldState::Disabled : state; break;
        }
    }
    return state;
}

}  // namespace forms
