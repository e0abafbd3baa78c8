#include "party_paper.h"

#include <forms/identity_paper.h>

#include <algorithm>

namespace forms {

namespace {

std::vector<IdentityPaper> papersFor(const Guide& guide, const std::string& role)
{
    std::vector<IdentityPaper> papers;
    for (const auto& rule : guide.parties)
        if (rule.role == role)
            for (const auto& token : rule.idTypes)
                if (const auto paper = parseIdentityPaper(token))
                    papers.push_back(*paper);
    return papers;
}

bool holds(const std::vector<IdentityPaper>& papers, IdentityPaper paper)
{
    return std::find(papers.begin(), papers.end(), paper) != papers.end();
}

bool isPaper(const FieldOption& option)
{
    return parseIdentityPaper(option.value).has_value();
}

bool asksForPaper(const Field& column)
{
    return column.kind == FieldKind::Choice && !column.options.empty()
           && std::all_of(column.options.begin(), column.options.end(), isPaper);
}

}  // namespace

PartyPaper paperOf(const Guide& guide, const Party& party)
{
    const auto allowed = papersFor(guide, party.role);
    const auto& number = party.idNumber;
    if (const auto chosen = parseIdentityPaper(party.idType))
        return {party.idType,
                number.empty() || ((allowed.empty() || holds(allowed, *chosen)) && fits(*chosen, number))};
    if (!party.idType.empty() || number.empty())
        return {party.idType, true};
    const auto seems = identityPaperOf(number);
    if (seems && (allowed.empty() || holds(allowed, *seems)))
        return {std::string(nameOf(*seems)), true};
    const auto other = std::find_if(
        allowed.begin(), allowed.end(), [&number](IdentityPaper paper) { return fits(paper, number); });
    if (other != allowed.end())
        return {std::string(nameOf(*other)), true};
    return {seems ? std::string(nameOf(*seems)) : std::string(), allowed.empty()};
}

std::string paperColumn(const Guide& guide, const PartyRule& rule, const std::string& table)
{
    const auto* form = guide.findForm(rule.form);
    const auto* field = form != nullptr ? form->findField(table) : nullptr;
    if (field == nullptr)
        return {};
    const auto& columns = field->columns;
    const auto found = std::find_if(columns.begin(), columns.end(), asksForPaper);
    return found == columns.end() ? std::string() : found->pointer;
}

}  // namespace forms
