#pragma once

#include "schema.h"

#include <forms/form.h>

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace forms {

/// The JSON Forms rules (SHOW, HIDE, ENABLE, DISABLE) of a form's UI schema. A rule on an element acts on all that
/// stands in it. Conditions are schemas over a scope, a leaf's expected value, and AND and OR of these.
class FormRules
{
  public:
    /// Error BadInput with {path}: an effect that is none of the four, a condition of another shape, or a schema
    /// that does not compile.
    [[nodiscard]] static base::Result<FormRules> read(const nlohmann::json& ui);

    /// What the rules make of a field, or of a member of an object shown as one, while the form holds this data. A
    /// condition on a member that is not there looks at null.
    [[nodiscard]] FieldState stateOf(const nlohmann::json& data, std::string_view pointer) const;

    /// The same of the element at that JSON pointer into the UI schema.
    [[nodiscard]] FieldState stateAt(const nlohmann::json& data, std::string_view path) const;

    [[nodiscard]] bool empty() const { return m_rules.empty(); }

  private:
    enum class Effect { Show, Hide, Enable, Disable };
    enum class Join { None, And, Or };
    enum class Absent { IsNull, Fails };  ///< what the condition makes of a member that is not there

    struct Condition {
        Join join = Join::None;
        std::vector<Condition> parts;
        std::string scope;           ///< JSON pointer into the data
        std::vector<Schema> schema;  ///< one; none where parts are joined
        Absent absent = Absent::IsNull;
    };

    struct Rule {
        Effect effect;
        Condition condition;
    };

    using Indices = std::vector<std::size_t>;

    base::Status collect(const nlohmann::json& element, const std::string& path, Indices above);
    static base::Result<Rule> readRule(const nlohmann::json& rule, const std::string& path);
    static base::Result<Condition> readCondition(const nlohmann::json& condition, const std::string& path);
    static base::Result<Condition> readJoin(const nlohmann::json& condition,
                                            Join join,
                                            const std::string& path);
    static bool holds(const Condition& condition, const nlohmann::json& data);
    [[nodiscard]] FieldState judge(const Indices& rules, const nlohmann::json& data) const;

    std::vector<Rule> m_rules;
    std::map<std::string, Indices, std::less<>> m_byField;
    std::map<std::string, Indices, std::less<>> m_byPath;
};

}  // namespace forms
