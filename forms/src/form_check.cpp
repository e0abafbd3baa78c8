#include <forms/form_check.h>

#include "person_facts.h"

#include <forms/identity_number.h>
#include <forms/printed_date.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace forms {

namespace {

using i18n::phrase;

/// Walks over the fields of a form, and over the rows of its tables, for what no schema can say.
class PersonCheck
{
  public:
    PersonCheck(const FormData& data, base::Date today)
        : m_data(data)
        , m_today(today)
    {}

    void judge(const std::vector<Field>& fields, const std::string& row, const std::string& rowTitle);

    [[nodiscard]] std::vector<FormProblem> found() { return std::move(m_found); }

  private:
    void judgeNumber(const Field& field);
    void judgeBirth(const Field& field, const Field* number);
    void judgeSex(const Field& field, const Field& number);
    void judgeTable(const Field& table);
    void add(const Field& field,
             std::string keyword,
             i18n::Phrase text,
             ProblemLevel level = ProblemLevel::Block);

    [[nodiscard]] std::string textOf(const Field& field) const
    {
        return m_data.text(m_row + field.pointer).value_or("");
    }

    [[nodiscard]] std::string titleOf(const Field& field) const
    {
        return m_rowTitle.empty() || field.title.empty() ? m_rowTitle + field.title
                                                         : m_rowTitle + " " + field.title;
    }

    const FormData& m_data;
    base::Date m_today;
    std::string m_row;       ///< pointer of the row the fields stand in; empty at the top
    std::string m_rowTitle;  ///< "随迁人员 2"
    std::vector<FormProblem> m_found;
};

void PersonCheck::add(const Field& field, std::string keyword, i18n::Phrase text, ProblemLevel level)
{
    m_found.push_back({m_row + field.pointer, std::move(keyword), std::move(text), level});
}

void PersonCheck::judgeNumber(const Field& field)
{
    const auto text = textOf(field);
    const auto citizen = takesCitizenNumber(field) ? CitizenNumber::parse(text) : std::nullopt;
    if (citizen && citizen->birth > m_today)
        add(field,
            "future",
            phrase("The birth date in {field} lies in the future.", {{"field", titleOf(field)}}));
    const bool takesCode = field.format == "cn-uscc" || field.format == "cn-id-or-uscc";
    if (takesCode && !citizen && hasCreditCodeForm(text) && !isCreditCode(text))
        add(field,
            "check-character",
            phrase(
                "The check characters of {field} do not fit: compare it with the certificate. A code that is "
                "registered so may stay.",
                {{"field", titleOf(field)}}),
            ProblemLevel::Warn);
}

void PersonCheck::judgeBirth(const Field& field, const Field* number)
{
    const auto text = textOf(field);
    const auto birth = readDay(text);
    if (!birth) {
        if (isEndless(text))
            add(field,
                "format:date",
                phrase("{field} must be a date such as 2025-06-30.", {{"field", titleOf(field)}}));
        return;
    }
    const auto citizen = number ? CitizenNumber::parse(textOf(*number)) : std::nullopt;
    if (*birth > m_today)
        add(field, "future", phrase("{field} lies in the future.", {{"field", titleOf(field)}}));
    else if (citizen && citizen->birth != *birth)
        add(field,
            "contradiction",
            phrase("{field} is not the one in {number}.",
                   {{"field", titleOf(field)}, {"number", titleOf(*number)}}));
}

/// GB/T 2261.1, or as a person writes it; what is neither, such as "not stated", contradicts nothing.
void PersonCheck::judgeSex(const Field& field, const Field& number)
{
    auto sex = textOf(field);
    for (const auto& option : field.options)
        if (option.value == sex)
            sex = option.title.starts_with("男") ? "1" : option.title.starts_with("女") ? "2" : sex;
    const bool male = sex == "1" || sex.starts_with("男");
    const bool female = sex == "2" || sex.starts_with("女");
    const auto citizen = CitizenNumber::parse(textOf(number));
    if (citizen && ((male && !citizen->male) || (female && citizen->male)))
        add(field,
            "contradiction",
            phrase("{field} is not the one in {number}.",
                   {{"field", titleOf(field)}, {"number", titleOf(number)}}));
}

void PersonCheck::judgeTable(const Field& table)
{
    const nlohmann::json::json_pointer place(m_row + table.pointer);
    const auto& data = m_data.json();
    if (!data.contains(place) || !data.at(place).is_array())
        return;
    const auto row = m_row;
    const auto rowTitle = m_rowTitle;
    const auto title = titleOf(table);
    for (std::size_t i = 0; i < data.at(place).size(); ++i)
        judge(table.columns,
              row + table.pointer + "/" + std::to_string(i),
              title + " " + std::to_string(i + 1));
    m_row = row;
    m_rowTitle = rowTitle;
}

void PersonCheck::judge(const std::vector<Field>& fields, const std::string& row, const std::string& rowTitle)
{
    m_row = row;
    m_rowTitle = rowTitle;
    for (const auto& field : fields) {
        if (field.kind == FieldKind::Table)
            judgeTable(field);
        else if (takesCitizenNumber(field) || field.format == "cn-uscc")
            judgeNumber(field);
    }
    for (const auto& person : personsIn(fields)) {
        if (person.birth)
            judgeBirth(*person.birth, person.number);
        else
            judgeSex(*person.sex, *person.number);
    }
}

/// Of the top-level field that holds the pointer; behind all others where none does.
std::size_t orderOf(const Form& form, std::string_view pointer)
{
    const auto& fields = form.fields();
    const auto found = std::find_if(fields.begin(), fields.end(), [pointer](const Field& field) {
        return pointer == field.pointer
               || (pointer.starts_with(field.pointer) && pointer[field.pointer.size()] == '/');
    });
    return static_cast<std::size_t>(found - fields.begin());
}

}  // namespace

std::vector<FormProblem> checkForm(const Form& form, const FormData& data, base::Date today)
{
    auto problems = form.validate(data);
    PersonCheck persons(data, today);
    persons.judge(form.fields(), {}, {});
    const auto bySchema = problems.size();
    for (auto& problem : persons.found()) {
        const bool told =
            std::any_of(problems.begin(),
                        problems.begin() + static_cast<std::ptrdiff_t>(bySchema),
                        [&problem](const FormProblem& other) { return other.pointer == problem.pointer; });
        const auto order = orderOf(form, problem.pointer);
        const bool hidden = order < form.fields().size()
                            && form.stateOf(data, form.fields()[order].pointer) == FieldState::Hidden;
        if (!told && !hidden)
            problems.push_back(std::move(problem));
    }
    std::stable_sort(
        problems.begin(), problems.end(), [&form](const FormProblem& one, const FormProblem& other) {
            return orderOf(form, one.pointer) < orderOf(form, other.pointer);
        });
    return problems;
}

bool isValid(const std::vector<FormProblem>& problems)
{
    return std::none_of(problems.begin(), problems.end(), [](const FormProblem& problem) {
        return problem.level == ProblemLevel::Block;
    });
}

}  // namespace forms
