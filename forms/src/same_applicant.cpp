#include <forms/same_applicant.h>

#include <forms/applicant.h>
#include <forms/identity_number.h>

#include <algorithm>

namespace forms {

namespace {

std::string normalised(std::string_view text)
{
    std::string number;
    for (const char c : text)
        if (c != ' ' && c != '\t')
            number += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return number;
}

bool isValid(const std::string& number)
{
    return CitizenNumber::parse(number).has_value() || isCreditCode(number);
}

/// A column of a table is never the applicant's own.
void addFromCardFields(std::vector<std::string>& numbers, const Guide& guide, const Case& draft)
{
    for (const auto& form : guide.forms) {
        const auto data = draft.forms.find(form.id());
        if (data == draft.forms.end())
            continue;
        for (const auto& field : form.fields())
            if (field.format.starts_with("cn-id") && field.prefill.starts_with("id_card"))
                numbers.push_back(normalised(data->second.text(field.pointer).value_or("")));
    }
}

/// In their order, also half a number or none.
std::vector<std::string> writtenNumbers(const Guide& guide, const Case& draft)
{
    std::vector<std::string> numbers;
    for (const auto& party : applicantsOf(guide, draft))
        numbers.push_back(normalised(party.idNumber));
    if (std::none_of(numbers.begin(), numbers.end(), isValid) && guide.parties.empty())
        addFromCardFields(numbers, guide, draft);
    return numbers;
}

}  // namespace

std::vector<std::string> applicantNumbers(const Guide& guide, const Case& draft)
{
    auto numbers = writtenNumbers(guide, draft);
    std::erase_if(numbers, [](const std::string& number) { return !isValid(number); });
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::string firstApplicantNumber(const Guide& guide, const Case& draft)
{
    const auto numbers = writtenNumbers(guide, draft);
    return !numbers.empty() && isValid(numbers.front()) ? numbers.front() : std::string();
}

bool isUnderWay(CaseState state)
{
    return traitsOf(state).underWay;
}

}  // namespace forms
