#include "bounded_json.h"
#include "schema.h"
#include "schema_node.h"
#include "text_format.h"

#include <base/utf8.h>
#include <forms/folding.h>

#include <algorithm>

namespace forms {

namespace {

using Json = nlohmann::json;

constexpr int MaxDepth = 256;
constexpr int MaxSteps = 1'000'000;

/// Where the walk stands in the instance: the way back to the root, written out only when something is wrong.
struct Place {
    const Place* parent = nullptr;
    std::string_view member;
    std::size_t index = 0;

    [[nodiscard]] std::string pointer() const
    {
        if (!parent)
            return {};
        return parent->pointer() + "/" + (member.data() ? escapePointerToken(member) : std::to_string(index));
    }
};

/// What one validation may cost, shared by the walks inside it.
struct Budget {
    int steps = MaxSteps;
};

bool isWithin(const Decimal& number, const SchemaNode::Bound& bound)
{
    if (bound.keyword == "multipleOf")
        return number.isMultipleOf(bound.limit);
    if (bound.keyword == "minimum")
        return number >= bound.limit;
    if (bound.keyword == "exclusiveMinimum")
        return number > bound.limit;
    return bound.keyword == "maximum" ? number <= bound.limit : number < bound.limit;
}

/// Code points that are seen.
std::size_t seenLength(std::string_view text)
{
    const auto points = base::decodeUtf8(text);
    return points.size()
           - static_cast<std::size_t>(std::count_if(points.begin(), points.end(), isUnseenSign));
}

/// Blanks and dashes that somebody pasted with a number count for nothing.
std::size_t shortestLength(std::string_view text, std::string_view format)
{
    const auto seen = seenLength(text);
    return isNumberFormat(format) ? std::min(seen, base::countCodePoints(foldedNumber(text))) : seen;
}

/// A pattern holds for the text as it is, or as it was meant to be typed: without what nobody sees, in half width, with
/// the usual dot in a name, without blanks.
bool matchesAsMeant(const Pattern& pattern, const std::string& text)
{
    if (pattern.matches(text))
        return true;
    const auto matches = [&pattern, &text](std::string meant) {
        if (meant != text && pattern.matches(meant))
            return true;
        for (auto at = meant.find('.'); at != std::string::npos; at = meant.find('.', at))
            meant.replace(at, 1, "·");
        return meant != text && pattern.matches(meant);
    };
    return matches(tidiedText(text, Blanks::Single)) || matches(tidiedText(text, Blanks::Dropped));
}

/// Judges an instance against a tree. Silent without a list to report to, and then stops at the first violation.
class Walk
{
  public:
    Walk(Budget& budget, std::vector<Violation>* report, int depth)
        : m_budget(budget)
        , m_report(report)
        , m_depth(depth)
    {}

    bool holds(const SchemaNode& node, const Json& value, const Place& place);

  private:
    bool holdsAtDepth(const SchemaNode& node, const Json& value, const Place& place);
    bool assertionsHold(const SchemaNode& node, const Json& value, const Place& place);
    bool boundsHold(const SchemaNode& node, const Json& value, const Place& place);
    bool textHolds(const SchemaNode& node, const Json& value, const Place& place);
    bool membersHold(const SchemaNode& node, const Json& value, const Place& place);
    bool memberHolds(const SchemaNode& node, const std::string& name, const Json& value, const Place& place);
    bool dependenciesHold(const SchemaNode& node, const Json& value, const Place& place);
    bool itemsHold(const SchemaNode& node, const Json& value, const Place& place);
    bool joinsHold(const SchemaNode& node, const Json& value, const Place& place);
    bool branchHolds(const SchemaNode& node, const Json& value, const Place& place);

    [[nodiscard]] bool silentlyHolds(const SchemaNode& node, const Json& value, const Place& place) const
    {
        return Walk(m_budget, nullptr, m_depth).holds(node, value, place);
    }

