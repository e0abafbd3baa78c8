#include <forms/form.h>

#include "bounded_json.h"
#include "form_page.h"
#include "form_problem.h"
#include "form_rules.h"
#include "schema.h"

#include <forms/folding.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace forms {

namespace {

using Json = nlohmann::json;

/// A place of the data as a person sees it: the field, or the column of a table's row.
struct Found {
    const Field* field = nullptr;
    std::size_t order = 0;  ///< of the top-level field in the form
    std::string title;
    const Field* top = nullptr;
};

bool isBlank(const Json& value)
{
    return value.is_string() && foldText(value.get_ref<const std::string&>(), Blanks::Dropped).empty();
}

bool liesIn(std::string_view pointer, std::string_view parent)
{
    return pointer.starts_with(parent) && (pointer.size() == parent.size() || pointer[parent.size()] == '/');
}

/// What the rest of a pointer names below a field: itself, or the column of a row, however deep tables stand in
/// tables.
Found findBelow(const Field& field, const std::string& title, std::string_view rest)
{
    if (rest.empty())
        return {&field, 0, title, nullptr};
    const auto slash = rest.find('/', 1);
    const auto row = rest.substr(1, slash == std::string_view::npos ? slash : slash - 1);
    std::string rowTitle = title;
    if (!row.empty() && row.size() < 7 && row.find_first_not_of("0123456789") == std::string_view::npos)
        rowTitle += " " + std::to_string(std::stoul(std::string(row)) + 1);
    const auto inRow = slash == std::string_view::npos ? std::string_view() : rest.substr(slash);
    for (const auto& column : field.columns)
        if (liesIn(inRow, column.pointer))
            return findBelow(column,
                             column.title.empty() ? rowTitle : rowTitle + " " + column.title,
                             inRow.substr(column.pointer.size()));
    return {nullptr, 0, rowTitle, nullptr};
}

void addBlanksIn(const Field& field,
                 const Json& data,
                 const std::string& parent,
                 std::vector<Violation>& violations)
{
    const Json::json_pointer place(field.pointer);
    if (!data.contains(place))
        return;
    const auto& value = data.at(place);
    const auto pointer = parent + field.pointer;
    if (field.required && isBlank(value))
        violations.push_back({pointer, "required", {}});
    if (field.kind == FieldKind::Table && value.is_array())
        for (std::size_t row = 0; row < value.size(); ++row)
            for (const auto& column : field.columns)
                addBlanksIn(column, value[row], pointer + "/" + std::to_string(row), violations);
}

FormData initialDataOf(const std::vector<Field>& fields)
{
    FormData data;
    for (const auto& field : fields)
        if (!field.initial.empty())
            (void)data.set(field.pointer, field.initial);
    return data;
}

/// An error about a place inside the schema, as one of a place inside the form.
tl::unexpected<base::Error> inSchema(base::Error error)
{
    const auto path = std::find_if(error.arguments.begin(),
                                   error.arguments.end(),
                                   [](const base::Argument& argument) { return argument.name == "path"; });
    if (path == error.arguments.end())
        error.arguments.push_back({"path", "/schema"});
    else
        path->value.insert(0, "/schema");
    return tl::unexpected<base::Error>(std::move(error));
}

}  // namespace

struct Form::Compiled {
    std::string id;
    std::string name;
    std::string schemaJson;
    std::string uiJson;
    Schema schema;
    FormPage page;
    FormRules rules;
    FormData initial;

    [[nodiscard]] Found find(const std::string& pointer) const;
    void addBlanks(const Json& data, std::vector<Violation>& violations) const;
};

Found Form::Compiled::find(const std::string& pointer) const
{
    for (std::size_t i = 0; i < page.fields.size(); ++i) {
        const auto& field = page.fields[i];
        if (!liesIn(pointer, field.pointer))
            continue;
        auto found = findBelow(field, field.title, std::string_view(pointer).substr(field.pointer.size()));
        found.order = i;
        found.top = &field;
        return found;
    }
    return {nullptr, page.fields.size(), pointer.substr(pointer.rfind('/') + 1), nullptr};
}

/// A required member that is there but blank is as good as missing, whatever minLength says.
void Form::Compiled::addBlanks(const Json& data, std::vector<Violation>& violations) const
{
    for (const auto& field : page.fields)
        addBlanksIn(field, data, "", violations);
}

