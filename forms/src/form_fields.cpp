#include "form_fields.h"

#include "bounded_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace forms {

namespace {

using Json = nlohmann::ordered_json;

std::string textMember(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The name of the value a `oneOf` or `anyOf` branch stands for, when all branches are such: [{const, title}…].
std::vector<FieldOption> readOptions(const Json& schema)
{
    std::vector<FieldOption> options;
    for (const char* join : {"oneOf", "anyOf"})
        if (const auto found = schema.find(join); found != schema.end() && found->is_array())
            for (const auto& branch : *found) {
                if (!branch.is_object() || !branch.contains("const") || !branch["const"].is_string())
                    return {};
                const auto value = branch["const"].get<std::string>();
                const auto title = textMember(branch, "title");
                options.push_back({value, title.empty() ? value : title});
            }
    if (const auto found = schema.find("enum"); options.empty() && found != schema.end())
        for (const auto& value : *found)
            if (value.is_string())
                options.push_back({value.get<std::string>(), value.get<std::string>()});
    return options;
}

bool hasType(const Json& schema, std::string_view name)
{
    const auto type = schema.find("type");
    if (type == schema.end())
        return false;
    if (type->is_string())
        return type->get_ref<const std::string&>() == name;
    return std::any_of(type->begin(), type->end(), [name](const Json& one) {
        return one.is_string() && one.get_ref<const std::string&>() == name;
    });
}

FieldKind kindOf(const Json& schema, const Field& field)
{
    const auto items = schema.find("items");
    if (hasType(schema, "array"))
        return items != schema.end() && items->is_object() && items->contains("properties")
                   ? FieldKind::Table
                   : FieldKind::MultiChoice;
    if (hasType(schema, "boolean"))
        return FieldKind::Boolean;
    if (hasType(schema, "integer"))
        return FieldKind::Integer;
    if (hasType(schema, "number"))
        return FieldKind::Decimal;
    if (!field.options.empty())
        return FieldKind::Choice;
    if (field.format == "date")
        return FieldKind::Date;
    return field.maxLength.value_or(0) > 200 ? FieldKind::MultiLine : FieldKind::Text;
}

std::vector<Field> readProperties(const Json& schema, const std::string& parent);

Field readField(const std::string& name, const Json& schema, const std::string& parent)
{
    Field field;
    field.pointer = parent + "/" + escapePointerToken(name);
    field.title = textMember(schema, "title");
    if (field.title.empty())
        field.title = name;
    field.format = textMember(schema, "format");
    field.prefill = textMember(schema, "x-prefill");
    field.hint = textMember(schema, "description");
    field.readOnly = schema.is_object() && schema.value("readOnly", false);
    if (schema.is_object() && schema.contains("maxLength"))
        field.maxLength = schema["maxLength"].get<std::size_t>();
    if (!schema.is_object())
        return field;
    field.options = readOptions(schema);
    field.kind = kindOf(schema, field);
    if (field.kind == FieldKind::Table)
        field.columns = readProperties(schema["items"], "");
    if (field.kind == FieldKind::MultiChoice && schema.contains("items"))
        field.options = readOptions(schema["items"]);
    return field;
}

bool isRequired(const Json& schema, const std::string& name)
{
    const auto required = schema.find("required");
    return required != schema.end()
           && std::find(required->begin(), required->end(), Json(name)) != required->end();
}

/// A member that is itself an object of members stands for its members: forms have no boxes in boxes.
std::vector<Field> readProperties(const Json& schema, const std::string& parent)
{
    std::vector<Field> fields;
    const auto properties = schema.find("properties");
    if (properties == schema.end())
        return fields;
    for (const auto& [name, property] : properties->items()) {
        if (property.is_object() && property.contains("properties") && !hasType(property, "array")) {
            for (auto& inner : readProperties(property, parent + "/" + escapePointerToken(name)))
                fields.push_back(std::move(inner));
            continue;
        }
        fields.push_back(readField(name, property, parent));
        fields.back().required = isRequired(schema, name);
    }
    return fields;
}

/// Scopes in the order shown, and whether each is one line of text.
base::Status collectScopes(const Json& element, std::vector<std::pair<std::string, bool>>& shown)
{
    if (!element.is_object())
        return {};
    if (const auto scope = element.find("scope"); scope != element.end()) {
        const auto pointer = scope->is_string() ? pointerOfScope(scope->get<std::string>()) : std::nullopt;
        if (!pointer)
            return base::fail(base::ErrorCode::BadInput,
                              "The scope {scope} of the form leads to no field.",
                              {{"scope", scope->dump()}});
        const auto options = element.find("options");
        shown.emplace_back(*pointer,
                           options != element.end() && options->is_object() && options->contains("multi")
                               && (*options)["multi"] == true);
    }
    if (const auto elements = element.find("elements"); elements != element.end() && elements->is_array())
        for (const auto& child : *elements)
            if (auto status = collectScopes(child, shown); !status)
                return status;
    return {};
}

}  // namespace

std::optional<std::string> pointerOfScope(std::string_view scope)
{
    constexpr std::string_view Step = "/properties/";
    if (scope.empty() || scope[0] != '#')
        return std::nullopt;
    scope.remove_prefix(1);
    std::string pointer;
    while (scope.substr(0, Step.size()) == Step) {
        scope.remove_prefix(Step.size());
        const auto end = scope.find('/');
        pointer += "/" + std::string(scope.substr(0, end));
        scope.remove_prefix(end == std::string_view::npos ? scope.size() : end);
    }
    if (!scope.empty() || pointer.empty())
        return std::nullopt;
    return pointer;
}

base::Result<std::vector<Field>> readFields(const Json& schema, const Json& ui)
{
    auto unordered = readProperties(schema, "");
    std::vector<std::pair<std::string, bool>> shown;
    if (auto status = collectScopes(ui, shown); !status)
        return base::passOn(status);
    std::vector<Field> fields;
    for (const auto& [pointer, multiLine] : shown) {
        const auto is = [&pointer = pointer](const Field& field) { return field.pointer == pointer; };
        const auto found = std::find_if(unordered.begin(), unordered.end(), is);
        if (found == unordered.end()) {
            if (std::any_of(fields.begin(), fields.end(), is))
                continue;
            return base::fail(base::ErrorCode::BadInput,
                              "The scope {scope} of the form leads to no field.",
                              {{"scope", pointer}});
        }
        if (multiLine && found->kind == FieldKind::Text)
            found->kind = FieldKind::MultiLine;
        fields.push_back(std::move(*found));
        unordered.erase(found);
    }
    std::move(unordered.begin(), unordered.end(), std::back_inserter(fields));
    return fields;
}

}  // namespace forms
