#include <desk/matter_choices.h>

#include <algorithm>
#include <tuple>

namespace desk {

namespace {

constexpr std::size_t Hot = 20;
constexpr std::size_t Recent = 8;

using Uses = std::vector<offline::MatterUse>;

Uses mostUsedFirst(Uses uses)
{
    std::sort(uses.begin(), uses.end(), [](const offline::MatterUse& one, const offline::MatterUse& other) {
        return std::tuple(other.own, other.everyones, other.last, one.matter)
               < std::tuple(one.own, one.everyones, one.last, other.matter);
    });
    return uses;
}

bool isUsed(const offline::MatterUse& use)
{
    return use.own > 0 || use.everyones > 0;
}

bool contains(const std::vector<std::string>& codes, const std::string& code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::vector<std::string> newestFirst(Uses uses)
{
    std::erase_if(uses, [](const offline::MatterUse& use) { return !use.last || use.favourite; });
    std::sort(uses.begin(), uses.end(), [](const offline::MatterUse& one, const offline::MatterUse& other) {
        return std::tuple(*other.last, one.matter) < std::tuple(*one.last, other.matter);
    });
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < std::min(Recent, uses.size()); ++i)
        codes.push_back(uses[i].matter);
    return codes;
}

}  // namespace

MatterChoices choicesOf(const std::vector<offline::MatterUse>& uses)
{
    MatterChoices choices;
    choices.recent = newestFirst(uses);
    for (const auto& use : mostUsedFirst(uses)) {
        if (use.favourite)
            choices.favourites.push_back(use.matter);
        else if (isUsed(use) && choices.mostUsed.size() < Hot && !contains(choices.recent, use.matter))
            choices.mostUsed.push_back(use.matter);
    }
    return choices;
}

forms::MatterRanking rankingOf(const std::vector<offline::MatterUse>& uses)
{
    forms::MatterRanking ranking;
    std::size_t hot = 0;
    for (const auto& use : mostUsedFirst(uses)) {
        const bool isHot = isUsed(use) && hot < Hot;
        hot += isHot ? 1 : 0;
        if (use.favourite || isHot)
            ranking.first.push_back(use.matter);
        else if (isUsed(use))
            ranking.used.push_back(use.matter);
    }
    return ranking;
}

}  // namespace desk