    bool violated(const Place& place, std::string_view keyword, std::string expected = {})
    {
        if (m_report)
            m_report->push_back({place.pointer(), std::string(keyword), std::move(expected)});
        return false;
    }

    Budget& m_budget;
    std::vector<Violation>* m_report;
    int m_depth;
};

bool Walk::holds(const SchemaNode& node, const Json& value, const Place& place)
{
    if (m_depth >= MaxDepth || --m_budget.steps < 0)
        return violated(place, "budget");
    ++m_depth;
    const bool good = holdsAtDepth(node, value, place);
    --m_depth;
    return good;
}

bool Walk::holdsAtDepth(const SchemaNode& node, const Json& value, const Place& place)
{
    if (node.never)
        return violated(place, "false");
    if (node.reference)
        return holds(*node.reference, value, place);
    if (node.whole) {
        if (node.whole->hold(value))
            return true;
        if (!m_report)
            return false;
    }
    using Part = bool (Walk::*)(const SchemaNode&, const Json&, const Place&);
    bool good = true;
    for (const Part part : {&Walk::assertionsHold,
                            &Walk::boundsHold,
                            &Walk::textHolds,
                            &Walk::membersHold,
                            &Walk::itemsHold,
                            &Walk::joinsHold})
    {
        good = (this->*part)(node, value, place) && good;
        if (!good && !m_report)
            return false;
    }
    // Valijson said no and no keyword of ours says why: still no.
    return node.whole && good ? violated(place, "schema") : good;
}

bool Walk::assertionsHold(const SchemaNode& node, const Json& value, const Place& place)
{
    if (node.assertions.empty() || (node.own && node.own->hold(value)))
        return true;
    bool good = true;
    for (const auto& [keyword, expected] : node.assertions.items()) {
        const auto one = Assertions::compile(Json{{keyword, expected}});
        if (one && one->hold(value))
            continue;
        good = false;
        if (!m_report)
            return false;
        if (keyword == "required") {
            for (const auto& name : expected)
                if (!value.contains(name.get_ref<const std::string&>()))
                    violated(place, keyword, name.get<std::string>());
        } else {
            violated(place, keyword, expected.is_string() ? expected.get<std::string>() : expected.dump());
        }
    }
    return good;
}

bool Walk::boundsHold(const SchemaNode& node, const Json& value, const Place& place)
{
    if (node.bounds.empty() || !value.is_number())
        return true;
    const auto number = Decimal::parse(value.dump());
    bool good = true;
    for (const auto& bound : node.bounds)
        if (!number || !isWithin(*number, bound))
            good = violated(place, bound.keyword, bound.expected);
    return good;
}

bool Walk::textHolds(const SchemaNode& node, const Json& value, const Place& place)
{
    if (!value.is_string())
        return true;
    const auto& text = value.get_ref<const std::string&>();
    bool good = true;
    if (node.maxLength && shortestLength(text, node.format) > *node.maxLength)
        good = violated(place, "maxLength", std::to_string(*node.maxLength));
    if (node.minLength && seenLength(text) < *node.minLength)
        good = violated(place, "minLength", std::to_string(*node.minLength));
    if (node.pattern && !matchesAsMeant(*node.pattern, text))
        good = violated(place, "pattern", node.pattern->expression());
    if (!node.format.empty() && !holdsFormat(node.format, text))
        good = violated(place, "format", node.format);
    return good;
}

bool Walk::membersHold(const SchemaNode& node, const Json& value, const Place& place)
{
    if (!value.is_object())
        return true;
    const bool looksAtMembers = !node.properties.empty() || !node.patternProperties.empty()
                                || node.additionalProperties || node.propertyNames;
    bool good = true;
    if (looksAtMembers)
        for (const auto& [name, member] : value.items()) {
            good = memberHolds(node, name, member, Place{&place, name}) && good;
            if (!good && !m_report)
                return false;
        }
    return dependenciesHold(node, value, place) && good;
}

bool Walk::memberHolds(const SchemaNode& node, const std::string& name, const Json& value, const Place& place)
{
    bool good = true;
    bool additional = true;
    if (const auto found = node.properties.find(name); found != node.properties.end()) {
        additional = false;
        good = holds(*found->second, value, place);
    }
    for (const auto& [pattern, schema] : node.patternProperties)
        if (pattern.matches(name)) {
            additional = false;
            good = holds(*schema, value, place) && good;
        }
    if (additional && node.additionalProperties) {
        if (node.additionalProperties->never)
            good = violated(place, "additionalProperties", name);
        else
            good = holds(*node.additionalProperties, value, place) && good;
    }
    if (node.propertyNames && !silentlyHolds(*node.propertyNames, Json(name), place))
        good = violated(place, "propertyNames", name);
    return good;
}

bool Walk::dependenciesHold(const SchemaNode& node, const Json& value, const Place& place)
{
    bool good = true;
    for (const auto& [name, dependency] : node.dependencies) {
        if (!value.contains(name))
            continue;
        for (const auto& other : dependency.members)
            if (!value.contains(other))
                good = violated(place, "required", other);
        if (dependency.schema)
            good = holds(*dependency.schema, value, place) && good;
    }
    return good;
}

bool Walk::itemsHold(const SchemaNode& node, const Json& value, const Place& place)
{
    if (!value.is_array())
        return true;
    bool good = true;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const SchemaNode* schema = node.items;
        if (!node.itemList.empty())
            schema = i < node.itemList.size() ? node.itemList[i] : node.additionalItems;
        if (schema && !holds(*schema, value[i], Place{&place, {}, i})) {
            good = false;
            if (!m_report)
                return false;
        }
    }
    if (node.contains && std::none_of(value.begin(), value.end(), [&](const Json& item) {
            return silentlyHolds(*node.contains, item, place);
        }))
        good = violated(place, "contains");
    return good;
}

bool Walk::joinsHold(const SchemaNode& node, const Json& value, const Place& place)
{
    bool good = true;
    for (const auto* schema : node.allOf)
        good = holds(*schema, value, place) && good;
    const auto accepts = [&](const SchemaNode* schema) { return silentlyHolds(*schema, value, place); };
    if (!node.anyOf.empty() && std::none_of(node.anyOf.begin(), node.anyOf.end(), accepts))
        good = violated(place, "anyOf");
    if (!node.oneOf.empty() && std::count_if(node.oneOf.begin(), node.oneOf.end(), accepts) != 1)
        good = violated(place, "oneOf");
    if (node.negated && accepts(node.negated))
        good = violated(place, "not");
    return branchHolds(node, value, place) && good;
}

bool Walk::branchHolds(const SchemaNode& node, const Json& value, const Place& place)
{
    if (!node.ifNode || (!node.thenNode && !node.elseNode))
        return true;
    const auto* branch = silentlyHolds(*node.ifNode, value, place) ? node.thenNode : node.elseNode;
    return !branch || holds(*branch, value, place);
}

}  // namespace

struct Schema::Compiled {
    std::unique_ptr<const SchemaTree> tree;
};

Schema::Schema(std::shared_ptr<const Compiled> compiled)
    : m_compiled(std::move(compiled))
{}

base::Result<Schema> Schema::compile(const Json& schema)
{
    auto tree = compileSchemaTree(schema);
    if (!tree)
        return base::passOn(tree);
    return Schema(std::make_shared<Compiled>(Compiled{std::move(*tree)}));
}

bool Schema::accepts(const Json& instance) const
{
    Budget budget;
    return Walk(budget, nullptr, 0).holds(*m_compiled->tree->root, instance, Place{});
}

std::vector<Violation> Schema::validate(const Json& instance) const
{
    Budget budget;
    std::vector<Violation> violations;
    Walk(budget, &violations, 0).holds(*m_compiled->tree->root, instance, Place{});
    return violations;
}

}  // namespace forms
