#include <desk/correction.h>

#include <desk/review_mark.h>

#include <i18n/language.h>

#include <algorithm>

namespace desk {

namespace {

using i18n::phrase;

std::string inRecord(const i18n::Phrase& phrase)
{
    return i18n::translate(phrase, i18n::Language::SimplifiedChinese);
}

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

std::string correctionReason(const std::vector<CorrectionPoint>& points, const std::string& opinion)
{
    std::string text = opinion;
    std::size_t number = 0;
    for (const auto& point : points) {
        const auto what = point.point.empty()
                              ? point.material
                              : inRecord(phrase("{material}: {point}",
                                                {{"material", point.material}, {"point", point.point}}));
        const std::vector<base::Argument> words{
            {"number", std::to_string(++number)}, {"what", what}, {"wrong", point.wrong}};
        text += text.empty() ? "" : "\n";
        text += inRecord(point.wrong.empty() ? phrase("{number}. {what}", words)
                                             : phrase("{number}. {what}. {wrong}", words));
    }
    return text;
}

std::vector<papers::CorrectionItem> correctionItems(const std::vector<CorrectionPoint>& points,
                                                    const forms::Guide& guide)
{
    std::vector<papers::CorrectionItem> items;
    for (const auto& point : points) {
        const auto* material = guide.findMaterial(point.cited.substr(0, point.cited.find('/')));
        papers::CorrectionItem item;
        item.material = point.material;
        item.wrong = point.wrong.empty() ? inRecord(phrase("not as the guide asks for")) : point.wrong;
        item.standard = point.point;
        if (material != nullptr) {
            item.standard = point.point.empty() ? material->standard : point.point;
            item.basis = material->basis;
        }
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace desk
