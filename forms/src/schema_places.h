#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace forms {

/// Where the references of one schema lead (draft-07, section 8): by JSON pointer, by the `$id` of a part, or to the
/// draft-07 metaschema. Nothing is ever fetched. Borrows the schema.
class SchemaPlaces
{
  public:
    struct Place {
        std::string pointer;  ///< of the whole schema; one of the metaschema begins with its URI
        const nlohmann::json* schema = nullptr;
    };

    explicit SchemaPlaces(const nlohmann::json& schema);

    /// The place a `$ref` leads to that stands at this pointer. Nothing: it leads nowhere in what is known here.
    [[nodiscard]] std::optional<Place> find(std::string_view from, std::string_view reference) const;

  private:
    void collect(const nlohmann::json& schema, const std::string& pointer, const std::string& base);
    [[nodiscard]] std::string baseOf(std::string_view pointer) const;
    [[nodiscard]] std::optional<Place> below(const Place& start, std::string_view fragment) const;

    const nlohmann::json& m_schema;
    std::map<std::string, Place, std::less<>> m_known;  ///< by absolute URI; a named part with its fragment
    std::map<std::string, std::string, std::less<>> m_bases;  ///< pointer of a part with an `$id` -> its URI
};

/// A reference resolved against a base URI (RFC 3986, section 5.2, without dot segments).
[[nodiscard]] std::string resolveUri(std::string_view base, std::string_view reference);

}  // namespace forms
