#include "form_remarks.h"

#include "bounded_json.h"
#include "text_format.h"

#include <algorithm>
#include <array>

namespace forms {

namespace {

using i18n::phrase;
using Json = nlohmann::ordered_json;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Keywords of draft-07 that are judged or mean nothing to a form.
constexpr std::array<std::string_view, 44> Known{"$comment",
                                                 "$id",
                                                 "$ref",
                                                 "$schema",
                                                 "additionalItems",
                                                 "additionalProperties",
                                                 "allOf",
                                                 "anyOf",
                                                 "const",
                                                 "contains",
                                                 "default",
                                                 "definitions",
                                                 "dependencies",
                                                 "description",
                                                 "else",
                                                 "enum",
                                                 "examples",
                                                 "exclusiveMaximum",
                                                 "exclusiveMinimum",
                                                 "format",
                                                 "if",
                                                 "items",
                                                 "maxItems",
                                                 "maxLength",
                                                 "maxProperties",
                                                 "maximum",
                                                 "minItems",
                                                 "minLength",
                                                 "minProperties",
                                                 "minimum",
                                                 "multipleOf",
                                                 "not",
                                                 "oneOf",
                                                 "pattern",
                                                 "patternProperties",
                                                 "properties",
                                                 "propertyNames",
                                                 "readOnly",
                                                 "required",
                                                 "then",
                                                 "title",
                                                 "type",
                                                 "uniqueItems",
                                                 "writeOnly"};

bool hasMembers(const Json& schema)
{
    if (schema.is_array())
        return std::any_of(schema.begin(), schema.end(), hasMembers);
    return schema.is_object() && schema.contains("properties");
}

std::size_t kindsIn(const Json& type)
{
    if (!type.is_array())
        return 1;
    return static_cast<std::size_t>(
        std::count_if(type.begin(), type.end(), [](const Json& one) { return one != "null"; }));
}

}  // namespace

bool isSchemaKeyword(std::string_view keyword)
{
    return contains(Known, keyword) || keyword.starts_with("x-");
}

i18n::Phrase meaningless()
{
    return phrase("The keyword at {path} has no meaning in JSON Schema draft-07.");
}

i18n::Phrase noControl()
{
    return phrase("What stands at {path} has no control in the form; it is only judged.");
}

i18n::Phrase cannotBeShown()
{
    return phrase(
        "What stands at {path} cannot be shown: it contains itself, its reference leads out of the form, or the "
        "form is too large.");
}

void SchemaRemarks::add(const std::string& schemaPath, i18n::Phrase text)
{
    const auto path = "/schema" + schemaPath;
    const bool told = std::any_of(m_remarks.begin(), m_remarks.end(), [&](const FormRemark& remark) {
        return remark.path == path && remark.text == text;
    });
    if (!told)
        m_remarks.push_back({path, std::move(text)});
}

void SchemaRemarks::inspect(const SchemaPart& part)
{
    if (!part.schema->is_object())
        return;
    for (const auto& [keyword, value] : part.schema->items())
        if (!isSchemaKeyword(keyword))
            add(part.path + "/" + escapePointerToken(keyword), meaningless());
    if (const auto format = textMember(*part.schema, "format"); !format.empty() && !isTextFormat(format))
        add(part.path + "/format",
            phrase("The format {format} at {path} is not judged.", {{"format", format}}));
    const auto type = part.schema->find("type");
    const bool isSeveral = type != part.schema->end() && kindsIn(*type) != 1;
    const bool isFree = type == part.schema->end() && !part.schema->contains("enum")
                        && !part.schema->contains("const") && !part.schema->contains("oneOf")
                        && !part.schema->contains("anyOf") && !part.schema->contains("properties");
    if (isSeveral || isFree || (type != part.schema->end() && *type == "null"))
        add(part.path, phrase("What stands at {path} is not of one kind: it is shown as text."));
}

void SchemaRemarks::inspectObject(const SchemaPart& part)
{
    if (!part.schema->is_object())
        return;
    for (const char* keyword : {"allOf", "anyOf", "oneOf", "then", "else", "not"})
        if (const auto found = part.schema->find(keyword); found != part.schema->end() && hasMembers(*found))
            add(part.path + "/" + keyword, noControl());
    for (const char* keyword : {"dependencies", "patternProperties"})
        if (const auto found = part.schema->find(keyword); found != part.schema->end())
            for (const auto& [name, value] : found->items())
                if (value.is_object())
                    add(part.path + "/" + keyword, noControl());
    if (const auto found = part.schema->find("additionalProperties");
        found != part.schema->end() && found->is_object())
        add(part.path + "/additionalProperties", noControl());
}

}  // namespace forms
