#include <forms/applicant.h>

#include <forms/completeness.h>

#include <algorithm>

namespace forms {

namespace {

constexpr std::string_view Applicant = "applicant";
constexpr std::string_view Agent = "agent";

/// An agent acts for somebody and never applies.
const PartyRule* applyingRule(const Guide& guide)
{
    const auto& rules = guide.parties;
    const auto named = std::find_if(
        rules.begin(), rules.end(), [](const PartyRule& rule) { return rule.role == Applicant; });
    if (named != rules.end())
        return &*named;
    const auto first =
        std::find_if(rules.begin(), rules.end(), [](const PartyRule& rule) { return rule.role != Agent; });
    return first == rules.end() ? nullptr : &*first;
}

}  // namespace

std::vector<Party> applicantsOf(const Guide& guide, const Case& draft)
{
    auto parties = partiesOf(guide, draft);
    const auto isApplicant = [](const Party& party) { return party.role == Applicant; };
    const auto* rule = applyingRule(guide);
    const auto role = std::any_of(parties.begin(), parties.end(), isApplicant) ? std::string(Applicant)
                      : rule != nullptr                                        ? rule->role
                                                                               : std::string();
    std::erase_if(parties, [&role](const Party& party) { return party.role != role; });
    return parties;
}

bool namesApplicant(const Guide& guide)
{
    return applyingRule(guide) != nullptr;
}

base::Status checkApplicant(const Guide& guide, const Case& draft)
{
    if (namesApplicant(guide))
        return {};
    const auto applicants = applicantsOf(guide, draft);
    if (std::any_of(
            applicants.begin(), applicants.end(), [](const Party& party) { return !party.name.empty(); }))
        return {};
    return base::fail(base::ErrorCode::NotAcceptable,
                      "The guide of this matter does not say who applies, and nobody is entered. Enter the "
                      "applicant first (command line: case party --role applicant).");
}

}  // namespace forms
