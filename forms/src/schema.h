#pragma once

#include <base/result.h>

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <vector>

namespace forms {

/// One rule that does not hold: where in the instance, which keyword, and what it asked for.
struct Violation {
    std::string pointer;   ///< JSON pointer into the instance
    std::string keyword;   ///< "maxLength", "format", "required", "additionalProperties", …
    std::string expected;  ///< the keyword's value: "18", "cn-id"; for "required" the missing member's name
};

/// A JSON Schema (draft-07), compiled: the one validator of conditions, forms and guides. Assertions are judged
/// by Valijson; patterns, formats and lengths, which it cannot judge in Chinese text, and numbers, which it would divide
/// and compare in binary, by us, and so is every keyword that joins schemas around them. Numbers are exact decimals; a
/// text also follows a pattern or a length when it does as it was meant (forms/folding.h). References stay inside the schema ("#/definitions/x"). The work of one validation is
/// bounded. Immutable, cheap to copy, safe from several threads.
class Schema
{
  public:
    /// Error BadInput names {path}, the place in the schema: a keyword of the wrong shape, a pattern that does not
    /// compile, a reference to nowhere, more than 20,000 places.
    [[nodiscard]] static base::Result<Schema> compile(const nlohmann::json& schema);

    [[nodiscard]] bool accepts(const nlohmann::json& instance) const;

    /// Every violation in document order; empty = valid.
    [[nodiscard]] std::vector<Violation> validate(const nlohmann::json& instance) const;

  private:
    struct Compiled;
    explicit Schema(std::shared_ptr<const Compiled> compiled);
    std::shared_ptr<const Compiled> m_compiled;
};

}  // namespace forms
