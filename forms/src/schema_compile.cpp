#include "bounded_json.h"
#include "schema_keywords.h"
#include "schema_node.h"
#include "schema_places.h"

#include <stdexcept>

namespace forms {

namespace {

using Json = nlohmann::json;

constexpr std::size_t MaxNodes = 20'000;

/// Ends compiling from any depth; caught in compileSchemaTree().
struct BadSchema {
    base::Error error;
};

[[noreturn]] void refuse(const tl::unexpected<base::Error>& failure)
{
    throw BadSchema{failure.value()};
}

class Compiler
{
  public:
    Compiler(const SchemaPlaces& places, SchemaTree& tree)
        : m_places(places)
        , m_tree(tree)
    {}

    const SchemaNode* compile(const std::string& pointer, const Json& schema, bool insidePlain);

  private:
    void compileObject(SchemaNode& node, const std::string& pointer, const Json& schema, bool insidePlain);
    void compileMembers(SchemaNode& node, const std::string& pointer, const Json& schema, bool plain);
    void compileItems(SchemaNode& node, const std::string& pointer, const Json& schema, bool plain);
    void compileJoins(SchemaNode& node, const std::string& pointer, const Json& schema, bool plain);
    static void takeBounds(SchemaNode& node, const std::string& pointer, const Json& schema);
    void takeText(SchemaNode& node, const std::string& pointer, const Json& schema);
    const SchemaNode* compileReference(const std::string& pointer, const std::string& target);

    const SchemaNode* member(const std::string& pointer, const Json& schema, const char* keyword, bool plain)
    {
        const auto found = schema.find(keyword);
        return found == schema.end() ? nullptr : compile(pointer + "/" + keyword, *found, plain);
    }

    std::vector<const SchemaNode*> list(const std::string& pointer,
                                        const Json& schema,
                                        const char* keyword,
                                        bool plain)
    {
        std::vector<const SchemaNode*> nodes;
        if (const auto found = schema.find(keyword); found != schema.end() && found->is_array())
            for (std::size_t i = 0; i < found->size(); ++i)
                nodes.push_back(
                    compile(pointer + "/" + keyword + "/" + std::to_string(i), (*found)[i], plain));
        return nodes;
    }

