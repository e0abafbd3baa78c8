#include "bounded_json.h"
#include "lint_parts.h"
#include "near_name.h"

#include <forms_data/guide_schema.h>

#include <nlohmann/json.hpp>

namespace forms {

namespace {

using i18n::phrase;
using Json = nlohmann::json;

const Json& publishedSchema()
{
    static const Json schema = Json::parse(forms_data::guide_schema);
    return schema;
}

void tellNear(const std::string& name,
              const std::vector<std::string>& known,
              const std::string& path,
              LintFindings& findings)
{
    if (const auto near = nearestName(name, known); !near.empty())
        findings.warn(path,
                      phrase("Nobody reads the member {member} at {path}. Is {near} meant?",
                             {{"member", name}, {"near", near}}));
}

/// Walks a guide beside its schema. Conditions, forms and their layouts have no members there: others judge those.
class MemberWalk
{
  public:
    explicit MemberWalk(LintFindings& findings)
        : m_findings(findings)
    {}

    void walk(const Json& value, const Json& schema, const std::string& path)
    {
        const auto& node = followed(schema);
        if (value.is_object() && node.contains("properties"))
            walkObject(value, node.at("properties"), path);
        else if (value.is_array() && node.contains("items"))
            for (std::size_t i = 0; i < value.size(); ++i)
                walk(value[i], node.at("items"), path + "/" + std::to_string(i));
    }

  private:
    void walkObject(const Json& value, const Json& known, const std::string& path)
    {
        std::vector<std::string> names;
        for (const auto& [name, schema] : known.items())
            names.push_back(name);
        for (const auto& [name, part] : value.items()) {
            const auto below = path + "/" + escapePointerToken(name);
            if (known.contains(name))
                walk(part, known.at(name), below);
            else
                tellNear(name, names, below, m_findings);
        }
    }

    static const Json& followed(const Json& schema)
    {
        const auto reference = schema.find("$ref");
        if (reference == schema.end())
            return schema;
        return publishedSchema().at(Json::json_pointer(reference->get<std::string>().substr(1)));
    }

    LintFindings& m_findings;
};

/// Our own members of a form's schema; those of draft-07 are judged where the form is read.
void walkFormSchema(const Json& schema, const std::string& path, LintFindings& findings)
{
    static const std::vector<std::string> Own{"x-prefill"};
    if (schema.is_array())
        for (std::size_t i = 0; i < schema.size(); ++i)
            walkFormSchema(schema[i], path + "/" + std::to_string(i), findings);
    if (!schema.is_object())
        return;
    for (const auto& [name, part] : schema.items()) {
        const auto below = path + "/" + escapePointerToken(name);
        if (name.starts_with("x-"))
            tellNear(name, Own, below, findings);
        walkFormSchema(part, below, findings);
    }
}

}  // namespace

void lintMembers(const Json& guide, LintFindings& findings)
{
    MemberWalk(findings).walk(guide, publishedSchema(), "");
    const auto forms = guide.is_object() ? guide.find("forms") : guide.end();
    if (forms == guide.end() || !forms->is_array())
        return;
    for (std::size_t i = 0; i < forms->size(); ++i)
        if ((*forms)[i].is_object() && (*forms)[i].contains("schema"))
            walkFormSchema((*forms)[i]["schema"], itemPath("forms", i) + "/schema", findings);
}

}  // namespace forms
