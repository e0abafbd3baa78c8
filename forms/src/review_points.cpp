#include "review_facts.h"
#include "text_format.h"

#include <forms/automatic_point.h>
#include <forms/folding.h>
#include <forms/identity_number.h>
#include <forms/identity_paper.h>
#include <forms/printed_date.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace forms {

namespace {

using Rule = PointVerdict (*)(const Facts&);

/// The case says that the number stands on a paper that has no citizen number.
bool isOtherPaper(const Facts& facts, const std::string& number)
{
    const auto paper = facts.holding.party ? parseIdentityPaper(facts.holding.party->idType) : std::nullopt;
    return paper && *paper != IdentityPaper::IdentityCard && isSameText(facts.holding.party->idNumber, number)
           && fits(*paper, number);
}

PointVerdict decideCitizenNumber(const Facts& facts)
{
    const auto number = facts.personNumber();
    // A unit, or a person with another paper, stands where a citizen may stand as well: whether that is right is not
    // this rule's question.
    const auto paper = identityPaperOf(number);
    const auto citizen = CitizenNumber::parse(number);
    if (number.empty() || (paper && !citizen) || isOtherPaper(facts, number))
        return PointVerdict::Open;
    return verdictOf(citizen && citizen->birth <= facts.today());
}

PointVerdict decideCreditCode(const Facts& facts)
{
    auto code = facts.any({"uscc"});
    if (code.empty())
        code = facts.personNumber();
    const auto paper = identityPaperOf(code);
    if (code.empty() || (paper && !isOrganisation(*paper)))
        return PointVerdict::Open;
    // One that does not compute may be registered so: a person compares it with the certificate.
    return !isCreditCode(code) && hasCreditCodeForm(code) ? PointVerdict::Open
                                                          : verdictOf(isCreditCode(code));
}

PointVerdict decideLuhn(const Facts& facts)
{
    const auto number = foldedNumber(facts.any({"card", "card_number", "account", "number"}));
    if (number.empty())
        return PointVerdict::Open;
    int sum = 0;
    int digits = 0;
    for (auto c = number.rbegin(); c != number.rend(); ++c) {
        if (*c < '0' || *c > '9')
            return PointVerdict::Fail;
        const int value = (*c - '0') * (digits++ % 2 == 0 ? 1 : 2);
        sum += value > 9 ? value - 9 : value;
    }
    return verdictOf(digits >= 12 && digits <= 19 && sum % 10 == 0);
}

PointVerdict decideFormComplete(const Facts& facts)
{
    const auto& guide = facts.evidence.guide;
    auto form = facts.material.generatedFrom;
    if (form.empty() && guide.forms.size() == 1)
        form = guide.forms.front().id();
    return form.empty() ? PointVerdict::Open : verdictOf(facts.evidence.isValid(form));
}

PointVerdict decidePageCount(const Facts& facts)
{
    const auto text = tidiedText(facts.any({"page_count", "pages"}));
    int expected = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), expected);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return PointVerdict::Open;
    return verdictOf(facts.holding.pages == expected);
}

PointVerdict decideNotExpired(const Facts& facts)
{
    return decideValidity(
        {"valid_to", ValidityRule::NotBeforeToday, 0}, facts.holding.fact("valid_to"), facts.today());
}

/// The number of days stands in the material's validity rule.
PointVerdict decideWithin(const Facts& facts)
{
    const auto& validity = facts.material.validity;
    if (!validity || validity->rule != ValidityRule::WithinDays)
        return PointVerdict::Open;
    return decideValidity(*validity, facts.holding.fact(validity->field), facts.today());
}

PointVerdict decideNotAfterApplication(const Facts& facts)
{
    const auto date = firstDay(facts.any({"issue_date", "signed", "date"}));
    if (!date)
        return PointVerdict::Open;
    return verdictOf(*date <= facts.applied());
}

PointVerdict decideSixty(const Facts& facts)
{
    const auto number = CitizenNumber::parse(facts.personNumber());
    if (!number)
        return PointVerdict::Open;
    auto birthday = number->birth;
    birthday += std::chrono::years{60};
    return verdictOf(birthday <= facts.today());
}

/// Every address field of the material's form leads to a door.
PointVerdict decideAddress(const Facts& facts)
{
    const auto* form = facts.evidence.guide.findForm(facts.material.generatedFrom);
    const auto data = form ? facts.evidence.draft.forms.find(form->id()) : facts.evidence.draft.forms.end();
    if (!form || data == facts.evidence.draft.forms.end())
        return PointVerdict::Open;
    auto verdict = PointVerdict::Open;
    for (const auto& field : form->fields()) {
        if (field.format != "cn-address")
            continue;
        const auto text = data->second.text(field.pointer).value_or("");
        if (text.empty())
            return PointVerdict::Open;
        if (!holdsFormat("cn-address", text))
            return PointVerdict::Fail;
        verdict = PointVerdict::Pass;
    }
    return verdict;
}

constexpr std::array<std::pair<std::string_view, Rule>, 14> Rules{{
    {"gb11643", decideCitizenNumber},
    {"gb32100", decideCreditCode},
    {"luhn", decideLuhn},
    {"form_complete", decideFormComplete},
    {"page_count", decidePageCount},
    {"date_ge_today", decideNotExpired},
    {"date_within", decideWithin},
    {"date_le_apply", decideNotAfterApplication},
    {"age_ge_60", decideSixty},
    {"addr_granularity", decideAddress},
    {"ocr_equals_form", decideOcrEqualsForm},
    {"cross_equal", decideCrossEqual},
    {"date_range", decideDateRange},
    {"name_rule", decideNameRule},
}};

}  // namespace

PointVerdict decideValidity(const Validity& validity, const std::string& fact, base::Date today)
{
    if (validity.rule == ValidityRule::NotBeforeToday) {
        const auto term = readTerm(fact);
        if (term && term->endless)
            return PointVerdict::Pass;
        return term && term->to ? verdictOf(*term->to >= today) : PointVerdict::Open;
    }
    const auto date = firstDay(fact);
    if (!date)
        return PointVerdict::Open;
    const auto age = std::chrono::sys_days(today) - std::chrono::sys_days(*date);
    return verdictOf(age >= std::chrono::days{0} && age <= std::chrono::days{validity.days});
}

PointVerdict decidePoint(const ReviewPoint& point,
                         const Material& material,
                         const Holding& holding,
                         const Evidence& evidence)
{
    const auto rule = std::find_if(
        Rules.begin(), Rules.end(), [&point](const auto& known) { return known.first == point.automatic; });
    return rule == Rules.end() ? PointVerdict::Open : rule->second(Facts{material, holding, evidence});
}

std::vector<std::string_view> decidedPoints()
{
    std::vector<std::string_view> names;
    for (const auto& [name, rule] : Rules)
        names.push_back(name);
    return names;
}

}  // namespace forms
