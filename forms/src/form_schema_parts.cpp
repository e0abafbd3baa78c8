#include "form_schema_parts.h"

#include <algorithm>
#include <optional>

namespace forms {

namespace {

using Json = nlohmann::ordered_json;

const Json& nothing()
{
    static const Json Empty = Json::object();
    return Empty;
}

/// The pointer of "#/definitions/x"; nothing for a reference by name or to elsewhere.
std::optional<Json::json_pointer> wayOf(const std::string& reference)
{
    if (reference.empty() || reference[0] != '#')
        return std::nullopt;
    try {
        return Json::json_pointer(reference.substr(1));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace

SchemaPart SchemaParts::root() const
{
    return follow({&m_schema, "", {""}, false});
}

SchemaPart SchemaParts::follow(SchemaPart part) const
{
    while (part.schema->is_object() && part.schema->contains("$ref")) {
        const auto target = textMember(*part.schema, "$ref");
        const auto way = wayOf(target);
        const bool again =
            way && std::find(part.trail.begin(), part.trail.end(), way->to_string()) != part.trail.end();
        if (!way || again || !m_schema.contains(*way))
            return {&nothing(), part.path, part.trail, true};
        part.schema = &m_schema.at(*way);
        part.path = way->to_string();
        part.trail.push_back(part.path);
    }
    return part;
}

SchemaPart SchemaParts::below(const SchemaPart& part, std::string_view way) const
{
    const Json::json_pointer pointer{std::string(way)};
    const auto path = part.path + std::string(way);
    if (!part.schema->contains(pointer))
        return {&nothing(), path, part.trail, part.lost};
    return follow({&part.schema->at(pointer), path, part.trail, part.lost});
}

std::string textMember(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
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

}  // namespace forms
