#include <forms/correction_text.h>

#include <forms/guide.h>

#include <algorithm>

namespace forms {

namespace {

bool wasSaidBy(const Annotation& mark, const CourseEntry& asked)
{
    return mark.created <= asked.noted;
}

/// The verdict on a mark that was the last one when the correction was asked for; empty when there was none.
std::string verdictThen(const Annotation& mark, const CourseEntry& asked, std::span<const Annotation> marks)
{
    std::string verdict;
    for (const auto& reply : marks)
        if (reply.motivation == Motivation::Replying && reply.inReplyTo == mark.id && !reply.verdict.empty()
            && wasSaidBy(reply, asked))
            verdict = reply.verdict;
    return verdict;
}

bool asksFor(const Annotation& mark, const CourseEntry& asked, std::span<const Annotation> marks)
{
    if (mark.motivation != Motivation::Assessing || mark.verdict == "pass" || !wasSaidBy(mark, asked))
        return false;
    const auto verdict = verdictThen(mark, asked, marks);
    return mark.revision == asked.revision.value_or(mark.revision) ? verdict != "pass" : verdict == "fail";
}

std::string wrongAt(std::string_view cited, const CourseEntry& asked, std::span<const Annotation> marks)
{
    std::string wrong;
    for (const auto& mark : marks) {
        if (mark.point != cited || mark.text.empty() || !asksFor(mark, asked, marks)
            || wrong.find(mark.text) != std::string::npos)
            continue;
        wrong += wrong.empty() ? mark.text : "；" + mark.text;
    }
    return wrong;
}

/// Whoever asks may name in her own words what she cites.
bool isNamedIn(const std::string& reason, const CorrectionItem& item)
{
    return reason.find(item.material) != std::string::npos
           && (item.point.empty() || reason.find(item.point) != std::string::npos);
}

std::string lineOf(std::size_t number, const CorrectionItem& item)
{
    return std::to_string(number) + "．" + item.material + (item.point.empty() ? "" : "：" + item.point)
           + (item.wrong.empty() ? "" : "。" + item.wrong);
}

}  // namespace

std::vector<CorrectionItem> correctionItems(const Guide& guide,
                                            const CourseEntry& asked,
                                            std::span<const Annotation> marks)
{
    std::vector<CorrectionItem> items;
    const auto add = [&](CorrectionItem item) {
        if (std::find(asked.cites.begin(), asked.cites.end(), item.cited) == asked.cites.end())
            return;
        item.wrong = wrongAt(item.cited, asked, marks);
        items.push_back(std::move(item));
    };
    for (const auto& material : guide.materials) {
        add({material.id, material.name, {}, {}});
        for (const auto& point : material.points)
            add({material.id + "/" + point.id, material.name, point.text, {}});
    }
    return items;
}

std::string correctionText(const Guide& guide, const CourseEntry& asked, std::span<const Annotation> marks)
{
    auto text = asked.reason;
    std::size_t number = 0;
    for (const auto& item : correctionItems(guide, asked, marks)) {
        if (item.wrong.empty() && isNamedIn(asked.reason, item))
            continue;
        text += (text.empty() ? "" : "\n") + lineOf(++number, item);
    }
    return text;
}

}  // namespace forms
