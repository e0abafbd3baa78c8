#include <desk/correction.h>

#include "paper_making.h"

#include <desk/review_mark.h>

#include <forms/correction_text.h>

#include <algorithm>

namespace desk {

namespace {

bool stillAsks(const api::CaseDetail& detail, const forms::Annotation& mark)
{
    if (mark.motivation != forms::Motivation::Assessing)
        return false;
    const auto state = markState(detail, mark);
    return state == MarkState::Open || state == MarkState::NotCorrected;
}

void addWords(std::string& wrong, const std::string& words)
{
    if (words.empty() || wrong.find(words) != std::string::npos)
        return;
    wrong += wrong.empty() ? words : "；" + words;
}

/// The point when anything says that it failed.
std::optional<CorrectionPoint> failedAt(const api::CaseDetail& detail,
                                        const Judgements& judgements,
                                        CorrectionPoint point)
{
    const auto judged = judgements.find(point.cited);
    bool failed = judged != judgements.end() && judged->second.verdict == "fail";
    if (failed)
        addWords(point.wrong, judged->second.note);
    for (const auto& mark : detail.annotations) {
        if (mark.point != point.cited || !stillAsks(detail, mark))
            continue;
        failed = true;
        point.marked = point.marked || mark.revision == detail.summary.revision;
        addWords(point.wrong, mark.text);
    }
    return failed ? std::optional(std::move(point)) : std::nullopt;
}

}  // namespace

std::vector<CorrectionPoint> correctionPoints(const api::CaseDetail& detail,
                                              const forms::Guide& guide,
                                              const Judgements& judgements)
{
    std::vector<CorrectionPoint> points;
    const auto add = [&](CorrectionPoint point) {
        if (auto failed = failedAt(detail, judgements, std::move(point)))
            points.push_back(std::move(*failed));
    };
    for (const auto& material : guide.materials) {
        add({material.id, material.name, {}, {}, false});
        for (const auto& point : material.points)
            add({material.id + "/" + point.id, material.name, point.text, {}, false});
    }
    return points;
}

std::string correctionReason(const forms::Guide& guide,
                             const std::vector<CorrectionPoint>& points,
                             const std::string& opinion)
{
    // The request as it will stand in the course, and marks as it will find them.
    forms::CourseEntry request;
    request.act = forms::Act::CorrectionRequested;
    request.noted = base::Timestamp::max();
    request.reason = opinion;
    std::vector<forms::Annotation> marks;
    for (const auto& point : points) {
        request.cites.push_back(point.cited);
        forms::Annotation mark;
        mark.point = point.cited;
        mark.text = point.wrong;
        marks.push_back(std::move(mark));
    }
    return forms::correctionText(guide, request, marks);
}

std::vector<papers::CorrectionItem> correctionItems(const std::vector<CorrectionPoint>& points,
                                                    const forms::Guide& guide)
{
    std::vector<forms::CorrectionItem> items;
    for (const auto& point : points)
        items.push_back({point.cited, point.material, point.point, point.wrong});
    return correctionItems(guide, items);
}

}  // namespace desk
