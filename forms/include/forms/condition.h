#pragma once

#include <base/result.h>

#include <forms/answers.h>

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace forms {

/// A `when` of a guide: a JSON Schema (draft-07) over the object of the visible answers (GUIDE-FORMAT
/// "Conditions"). Compiled once, immutable, cheap to copy, safe to use from several threads.
class Condition
{
  public:
    Condition();  ///< holds always: a rule without `when`

    /// Error BadInput for what is no schema, is deeper than 64 or uses a pattern that does not compile.
    [[nodiscard]] static base::Result<Condition> parse(std::string_view schemaJson);

    /// The same for a schema already read; its depth must have been bounded.
    [[nodiscard]] static base::Result<Condition> of(const nlohmann::json& schema);

    [[nodiscard]] bool holds(const Answers& visible) const;

    /// The same over the answers as one object, for who judges many conditions over the same answers.
    [[nodiscard]] bool holdsFor(const nlohmann::json& visible) const;

    [[nodiscard]] bool isAlways() const { return m_compiled == nullptr; }

    /// The question ids it looks at, and the values it compares each with (for lint and the hand-out).
    [[nodiscard]] std::set<std::string> questions() const;
    [[nodiscard]] std::map<std::string, std::set<std::string>> comparedValues() const;
    [[nodiscard]] std::string json() const;  ///< as written in the guide

  private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

}  // namespace forms