    const SchemaPlaces& m_places;
    SchemaTree& m_tree;
};

std::shared_ptr<const Assertions> compileAssertions(const std::string& pointer, const Json& schema)
{
    auto assertions = Assertions::compile(schema);
    if (!assertions)
        refuse(base::fail(
            base::ErrorCode::BadInput, "The schema has no meaning at {path}.", {{"path", pointer}}));
    return assertions;
}

const SchemaNode* Compiler::compile(const std::string& pointer, const Json& schema, bool insidePlain)
{
    // A place reached by a reference first and by its own path later is the same place.
    if (const auto known = m_tree.nodes.find(pointer); known != m_tree.nodes.end())
        return known->second.get();
    if (m_tree.nodes.size() >= MaxNodes)
        refuse(base::fail(base::ErrorCode::BadInput, "The schema has too many parts."));
    SchemaNode& node = *(m_tree.nodes[pointer] = std::make_unique<SchemaNode>());
    if (schema.is_boolean())
        node.never = !schema.get<bool>();
    else if (schema.is_object())
        compileObject(node, pointer, schema, insidePlain);
    else
        refuse(base::fail(base::ErrorCode::BadInput, "There is no schema at {path}.", {{"path", pointer}}));
    return &node;
}

void Compiler::compileObject(SchemaNode& node,
                             const std::string& pointer,
                             const Json& schema,
                             bool insidePlain)
{
    for (const auto& [keyword, value] : schema.items())
        if (!hasGoodShape(keyword, value))
            refuse(base::fail(base::ErrorCode::BadInput,
                              "The schema keyword at {path} has a value it may not have.",
                              {{"path", pointer + "/" + escapePointerToken(keyword)}}));
    if (const auto reference = schema.find("$ref"); reference != schema.end()) {
        node.reference = compileReference(pointer, reference->get<std::string>());
        return;
    }
    const bool plain = insidePlain || !needsOurJudgement(schema);
    node.assertions = Json::object();
    for (const auto& [keyword, value] : schema.items())
        if (isAssertion(keyword))
            node.assertions[keyword] = value;
    if (plain && !insidePlain)
        node.whole = compileAssertions(pointer, schema);
    else if (!plain && !node.assertions.empty())
        node.own = compileAssertions(pointer, node.assertions);
    takeBounds(node, pointer, schema);
    takeText(node, pointer, schema);
    compileMembers(node, pointer, schema, plain);
    compileItems(node, pointer, schema, plain);
    compileJoins(node, pointer, schema, plain);
}

void Compiler::takeBounds(SchemaNode& node, const std::string& pointer, const Json& schema)
{
    for (const char* keyword : {"multipleOf", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"})
        if (const auto found = schema.find(keyword); found != schema.end()) {
            auto expected = found->dump();
            const auto limit = Decimal::parse(expected);
            if (!limit)
                refuse(base::fail(
                    base::ErrorCode::BadInput, "The schema has no meaning at {path}.", {{"path", pointer}}));
            node.bounds.push_back({keyword, *limit, std::move(expected)});
        }
}

void Compiler::takeText(SchemaNode& node, const std::string& pointer, const Json& schema)
{
    node.format = schema.value("format", std::string());
    const auto count = [&schema](const char* keyword) {
        const auto found = schema.find(keyword);
        return found == schema.end() ? std::nullopt : std::optional(found->get<std::size_t>());
    };
    node.minLength = count("minLength");
    node.maxLength = count("maxLength");
    if (const auto found = schema.find("pattern"); found != schema.end()) {
        auto pattern = Pattern::compile(found->get_ref<const std::string&>());
        if (!pattern) {
            pattern.error().arguments.push_back({"path", pointer + "/pattern"});
            throw BadSchema{pattern.error()};
        }
        node.pattern = std::move(*pattern);
    }
}

void Compiler::compileMembers(SchemaNode& node, const std::string& pointer, const Json& schema, bool plain)
{
    if (const auto found = schema.find("properties"); found != schema.end())
        for (const auto& [name, value] : found->items())
            node.properties[name] =
                compile(pointer + "/properties/" + escapePointerToken(name), value, plain);
    if (const auto found = schema.find("patternProperties"); found != schema.end())
        for (const auto& [expression, value] : found->items()) {
            const auto place = pointer + "/patternProperties/" + escapePointerToken(expression);
            auto pattern = Pattern::compile(expression);
            if (!pattern) {
                pattern.error().arguments.push_back({"path", place});
                throw BadSchema{pattern.error()};
            }
            node.patternProperties.emplace_back(std::move(*pattern), compile(place, value, plain));
        }
    node.additionalProperties = member(pointer, schema, "additionalProperties", plain);
    node.propertyNames = member(pointer, schema, "propertyNames", plain);
    if (const auto found = schema.find("dependencies"); found != schema.end())
        for (const auto& [name, value] : found->items()) {
            auto& dependency = node.dependencies[name];
            if (value.is_array())
                dependency.members = value.get<std::vector<std::string>>();
            else
                dependency.schema =
                    compile(pointer + "/dependencies/" + escapePointerToken(name), value, plain);
        }
}

void Compiler::compileItems(SchemaNode& node, const std::string& pointer, const Json& schema, bool plain)
{
    if (const auto found = schema.find("items"); found != schema.end() && !found->is_array())
        node.items = compile(pointer + "/items", *found, plain);
    node.itemList = list(pointer, schema, "items", plain);
    if (!node.itemList.empty())
        node.additionalItems = member(pointer, schema, "additionalItems", plain);
    node.contains = member(pointer, schema, "contains", plain);
}

void Compiler::compileJoins(SchemaNode& node, const std::string& pointer, const Json& schema, bool plain)
{
    node.allOf = list(pointer, schema, "allOf", plain);
    node.anyOf = list(pointer, schema, "anyOf", plain);
    node.oneOf = list(pointer, schema, "oneOf", plain);
    node.negated = member(pointer, schema, "not", plain);
    node.ifNode = member(pointer, schema, "if", plain);
    node.thenNode = member(pointer, schema, "then", plain);
    node.elseNode = member(pointer, schema, "else", plain);
}

const SchemaNode* Compiler::compileReference(const std::string& pointer, const std::string& target)
{
    const auto place = m_places.find(pointer, target);
    if (!place)
        refuse(base::fail(base::ErrorCode::BadInput,
                          "The reference at {path} leads to nothing in the schema.",
                          {{"path", pointer + "/$ref"}}));
    return compile(place->pointer, *place->schema, false);
}

}  // namespace

base::Result<std::unique_ptr<const SchemaTree>> compileSchemaTree(const Json& schema)
{
    auto tree = std::make_unique<SchemaTree>();
    try {
        const SchemaPlaces places(schema);
        tree->root = Compiler(places, *tree).compile("", schema, false);
    } catch (const BadSchema& bad) {
        return tl::unexpected<base::Error>(bad.error);
    }
    return tree;
}

}  // namespace forms
