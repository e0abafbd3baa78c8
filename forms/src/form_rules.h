#pragma once

#include "schema.h"

#include <forms/form.h>

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace forms {

/// The JSON Forms rules (SHOW, HIDE, ENABLE, DISABLE) of a form's UI schema, by the fields they act on. A rule on
/// a group acts on every field in it.
class FormRules
{
  public:
    /// Error BadInput for an effect that is none of the four, a condition without scope and schema, or a schema
    /// that does not compile.
    [[nodiscard]] static base::Result<FormRules> read(const nlohmann::json& ui);

    /// What the rules make of a field while the form holds this data. A condition on a member that is not there
    /// looks at null.
    [[nodiscard]] FieldState stateOf(const nlohmann::json& data, const std::string& pointer) const;

    [[nodiscard]] bool empty() const { return m_rules.empty(); }

  private:
    enum class Effect { Show, Hide, Enable, Disable };

    struct Rule {
        Effect effect;
        std::string scope;  ///< JSON pointer into the data
        Schema schema;
    };

    base::Status collect(const nlohmann::json& element, std::vector<std::size_t> above);
    static base::Result<Rule> readRule(const nlohmann::json& rule);
    static bool holds(const Rule& rule, const nlohmann::json& data);

    std::vector<Rule> m_rules;
    std::map<std::string, std::vector<std::size_t>> m_byField;
};

}  // namespace forms
