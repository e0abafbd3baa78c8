#include "notice_text.h"

#include <forms/citation.h>

namespace server {

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
        const auto citation = forms::citationOf(guide, cited);
        const auto* material = guide.findMaterial(citation.material);
        const auto* point = guide.findPoint(citation.material, citation.point);
        const auto words = forms::citedText(guide, citation);
        if (!words.empty() && !(material && said(request.reason, *material, point)))
            text += "\n" + words;
    }
    return text;
}

}  // namespace server
