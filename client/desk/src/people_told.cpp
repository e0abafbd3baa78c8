#include <desk/people_told.h>

namespace desk {

namespace {

std::vector<base::Argument> argumentsOf(const forms::MovedPapers& papers)
{
    return {{"name", calledName(papers.party)},
            {"count", std::to_string(papers.pages.size())},
            {"party", papers.party.key}};
}

}  // namespace

std::string calledName(const forms::Party& party)
{
    return party.name.empty() ? party.key : party.name;
}

std::vector<i18n::Phrase> tellings(const forms::PeopleChange& people)
{
    std::vector<i18n::Phrase> told;
    for (const auto& papers : people.gone)
        told.push_back(
            i18n::phrase("{name} is no longer in the case; pages that went to the bin: {count}. Undo it or "
                         "restore {party} to have both back.",
                         argumentsOf(papers)));
    for (const auto& papers : people.back)
        told.push_back(i18n::phrase("{name} is in the case again; pages back from the bin: {count}.",
                                    argumentsOf(papers)));
    return told;
}

}  // namespace desk
