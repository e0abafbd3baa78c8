#include "form_problem.h"

#include <array>
#include <utility>

namespace forms {

namespace {

using i18n::phrase;
using Phrase = i18n::Phrase;
using Sentence = Phrase (*)(const std::string& title, const std::string& expected);

constexpr std::array<std::pair<std::string_view, Sentence>, 6> Formats{{
    {"cn-id",
     [](const std::string& title, const std::string&) {
         return phrase(
             "{field} is not a valid identity number: check the 18 characters, the birth date and the last "
             "character.",
             {{"field", title}});
     }},
    {"cn-uscc",
     [](const std::string& title, const std::string&) {
         return phrase("{field} is not a valid unified social credit code: check the 18 characters.",
                       {{"field", title}});
     }},
    {"cn-id-or-uscc",
     [](const std::string& title, const std::string&) {
         return phrase("{field} is neither a valid identity number nor a valid unified social credit code.",
                       {{"field", title}});
     }},
    {"cn-phone",
     [](const std::string& title, const std::string&) {
         return phrase("{field} is not a phone number: enter 11 digits, or the area code and the number.",
                       {{"field", title}});
     }},
    {"cn-address",
     [](const std::string& title, const std::string&) {
         return phrase("{field} must lead to the house number, building, floor or room.", {{"field", title}});
     }},
    {"date",
     [](const std::string& title, const std::string&) {
         return phrase("{field} must be a date such as 2025-06-30.", {{"field", title}});
     }},
}};

constexpr std::array<std::pair<std::string_view, Sentence>, 12> Keywords{{
    {"maxLength",
     [](const std::string& title, const std::string& n) {
         return phrase("{field} may have at most {n} characters.", {{"field", title}, {"n", n}});
     }},
    {"minLength",
     [](const std::string& title, const std::string& n) {
         return phrase("{field} must have at least {n} characters.", {{"field", title}, {"n", n}});
     }},
    {"minimum",
     [](const std::string& title, const std::string& n) {
         return phrase("{field} must be {n} or more.", {{"field", title}, {"n", n}});
     }},
    {"maximum",
     [](const std::string& title, const std::string& n) {
         return phrase("{field} must be {n} or less.", {{"field", title}, {"n", n}});
     }},
    {"exclusiveMinimum",
     [](const std::string& title, const std::string& n) {
         return phrase("{field} must be more than {n}.", {{"field", title}, {"n", n}});
     }},
    {"exclusiveMaximum",
     [](const std::string& title, const std::string& n) {
         return phrase("{field} must be less than {n}.", {{"field", title}, {"n", n}});
     }},
    {"minItems",
     [](const std::string& title, const std::string& n) {
         return phrase("{field} needs at least {n} entries.", {{"field", title}, {"n", n}});
     }},
    {"maxItems",
     [](const std::string& title, const std::string& n) {
         return phrase("{field} may have at most {n} entries.", {{"field", title}, {"n", n}});
     }},
    {"multipleOf",
     [](const std::string& title, const std::string& n) {
         return phrase("{field} must be a multiple of {n}.", {{"field", title}, {"n", n}});
     }},
    {"uniqueItems",
     [](const std::string& title, const std::string&) {
         return phrase("{field} holds the same entry twice.", {{"field", title}});
     }},
    {"pattern",
     [](const std::string& title, const std::string&) {
         return phrase("{field} is not written in the form that is asked for.", {{"field", title}});
     }},
    {"additionalProperties",
     [](const std::string& title, const std::string&) {
         return phrase("The form has no field {field}.", {{"field", title}});
     }},
}};

template <std::size_t N>
Sentence find(const std::array<std::pair<std::string_view, Sentence>, N>& table, std::string_view name)
{
    for (const auto& [known, sentence] : table)
        if (known == name)
            return sentence;
    return nullptr;
}

Phrase wrongType(const std::string& title, const std::string& type)
{
    if (type == "integer")
        return phrase("{field} must be a whole number.", {{"field", title}});
    if (type == "number")
        return phrase("{field} must be a number.", {{"field", title}});
    return phrase("{field} is of the wrong kind.", {{"field", title}});
}

Phrase sentenceFor(const Violation& violation, const std::string& title)
{
    if (violation.keyword == "format")
        if (const auto sentence = find(Formats, violation.expected))
            return sentence(title, violation.expected);
    if (const auto sentence = find(Keywords, violation.keyword))
        return sentence(title, violation.expected);
    if (violation.keyword == "type")
        return wrongType(title, violation.expected);
    if (violation.keyword == "oneOf" || violation.keyword == "enum" || violation.keyword == "const")
        return phrase("{field} must be one of the values offered.", {{"field", title}});
    return phrase("{field} does not follow the rule {rule} of the form.",
                  {{"field", title}, {"rule", violation.keyword}});
}

}  // namespace

Phrase askFor(const Field* field, const std::string& title)
{
    const bool chosen = field && (!field->options.empty() || field->kind == FieldKind::Boolean);
    return chosen ? phrase("Choose {field}.", {{"field", title}})
                  : phrase("Enter {field}.", {{"field", title}});
}

FormProblem describeProblem(const Violation& violation, const Field* field, const std::string& title)
{
    if (violation.keyword == "required")
        return {violation.pointer, "required", askFor(field, title)};
    const auto keyword = violation.keyword == "format" ? "format:" + violation.expected : violation.keyword;
    return {violation.pointer, keyword, sentenceFor(violation, title)};
}

}  // namespace forms
