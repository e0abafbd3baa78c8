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

namespace {

/// The reviewer's words may name the demand already.
bool said(const std::string& reason, const forms::Material& material, const forms::ReviewPoint* point)
{
    return reason.find(material.name) != std::string::npos
           && (!point || reason.find(point->text) != std::string::npos);
}

}  // namespace

std::string noticeText(const api::ActionRequest& request, const forms::Guide& guide)
{
    auto text = request.reason;
    for (const auto& cited : request.points) {
        const auto citation = parseCitation(cited);
        const auto* material = guide.findMaterial(citation.material);
        if (!material)
            continue;
        const auto* point = guide.findPoint(citation.material, citation.point);
        if (!said(request.reason, *material, point))
            text += "\n" + material->name + (point ? "：" + point->text : "");
    }
    return text;
}

}  // namespace server
