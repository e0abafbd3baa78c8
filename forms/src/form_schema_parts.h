#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace forms {

/// A part of a form's schema with references followed, and where it stands.
struct SchemaPart {
    const nlohmann::ordered_json* schema = nullptr;  ///< never null; an object where one is asked for
    std::string path;                                ///< pointer into the schema
    std::vector<std::string> trail;                  ///< targets of the references followed on the way here
    bool lost = false;  ///< the reference goes round, or leads out of the form: it cannot be shown
};

/// Looks into a form's schema (draft-07) with `$ref` inside the document followed. Borrows the schema.
class SchemaParts
{
  public:
    explicit SchemaParts(const nlohmann::ordered_json& schema)
        : m_schema(schema)
    {}

    [[nodiscard]] SchemaPart root() const;

    /// The part below at a pointer ("/properties/a", "/items"); an empty object where there is none.
    [[nodiscard]] SchemaPart below(const SchemaPart& part, std::string_view way) const;

  private:
    [[nodiscard]] SchemaPart follow(SchemaPart part) const;

    const nlohmann::ordered_json& m_schema;
};

[[nodiscard]] std::string textMember(const nlohmann::ordered_json& object, const char* name);
[[nodiscard]] bool hasType(const nlohmann::ordered_json& schema, std::string_view name);

}  // namespace forms
