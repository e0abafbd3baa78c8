#include <forms/same_applicant.h>

#include <forms/applicant.h>
#include <forms/folding.h>
#include <forms/identity_number.h>
#include <forms/identity_paper.h>

#include <algorithm>

namespace forms {

namespace {

/// Folded; empty for half a number, and for one that does not fit the paper it is said to stand on.
std::string wholeNumber(std::string_view text, std::string_view idType = {})
{
    auto number = foldedNumber(text);
    const auto paper = parseIdentityPaper(idType);
    const bool computes = CitizenNumber::parse(number) || looksLikeCreditCode(number);
    const bool named = paper && paper != IdentityPaper::OrganisationWithoutCode && fits(*paper, number);
    return computes || named ? number : std::string();
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
                numbers.push_back(wholeNumber(data->second.text(field.pointer).value_or("")));
    }
}

/// In their order; empty where somebody has none, or half of one.
std::vector<std::string> writtenNumbers(const Guide& guide, const Case& draft)
{
    std::vector<std::string> numbers;
    for (const auto& party : applicantsOf(guide, draft))
        numbers.push_back(wholeNumber(party.idNumber, party.idType));
    const bool none =
        std::all_of(numbers.begin(), numbers.end(), [](const std::string& number) { return number.empty(); });
    if (none && guide.parties.empty())
        addFromCardFields(numbers, guide, draft);
    return numbers;
}

}  // namespace

std::vector<std::string> applicantNumbers(const Guide& guide, const Case& draft)
{
    auto numbers = writtenNumbers(guide, draft);
    std::erase(numbers, std::string());
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::string firstApplicantNumber(const Guide& guide, const Case& draft)
{
    const auto numbers = writtenNumbers(guide, draft);
    return numbers.empty() ? std::string() : numbers.front();
}

bool isUnderWay(CaseState state)
{
    return traitsOf(state).underWay;
}

}  // namespace forms
