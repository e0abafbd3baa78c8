#include <forms/form.h>

#include "bounded_json.h"
#include "form_fields.h"
#include "form_problem.h"
#include "form_rules.h"
#include "schema.h"

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
    if (!value.is_string())
        return false;
    std::string_view text = value.get_ref<const std::string&>();
    constexpr std::string_view WideSpace = "\u3000";
    while (!text.empty()) {
        if (text.substr(0, WideSpace.size()) == WideSpace)
            text.remove_prefix(WideSpace.size());
        else if (text[0] == ' ' || text[0] == '\t' || text[0] == '\n' || text[0] == '\r')
            text.remove_prefix(1);
        else
            return false;
    }
    return true;
}

}  // namespace

struct Form::Compiled {
    std::string id;
    std::string name;
    std::string schemaJson;
    std::string uiJson;
    Schema schema;
    std::vector<Field> fields;
    FormRules rules;

    [[nodiscard]] Found find(const std::string& pointer) const;
    void addBlanks(const Json& data, std::vector<Violation>& violations) const;
};

Found Form::Compiled::find(const std::string& pointer) const
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& field = fields[i];
        if (pointer == field.pointer)
            return {&field, i, field.title, &field};
        if (pointer.size() <= field.pointer.size()
            || pointer.compare(0, field.pointer.size(), field.pointer) != 0
            || pointer[field.pointer.size()] != '/')
            continue;
        const auto rest = pointer.substr(field.pointer.size() + 1);
        const auto slash = rest.find('/');
        const auto row = rest.substr(0, slash);
        std::string title = field.title;
        if (!row.empty() && row.size() < 7 && row.find_first_not_of("0123456789") == std::string::npos)
            title += " " + std::to_string(std::stoul(row) + 1);
        if (slash != std::string::npos)
            for (const auto& column : field.columns)
                if (column.pointer == rest.substr(slash))
                    return {&column, i, title + " " + column.title, &field};
        return {nullptr, i, title, &field};
    }
    return {nullptr, fields.size(), pointer.substr(pointer.rfind('/') + 1), nullptr};
}

/// A required member that is there but blank is as good as missing, whatever minLength says.
void Form::Compiled::addBlanks(const Json& data, std::vector<Violation>& violations) const
{
    for (const auto& field : fields) {
        const Json::json_pointer place(field.pointer);
        if (!data.contains(place))
            continue;
        const auto& value = data.at(place);
        if (field.required && isBlank(value))
            violations.push_back({field.pointer, "required", {}});
        if (field.kind != FieldKind::Table || !value.is_array())
            continue;
        for (std::size_t row = 0; row < value.size(); ++row)
            for (const auto& column : field.columns) {
                const Json::json_pointer inRow(column.pointer);
                if (column.required && value[row].contains(inRow) && isBlank(value[row].at(inRow)))
                    violations.push_back(
                        {field.pointer + "/" + std::to_string(row) + column.pointer, "required", {}});
            }
    }
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
        return base::passOn(compiled);
    if (!schema->is_object())
        return base::fail(base::ErrorCode::BadInput, "The schema of the form is not an object.");
    auto fields =
        readFields(nlohmann::ordered_json::parse(schemaJson), nlohmann::ordered_json::parse(uiJson));
    if (!fields)
        return base::passOn(fields);
    auto rules = FormRules::read(*ui);
    if (!rules)
        return base::passOn(rules);
    return Form(std::make_shared<Compiled>(Compiled{std::move(id),
                                                    std::move(name),
                                                    std::string(schemaJson),
                                                    std::string(uiJson),
                                                    std::move(*compiled),
                                                    std::move(*fields),
                                                    std::move(*rules)}));
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
    return m_compiled->fields;
}

const Field* Form::findField(std::string_view name) const
{
    const auto& fields = m_compiled->fields;
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