Form::Form(std::shared_ptr<const Compiled> compiled)
    : m_compiled(std::move(compiled))
{}

base::Result<Form> Form::make(std::string id,
                              std::string name,
                              std::string_view schemaJson,
                              std::string_view uiJson)
{
    const auto schema = parseBounded(schemaJson);
    if (!schema)
        return base::passOn(schema);
    const auto ui = parseBounded(uiJson);
    if (!ui)
        return base::passOn(ui);
    auto compiled = Schema::compile(*schema);
    if (!compiled)
        return inSchema(compiled.error());
    if (!schema->is_object())
        return base::fail(
            base::ErrorCode::BadInput, "The schema of the form is not an object.", {{"path", "/schema"}});
    auto page =
        layOut(readFields(nlohmann::ordered_json::parse(schemaJson)), nlohmann::ordered_json::parse(uiJson));
    if (!page)
        return base::passOn(page);
    auto rules = FormRules::read(*ui);
    if (!rules)
        return base::passOn(rules);
    auto initial = initialDataOf(page->fields);
    return Form(std::make_shared<Compiled>(Compiled{std::move(id),
                                                    std::move(name),
                                                    std::string(schemaJson),
                                                    std::string(uiJson),
                                                    std::move(*compiled),
                                                    std::move(*page),
                                                    std::move(*rules),
                                                    std::move(initial)}));
}

const std::string& Form::id() const
{
    return m_compiled->id;
}

const std::string& Form::name() const
{
    return m_compiled->name;
}

const std::vector<Field>& Form::fields() const
{
    return m_compiled->page.fields;
}

const LayoutNode& Form::layout() const
{
    return m_compiled->page.layout;
}

const std::vector<FormRemark>& Form::remarks() const
{
    return m_compiled->page.remarks;
}

const FormData& Form::initialData() const
{
    return m_compiled->initial;
}

const Field* Form::findField(std::string_view name) const
{
    const auto& fields = m_compiled->page.fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [name](const Field& field) {
        return field.pointer == name || std::string_view(field.pointer).substr(1) == name;
    });
    return found == fields.end() ? nullptr : &*found;
}

FieldState Form::stateOf(const FormData& data, std::string_view field) const
{
    const auto* known = findField(field);
    return known ? m_compiled->rules.stateOf(data.json(), known->pointer) : FieldState::Enabled;
}

FieldState Form::stateOf(const FormData& data, const LayoutNode& element) const
{
    return element.kind == LayoutKind::Control ? m_compiled->rules.stateOf(data.json(), element.pointer)
                                               : m_compiled->rules.stateAt(data.json(), element.path);
}

std::vector<FormProblem> Form::validate(const FormData& data) const
{
    auto violations = m_compiled->schema.validate(data.json());
    for (auto& violation : violations)
        if (violation.keyword == "required")
            violation.pointer += "/" + escapePointerToken(violation.expected);
    m_compiled->addBlanks(data.json(), violations);

    std::vector<std::pair<std::size_t, FormProblem>> ordered;
    std::vector<std::string> missing;
    for (const auto& violation : violations)
        if (violation.keyword == "required")
            missing.push_back(violation.pointer);
    std::sort(missing.begin(), missing.end());
    for (const auto& violation : violations) {
        const bool isMissing = violation.keyword == "required";
        // One sentence is enough for a blank field.
        if (!isMissing && std::binary_search(missing.begin(), missing.end(), violation.pointer))
            continue;
        const auto found = m_compiled->find(violation.pointer);
        if (found.top && m_compiled->rules.stateOf(data.json(), found.top->pointer) == FieldState::Hidden)
            continue;
        auto problem = describeProblem(violation, found.field, found.title);
        const auto same = [&problem](const auto& other) {
            return other.second.pointer == problem.pointer && other.second.keyword == problem.keyword;
        };
        if (std::none_of(ordered.begin(), ordered.end(), same))
            ordered.emplace_back(found.order, std::move(problem));
    }
    std::stable_sort(
        ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<FormProblem> problems;
    for (auto& [order, problem] : ordered)
        problems.push_back(std::move(problem));
    return problems;
}

std::string Form::schemaJson() const
{
    return m_compiled->schemaJson;
}

std::string Form::uiJson() const
{
    return m_compiled->uiJson;
}

}  // namespace forms
