#include "notice_text.h"

namespace server {

Citation parseCitation(const std::string& text)
{
    const auto slash = text.find('/');
    if (slash == std::string::npos)
        return {text, {}};
    return {text.substr(0, slash), text.substr(slash + 1)};
}

bool isOfGuide(const forms::Guide& guide, const Citation& citation)
{
    if (citation.point.empty())
        return guide.findMaterial(citation.material) != nullptr;
    return guide.findPoint(citation.material, citation.point) != nullptr;
}

std::string noticeText(const api::ActionRequest& request, const forms::Guide& guide)
{
    auto text = request.reason;
    for (const auto& cited : request.points) {
        const auto citation = parseCitation(cited);
        const auto* material = guide.findMaterial(citation.material);
        if (!material)
            continue;
        text += "\n" + material->name;
        if (const auto* point = guide.findPoint(citation.material, citation.point))
            text += "：" + point->text;
    }
    return text;
}

}  // namespace server
