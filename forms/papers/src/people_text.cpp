#include "people_text.h"

#include "wording.h"

#include <forms/identity_number.h>
#include <forms/identity_paper.h>
#include <forms/regime.h>
#include <i18n/isolate.h>
#include <i18n/language.h>

#include <algorithm>

namespace papers {

using i18n::phrase;

bool NamedPerson::isOrganisation() const
{
    const auto paper = forms::parseIdentityPaper(idType);
    return paper ? forms::isOrganisation(*paper) : forms::isCreditCode(number);
}

namespace {

constexpr std::size_t NamedInTheLine = 2;

enum class Kind { Person, Organisation, Several };

Kind kindOf(const NoticeFacts& facts)
{
    if (facts.applicants.size() > 1)
        return Kind::Several;
    return !facts.applicants.empty() && facts.applicants.front().isOrganisation() ? Kind::Organisation
                                                                                  : Kind::Person;
}

std::size_t organisationsIn(const std::vector<NamedPerson>& people)
{
    return static_cast<std::size_t>(std::count_if(
        people.begin(), people.end(), [](const NamedPerson& person) { return person.isOrganisation(); }));
}

std::string countedText(const std::string& names, const std::vector<NamedPerson>& people)
{
    const std::vector<base::Argument> arguments{{"names", names}, {"count", std::to_string(people.size())}};
    const auto organisations = organisationsIn(people);
    if (organisations == 0)
        return say(phrase("{names} and others, {count} persons", arguments));
    if (organisations == people.size())
        return say(phrase("{names} and others, {count} organisations", arguments));
    return say(phrase("{names} and others, {count} applicants", arguments));
}

}  // namespace

std::string namesText(const std::vector<NamedPerson>& people)
{
    std::string names;
    for (std::size_t i = 0; i < std::min(people.size(), NamedInTheLine); ++i)
        names += (i > 0 ? say(phrase(", between names")) : "") + i18n::isolate(people[i].name);
    return people.size() > NamedInTheLine ? countedText(names, people) : names;
}

std::string numberText(const NamedPerson& person)
{
    if (person.number.empty())
        return {};
    const auto paper = forms::parseIdentityPaper(person.idType);
    const auto number =
        i18n::isolate(person.isOrganisation() ? person.number : forms::maskNumber(person.number));
    return paper ? i18n::translate(forms::titleOf(*paper), i18n::Language::SimplifiedChinese) + " " + number
                 : number;
}

std::string personText(const NamedPerson& person)
{
    const auto number = numberText(person);
    return i18n::isolate(person.name) + (number.empty() ? "" : "  " + number);
}

std::string youText(const NoticeFacts& facts)
{
    switch (kindOf(facts)) {
    case Kind::Person: return say(phrase("you (one person)"));
    case Kind::Organisation: return say(phrase("you (an organisation)"));
    case Kind::Several: return say(phrase("you (several applicants)"));
    }
    return {};
}

std::string selfText(const NoticeFacts& facts)
{
    switch (kindOf(facts)) {
    case Kind::Person: return say(phrase("I (one person)"));
    case Kind::Organisation: return say(phrase("I (an organisation)"));
    case Kind::Several: return say(phrase("we (several applicants)"));
    }
    return {};
}

std::string issuerText(const NoticeFacts& facts)
{
    if (facts.issuer.kind == forms::DepartmentKind::Undertaking)
        return say(phrase("this undertaking"));
    return forms::regimeOf(facts.correction.regime) == forms::Regime::RealEstate
               ? say(phrase("this registrar"))
               : say(phrase("this authority"));
}

RuledTable applicantsTable(const NoticeFacts& facts)
{
    RuledTable table;
    table.columns = {{say(phrase("No.")), 0.85, ColumnAlign::Centre},
                     {say(phrase("Applicant")), 3.4},
                     {say(phrase("Paper and number")), 4.6}};
    for (std::size_t i = 0; i < facts.applicants.size(); ++i)
        table.rows.push_back(
            {ordinal(i), i18n::isolate(facts.applicants[i].name), numberText(facts.applicants[i])});
    return table;
}

Paragraph addressee(const NoticeFacts& facts)
{
    return {say(phrase("To {name}:", {{"name", namesText(facts.applicants)}})), ParagraphRole::Flush};
}

}  // namespace papers
