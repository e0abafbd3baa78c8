#include "form_page.h"

#include "form_schema_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace forms {

namespace {

using i18n::phrase;
using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<std::string_view, LayoutKind>, 7> Kinds{{
    {"VerticalLayout", LayoutKind::Vertical},
    {"HorizontalLayout", LayoutKind::Horizontal},
    {"Group", LayoutKind::Group},
    {"Categorization", LayoutKind::Categorization},
    {"Category", LayoutKind::Category},
    {"Label", LayoutKind::Label},
    {"Control", LayoutKind::Control},
}};

std::optional<LayoutKind> kindNamed(std::string_view type)
{
    const auto found =
        std::find_if(Kinds.begin(), Kinds.end(), [type](const auto& row) { return row.first == type; });
    return found == Kinds.end() ? std::nullopt : std::optional(found->second);
}

bool liesBelow(std::string_view pointer, std::string_view parent)
{
    return pointer.size() > parent.size() && pointer.starts_with(parent) && pointer[parent.size()] == '/';
}

/// Ends reading from any depth; caught in layOut().
struct BadLayout {
    base::Error error;
};

class LayoutReader
{
  public:
    explicit LayoutReader(SchemaFields fields)
        : m_known(std::move(fields))
        , m_placed(m_known.fields.size())
    {
        m_page.remarks = std::move(m_known.remarks);
    }

    FormPage read(const Json& ui);

  private:
    using Nodes = std::vector<LayoutNode>;

    LayoutNode readElement(const Json& element, const std::string& path);
    void readChildren(LayoutNode& node, const Json& element);
    void readCategories(LayoutNode& node);
    LayoutNode readControl(const Json& element, const std::string& path);
    void readOptions(Field& field, const Json& element, const std::string& path);
    void inspectMembers(const Json& element, const std::string& path);
    LayoutNode place(std::size_t index, const std::string& path);
    LayoutNode placeGroup(const std::string& pointer, const std::string& path);
    void addLeftOver(LayoutNode& root);
    void remark(const std::string& path, i18n::Phrase text);

    [[nodiscard]] std::size_t findField(std::string_view pointer) const;  ///< the number of fields: none

