#include "form_fields.h"

#include "bounded_json.h"
#include "form_remarks.h"
#include "form_schema_parts.h"

#include <algorithm>

namespace forms {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t LongText = 200;
constexpr std::size_t MostFields = 5'000;

FieldOption optionOf(const Json& value, const std::string& title)
{
    const auto text = value.is_string() ? value.get<std::string>() : value.dump();
    return {text, title.empty() ? text : title, value.dump()};
}

/// The values a field offers: [{const, title}…] or an enum; empty when it offers none, or more than plain values.
std::vector<FieldOption> readOptions(const Json& schema)
{
    std::vector<FieldOption> options;
    for (const char* join : {"oneOf", "anyOf"})
        if (const auto found = schema.find(join); found != schema.end() && found->is_array())
            for (const auto& branch : *found) {
                if (!branch.is_object() || !branch.contains("const") || branch["const"].is_structured())
                    return {};
                if (!branch["const"].is_null())
                    options.push_back(optionOf(branch["const"], textMember(branch, "title")));
            }
    if (const auto found = schema.find("enum"); options.empty() && found != schema.end())
        for (const auto& value : *found)
            if (value.is_primitive() && !value.is_null())
                options.push_back(optionOf(value, {}));
    return options;
}

FieldKind kindOf(const Json& schema, const Field& field)
{
    if (!field.options.empty())
        return FieldKind::Choice;
    if (hasType(schema, "boolean"))
        return FieldKind::Boolean;
    if (hasType(schema, "integer"))
        return FieldKind::Integer;
    if (hasType(schema, "number"))
        return FieldKind::Decimal;
    if (field.format == "date")
        return FieldKind::Date;
    if (field.format == "cn-address")
        return FieldKind::Address;
    return field.maxLength.value_or(0) > LongText ? FieldKind::MultiLine : FieldKind::Text;
}

bool isRequired(const Json& schema, const std::string& name)
{
    const auto required = schema.find("required");
    return required != schema.end()
           && std::find(required->begin(), required->end(), Json(name)) != required->end();
}

class FieldReader
{
  public:
    explicit FieldReader(const Json& schema)
        : m_parts(schema)
        , m_remarks(m_found.remarks)
    {}

    SchemaFields read()
    {
        m_remarks.inspect(m_parts.root());
        m_found.fields = readProperties(m_parts.root(), "");
        return std::move(m_found);
    }

  private:
    std::vector<Field> readProperties(const SchemaPart& part, const std::string& parent);
    [[nodiscard]] bool hasControl(const SchemaPart& part) const;
    Field readField(const std::string& name, const SchemaPart& part, const std::string& parent);
    void readArray(Field& field, const SchemaPart& part);

    SchemaParts m_parts;
    std::size_t m_count = 0;  ///< references that fan out must not make a page without end
    SchemaFields m_found;
    SchemaRemarks m_remarks;
};

/// Objects with members that are not known, and lists without one kind of entry, cannot be typed.
bool FieldReader::hasControl(const SchemaPart& part) const
{
    if (!part.schema->is_object())
        return part.schema->is_boolean();
    if (hasType(*part.schema, "array")) {
        const auto items = m_parts.below(part, "/items");
        const bool isObject = hasType(*items.schema, "object") && !items.schema->contains("properties");
        return part.schema->contains("items") && items.schema->is_object() && !items.lost && !isObject;
    }
    return !hasType(*part.schema, "object") || part.schema->contains("properties");
}

void FieldReader::readArray(Field& field, const SchemaPart& part)
{
    const auto items = m_parts.below(part, "/items");
    m_remarks.inspect(items);
    field.options = readOptions(*items.schema);
    field.kind = field.options.empty() ? FieldKind::Table : FieldKind::MultiChoice;
    if (field.kind == FieldKind::MultiChoice)
        return;
    if (items.schema->contains("properties")) {
        field.columns = readProperties(items, "");
    } else {
        auto column = readField("", items, "");
        column.pointer.clear();
        column.title = textMember(*items.schema, "title");
        field.columns.push_back(std::move(column));
    }
}

Field FieldReader::readField(const std::string& name, const SchemaPart& part, const std::string& parent)
{
    Field field;
    const auto& schema = *part.schema;
    field.pointer = parent + "/" + escapePointerToken(name);
    field.title = name;
    if (!schema.is_object())
        return field;
    if (auto title = textMember(schema, "title"); !title.empty())
        field.title = std::move(title);
    field.format = textMember(schema, "format");
    field.prefill = textMember(schema, "x-prefill");
    field.hint = textMember(schema, "description");
    field.readOnly = schema.value("readOnly", false);
    if (schema.contains("default"))
        field.initial = schema["default"].dump();
    if (schema.contains("maxLength"))
        field.maxLength = schema["maxLength"].get<std::size_t>();
    if (hasType(schema, "array")) {
        readArray(field, part);
        return field;
    }
    field.options = readOptions(schema);
    field.kind = kindOf(schema, field);
    return field;
}

/// A member that is itself an object of members stands for its members.
std::vector<Field> FieldReader::readProperties(const SchemaPart& part, const std::string& parent)
{
    std::vector<Field> fields;
    m_remarks.inspectObject(part);
    if (!part.schema->contains("properties"))
        return fields;
    for (const auto& [name, unused] : (*part.schema)["properties"].items()) {
        const auto property = m_parts.below(part, "/properties/" + escapePointerToken(name));
        if (property.lost || ++m_count > MostFields) {
            m_remarks.add(property.path, cannotBeShown());
            continue;
        }
        m_remarks.inspect(property);
        if (!hasControl(property)) {
            m_remarks.add(property.path, noControl());
            continue;
        }
        const auto pointer = parent + "/" + escapePointerToken(name);
        if (property.schema->is_object() && property.schema->contains("properties")
            && !hasType(*property.schema, "array"))
        {
            m_found.groups[pointer] = textMember(*property.schema, "title");
            for (auto& inner : readProperties(property, pointer))
                fields.push_back(std::move(inner));
            continue;
        }
        fields.push_back(readField(name, property, parent));
        fields.back().required = isRequired(*part.schema, name);
    }
    return fields;
}

}  // namespace

SchemaFields readFields(const Json& schema)
{
    return FieldReader(schema).read();
}

}  // namespace forms
