#include "schema_keywords.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace forms {

namespace {

using Json = nlohmann::json;
using Shape = bool (*)(const Json&);

bool isCount(const Json& value)
{
    return value.is_number_unsigned();
}

bool isNumber(const Json& value)
{
    return value.is_number();
}

bool isPositive(const Json& value)
{
    return value.is_number() && value.get<double>() > 0;
}

bool isText(const Json& value)
{
    return value.is_string();
}

bool isTruth(const Json& value)
{
    return value.is_boolean();
}

bool isSchema(const Json& value)
{
    return value.is_object() || value.is_boolean();
}

bool areSchemas(const Json& value)
{
    return value.is_array() && !value.empty() && std::all_of(value.begin(), value.end(), isSchema);
}

bool isSchemaOrSchemas(const Json& value)
{
    return isSchema(value) || areSchemas(value);
}

bool isSchemaMap(const Json& value)
{
    return value.is_object() && std::all_of(value.begin(), value.end(), isSchema);
}

bool areNames(const Json& value)
{
    return value.is_array() && std::all_of(value.begin(), value.end(), isText);
}

bool areChoices(const Json& value)
{
    return value.is_array() && !value.empty();
}

bool isDependencyMap(const Json& value)
{
    return value.is_object() && std::all_of(value.begin(), value.end(), [](const Json& dependency) {
               return isSchema(dependency) || areNames(dependency);
           });
}

bool isTypeName(const Json& value)
{
    constexpr std::array<std::string_view, 7> Names{
        "array", "boolean", "integer", "null", "number", "object", "string"};
    return value.is_string()
           && std::find(Names.begin(), Names.end(), value.get_ref<const std::string&>()) != Names.end();
}

bool isTypeOrTypes(const Json& value)
{
    return isTypeName(value)
           || (value.is_array() && !value.empty() && std::all_of(value.begin(), value.end(), isTypeName));
}

bool isAnything(const Json&)
{
    return true;
}

constexpr std::array<std::pair<std::string_view, Shape>, 11> AssertionShapes{{
    {"type", isTypeOrTypes},
    {"enum", areChoices},
    {"const", isAnything},
    {"maxItems", isCount},
    {"minItems", isCount},
    {"uniqueItems", isTruth},
    {"maxProperties", isCount},
    {"minProperties", isCount},
    {"required", areNames},
    {"title", isText},
    {"description", isText},
}};

constexpr std::array<std::pair<std::string_view, Shape>, 27> OtherShapes{{
    {"multipleOf", isPositive},
    {"maximum", isNumber},
    {"exclusiveMaximum", isNumber},
    {"minimum", isNumber},
    {"exclusiveMinimum", isNumber},
    {"maxLength", isCount},
    {"minLength", isCount},
    {"pattern", isText},
    {"format", isText},
    {"$ref", isText},
    {"properties", isSchemaMap},
    {"patternProperties", isSchemaMap},
    {"definitions", isSchemaMap},
    {"additionalProperties", isSchema},
    {"propertyNames", isSchema},
    {"dependencies", isDependencyMap},
    {"items", isSchemaOrSchemas},
    {"additionalItems", isSchema},
    {"contains", isSchema},
    {"allOf", areSchemas},
    {"anyOf", areSchemas},
    {"oneOf", areSchemas},
    {"not", isSchema},
    {"if", isSchema},
    {"then", isSchema},
    {"else", isSchema},
    {"readOnly", isTruth},
}};

template <std::size_t N>
Shape findShape(const std::array<std::pair<std::string_view, Shape>, N>& table, std::string_view keyword)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [keyword](const auto& row) { return row.first == keyword; });
    return found == table.end() ? nullptr : found->second;
}

}  // namespace

bool isAssertion(std::string_view keyword)
{
    return keyword != "title" && keyword != "description" && findShape(AssertionShapes, keyword) != nullptr;
}

bool hasGoodShape(std::string_view keyword, const Json& value)
{
    if (const auto shape = findShape(AssertionShapes, keyword))
        return shape(value);
    if (const auto shape = findShape(OtherShapes, keyword))
        return shape(value);
    return true;
}

bool needsOurJudgement(const Json& schema)
{
    if (schema.is_object()) {
        for (const char* ours : {"pattern",
                                 "patternProperties",
                                 "format",
                                 "$ref",
                                 "$id",
                                 "id",
                                 "multipleOf",
                                 "maximum",
                                 "exclusiveMaximum",
                                 "minimum",
                                 "exclusiveMinimum",
                                 "maxLength",
                                 "minLength"})
            if (schema.contains(ours))
                return true;
    }
    return schema.is_structured() && std::any_of(schema.begin(), schema.end(), needsOurJudgement);
}

}  // namespace forms