    SchemaFields m_known;
    FormPage m_page;
    std::vector<bool> m_placed;  ///< by the field's index
};

void LayoutReader::remark(const std::string& path, i18n::Phrase text)
{
    m_page.remarks.push_back({"/ui" + path, std::move(text)});
}

std::size_t LayoutReader::findField(std::string_view pointer) const
{
    const auto found = std::find_if(m_known.fields.begin(),
                                    m_known.fields.end(),
                                    [pointer](const Field& field) { return field.pointer == pointer; });
    return static_cast<std::size_t>(found - m_known.fields.begin());
}

LayoutNode LayoutReader::place(std::size_t index, const std::string& path)
{
    const auto& field = m_known.fields[index];
    m_placed[index] = true;
    m_page.fields.push_back(field);
    return {LayoutKind::Control, path, field.title, field.pointer, {}};
}

/// The members of an object inside the data, with a heading where the object has a title.
LayoutNode LayoutReader::placeGroup(const std::string& pointer, const std::string& path)
{
    LayoutNode node{LayoutKind::Group, path, m_known.groups[pointer], {}, {}};
    for (std::size_t i = 0; i < m_known.fields.size(); ++i) {
        const auto& own = m_known.fields[i].pointer;
        if (m_placed[i] || !liesBelow(own, pointer))
            continue;
        const auto inner = own.substr(0, own.find('/', pointer.size() + 1));
        const bool isGroup = inner != own && m_known.groups.contains(inner);
        node.children.push_back(isGroup ? placeGroup(inner, path) : place(i, path));
    }
    return node;
}

void LayoutReader::inspectMembers(const Json& element, const std::string& path)
{
    constexpr std::array<std::string_view, 8> Known{
        "type", "elements", "scope", "label", "text", "rule", "options", "$schema"};
    for (const auto& [member, unused] : element.items())
        if (std::find(Known.begin(), Known.end(), member) == Known.end() && !member.starts_with("x-"))
            remark(std::string(path).append("/").append(member),
                   phrase("The UI schema's {member} at {path} has no effect.", {{"member", member}}));
}

void LayoutReader::readOptions(Field& field, const Json& element, const std::string& path)
{
    const auto options = element.find("options");
    if (options == element.end() || !options->is_object())
        return;
    for (const auto& [name, value] : options->items()) {
        if (name == "multi" && value.is_boolean()) {
            if (value == true && field.kind == FieldKind::Text)
                field.kind = FieldKind::MultiLine;
        } else if ((name == "readonly" || name == "readOnly") && value.is_boolean()) {
            field.readOnly = field.readOnly || value == true;
        } else if (name == "format" && value == "radio" && field.kind == FieldKind::Choice) {
            field.look = ChoiceLook::Radio;
        } else if (name == "format" && value == "date" && field.kind == FieldKind::Date) {
            continue;
        } else if (name != "showSortButtons") {
            remark(std::string(path).append("/options/").append(name),
                   phrase("The option {option} at {path} has no effect.", {{"option", name}}));
        }
    }
}

LayoutNode LayoutReader::readControl(const Json& element, const std::string& path)
{
    const auto scope = element.find("scope");
    const auto pointer = scope != element.end() && scope->is_string()
                             ? pointerOfScope(scope->get_ref<const std::string&>())
                             : std::nullopt;
    const auto nowhere = [&] {
        return BadLayout{
            base::fail(base::ErrorCode::BadInput,
                       "The scope {scope} of the form leads to no field.",
                       {{"scope", scope == element.end() ? "" : scope->dump()}, {"path", "/ui" + path}})
                .value()};
    };
    if (!pointer)
        throw nowhere();
    const auto label = element.find("label");
    const auto index = findField(*pointer);
    const bool isField = index < m_known.fields.size();
    if (isField && m_placed[index]) {
        remark(path, phrase("The field at {path} is shown before; it is not shown again."));
        return {LayoutKind::Vertical, path, {}, {}, {}};
    }
    if (isField) {
        auto& field = m_known.fields[index];
        if (label != element.end() && label->is_string() && !label->get_ref<const std::string&>().empty())
            field.title = label->get<std::string>();
        readOptions(field, element, path);
        auto node = place(index, path);
        if (label != element.end() && *label == false)
            node.label.clear();
        return node;
    }
    if (!m_known.groups.contains(*pointer))
        throw nowhere();
    auto group = placeGroup(*pointer, path);
    if (label != element.end() && label->is_string())
        group.label = label->get<std::string>();
    return group;
}

void LayoutReader::readChildren(LayoutNode& node, const Json& element)
{
    const auto elements = element.find("elements");
    if (elements == element.end() || !elements->is_array())
        return;
    for (std::size_t i = 0; i < elements->size(); ++i)
        if ((*elements)[i].is_object())
            node.children.push_back(
                readElement((*elements)[i], node.path + "/elements/" + std::to_string(i)));
}

/// What stands among categories without being one gets a category of its own.
void LayoutReader::readCategories(LayoutNode& node)
{
    for (auto& child : node.children)
        if (child.kind != LayoutKind::Category) {
            remark(child.path, phrase("Only categories can stand at {path}."));
            child = {LayoutKind::Category, child.path, child.label, {}, {std::move(child)}};
        }
}

LayoutNode LayoutReader::readElement(const Json& element, const std::string& path)
{
    inspectMembers(element, path);
    const auto type = textMember(element, "type");
    // Older UI schemas leave the type of a control out.
    const auto kind = type.empty() && element.contains("scope") ? LayoutKind::Control : kindNamed(type);
    if (!kind && !type.empty())
        remark(
            path + "/type",
            phrase("The element {type} at {path} is not known: what it holds is shown one below the other.",
                   {{"type", type}}));
    if (kind == LayoutKind::Control || (!kind && element.contains("scope")))
        return readControl(element, path);
    LayoutNode node{kind.value_or(LayoutKind::Vertical), path, textMember(element, "label"), {}, {}};
    if (node.kind == LayoutKind::Label && node.label.empty())
        node.label = textMember(element, "text");
    readChildren(node, element);
    if (node.kind == LayoutKind::Categorization)
        readCategories(node);
    return node;
}

void LayoutReader::addLeftOver(LayoutNode& root)
{
    if (std::find(m_placed.begin(), m_placed.end(), false) == m_placed.end())
        return;
    if (root.kind != LayoutKind::Vertical)
        root = {LayoutKind::Vertical, "", {}, {}, {std::move(root)}};
    for (std::size_t i = 0; i < m_known.fields.size(); ++i) {
        if (m_placed[i])
            continue;
        const auto& pointer = m_known.fields[i].pointer;
        const auto outer = pointer.substr(0, pointer.find('/', 1));
        const bool isGroup = outer != pointer && m_known.groups.contains(outer);
        root.children.push_back(isGroup ? placeGroup(outer, "") : place(i, ""));
    }
}

FormPage LayoutReader::read(const Json& ui)
{
    if (ui.is_object())
        m_page.layout = readElement(ui, "");
    addLeftOver(m_page.layout);
    return std::move(m_page);
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

base::Result<FormPage> layOut(SchemaFields fields, const Json& ui)
{
    try {
        return LayoutReader(std::move(fields)).read(ui);
    } catch (const BadLayout& bad) {
        return tl::unexpected<base::Error>(bad.error);
    }
}

}  // namespace forms
