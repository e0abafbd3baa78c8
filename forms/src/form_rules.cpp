#include "form_rules.h"

#include "form_page.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace forms {

namespace {

using Json = nlohmann::json;

tl::unexpected<base::Error> badRule(const std::string& path)
{
    return base::fail(
        base::ErrorCode::BadInput,
        "A rule of the form needs an effect SHOW, HIDE, ENABLE or DISABLE and a condition with scope "
        "and schema.",
        {{"path", "/ui" + path + "/rule"}});
}

}  // namespace

base::Result<FormRules> FormRules::read(const Json& ui)
{
    FormRules rules;
    if (auto status = rules.collect(ui, "", {}); !status)
        return base::passOn(status);
    return rules;
}

base::Result<FormRules::Condition> FormRules::readJoin(const Json& condition,
                                                       Join join,
                                                       const std::string& path)
{
    Condition read;
    read.join = join;
    const auto parts = condition.find("conditions");
    if (parts == condition.end() || !parts->is_array())
        return badRule(path);
    for (const auto& part : *parts) {
        auto one = readCondition(part, path);
        if (!one)
            return base::passOn(one);
        read.parts.push_back(std::move(*one));
    }
    return read;
}

base::Result<FormRules::Condition> FormRules::readCondition(const Json& condition, const std::string& path)
{
    if (!condition.is_object())
        return badRule(path);
    const auto type = condition.value("type", Json());
    if (type == "AND" || type == "OR")
        return readJoin(condition, type == "AND" ? Join::And : Join::Or, path);
    const auto scopeText = condition.value("scope", Json());
    const bool isLeaf = condition.contains("expectedValue");
    if (!scopeText.is_string() || (!isLeaf && !condition.contains("schema")))
        return badRule(path);
    const auto scope = scopeText == "#" ? std::optional<std::string>("")
                                        : pointerOfScope(scopeText.get_ref<const std::string&>());
    if (!scope)
        return badRule(path);
    auto schema = Schema::compile(isLeaf ? Json{{"const", condition["expectedValue"]}} : condition["schema"]);
    if (!schema)
        return base::passOn(schema);
    const bool fails = condition.value("failWhenUndefined", Json()) == true;
    return Condition{Join::None, {}, *scope, {std::move(*schema)}, fails ? Absent::Fails : Absent::IsNull};
}

base::Result<FormRules::Rule> FormRules::readRule(const Json& rule, const std::string& path)
{
    constexpr std::array<std::pair<std::string_view, Effect>, 4> Effects{{{"SHOW", Effect::Show},
                                                                          {"HIDE", Effect::Hide},
                                                                          {"ENABLE", Effect::Enable},
                                                                          {"DISABLE", Effect::Disable}}};
    if (!rule.is_object() || !rule.contains("effect") || !rule.contains("condition"))
        return badRule(path);
    const auto named = std::find_if(
        Effects.begin(), Effects.end(), [&rule](const auto& row) { return rule["effect"] == row.first; });
    if (named == Effects.end())
        return badRule(path);
    auto condition = readCondition(rule["condition"], path);
    if (!condition)
        return base::passOn(condition);
    return Rule{named->second, std::move(*condition)};
}

base::Status FormRules::collect(const Json& element, const std::string& path, Indices above)
{
    if (!element.is_object())
        return {};
    if (const auto rule = element.find("rule"); rule != element.end()) {
        auto read = readRule(*rule, path);
        if (!read)
            return base::passOn(read);
        above.push_back(m_rules.size());
        m_rules.push_back(std::move(*read));
    }
    if (!above.empty())
        m_byPath[path] = above;
    if (const auto scope = element.find("scope");
        scope != element.end() && scope->is_string() && !above.empty())
        if (const auto pointer = pointerOfScope(scope->get<std::string>()))
            m_byField.emplace(*pointer, above);
    if (const auto elements = element.find("elements"); elements != element.end() && elements->is_array())
        for (std::size_t i = 0; i < elements->size(); ++i)
            if (auto status = collect((*elements)[i], path + "/elements/" + std::to_string(i), above);
                !status)
                return status;
    return {};
}

bool FormRules::holds(const Condition& condition, const Json& data)
{
    const auto holdsNow = [&data](const Condition& part) { return holds(part, data); };
    switch (condition.join) {
    case Join::And: return std::all_of(condition.parts.begin(), condition.parts.end(), holdsNow);
    case Join::Or: return std::any_of(condition.parts.begin(), condition.parts.end(), holdsNow);
    case Join::None: break;
    }
    const Json::json_pointer scope(condition.scope);
    if (!data.contains(scope))
        return condition.absent == Absent::IsNull && condition.schema.front().accepts(Json());
    return condition.schema.front().accepts(data.at(scope));
}

FieldState FormRules::judge(const Indices& rules, const Json& data) const
{
    auto state = FieldState::Enabled;
    for (const auto index : rules) {
        const auto& rule = m_rules[index];
        const bool holding = holds(rule.condition, data);
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

FieldState FormRules::stateOf(const Json& data, std::string_view pointer) const
{
    for (; !pointer.empty(); pointer = pointer.substr(0, pointer.rfind('/')))
        if (const auto found = m_byField.find(pointer); found != m_byField.end())
            return judge(found->second, data);
    return FieldState::Enabled;
}

FieldState FormRules::stateAt(const Json& data, std::string_view path) const
{
    const auto found = m_byPath.find(path);
    return found == m_byPath.end() ? FieldState::Enabled : judge(found->second, data);
}

}  // namespace forms
