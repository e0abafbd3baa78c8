#include <desk/ground_choices.h>

#include <forms/citation.h>
#include <forms/law.h>

#include <array>

namespace desk {

std::vector<GroundChoice> groundChoices(const forms::Guide& guide, forms::Action action)
{
    std::vector<GroundChoice> choices;
    const auto offer = [&](const std::string& cite) {
        const std::array cites{cite};
        if (forms::checkGround(guide, action, cites))
            choices.push_back({cite, forms::citedText(guide, forms::citationOf(guide, cite))});
    };
    for (const auto& route : guide.routes)
        offer("route:" + route.id);
    for (std::size_t i = 0; i < guide.conditions.size(); ++i)
        offer("condition:" + std::to_string(i + 1));
    return choices;
}

}  // namespace desk
