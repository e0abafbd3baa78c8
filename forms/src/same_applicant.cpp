#include <forms/same_applicant.h>

#include <forms/completeness.h>
#include <forms/identity_number.h>

#include <algorithm>

namespace forms {

namespace {

constexpr std::string_view Applicant = "applicant";

std::string normalised(std::string_view text)
{
    std::string number;
    for (const char c : text)
        if (c != ' ' && c != '\t')
            number += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return number;
}

void addNumber(std::vector<std::string>& numbers, std::string_view text)
{
    auto number = normalised(text);
    if (CitizenNumber::parse(number) || isCreditCode(number))
        numbers.push_back(std::move(number));
}

std::string applyingRole(const Guide& guide, const std::vector<Party>& parties)
{
    const auto isApplicant = [](const auto& entry) { return entry.role == Applicant; };
    if (std::any_of(parties.begin(), parties.end(), isApplicant))
        return std::string(Applicant);
    return guide.parties.empty() ? std::string() : guide.parties.front().role;
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
                addNumber(numbers, data->second.text(field.pointer).value_or(""));
    }
}

}  // namespace

std::vector<std::string> applicantNumbers(const Guide& guide, const Case& draft)
{
    const auto parties = partiesOf(guide, draft);
    const auto role = applyingRole(guide, parties);
    std::vector<std::string> numbers;
    for (const auto& party : parties)
        if (party.role == role)
            addNumber(numbers, party.idNumber);
    if (numbers.empty())
        addFromCardFields(numbers, guide, draft);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

bool isUnderWay(CaseState state)
{
    switch (state) {
    case CaseState::Draft:
    case CaseState::Sealed:
    case CaseState::Submitted:
    case CaseState::CorrectionRequested:
    case CaseState::Returned:
    case CaseState::Accepted:
    case CaseState::UnderReview:
    case CaseState::Suspended:
    case CaseState::Approved:
    case CaseState::Certified: return true;
    case CaseState::NotAccepted:
    case CaseState::Refused:
    case CaseState::Delivered:
    case CaseState::Closed:
    case CaseState::Withdrawn: return false;
    }
    return false;
}

}  // namespace forms
