#include <forms/marks.h>

#include <forms/field_mark.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace forms {

namespace {

bool isAnswered(const Annotation& mark, const Case& draft)
{
    const bool settled =
        std::find(draft.settled.begin(), draft.settled.end(), mark.id) != draft.settled.end();
    return settled
           || std::any_of(draft.answersTo.begin(), draft.answersTo.end(), [&](const MarkAnswer& answer) {
                  return answer.annotation == mark.id
                         && (answer.how != AnswerHow::Stays || !answer.reason.empty());
              });
}

bool isAskedOf(const Annotation& mark, const Case& draft)
{
    return asksForAnswer(mark) && mark.revision < draft.revision;
}

std::string materialOf(const Annotation& mark)
{
    return mark.point.substr(0, mark.point.find('/'));
}

/// The pages of a material that count, by party.
std::map<std::string, std::vector<base::PageId>> pagesOf(const Case& draft, const std::string& material)
{
    std::map<std::string, std::vector<base::PageId>> pages;
    for (const auto& entry : draft.materials)
        if (entry.id == material)
            for (const auto id : entry.pages)
                if (const auto* page = draft.findPage(id); page && !page->discarded)
                    pages[entry.party].push_back(id);
    return pages;
}

std::map<std::string, std::map<std::string, std::string>> factsOf(const Case& draft,
                                                                  const std::string& material)
{
    std::map<std::string, std::map<std::string, std::string>> facts;
    for (const auto& entry : draft.materials)
        if (entry.id == material && !entry.facts.empty())
            facts[entry.party] = entry.facts;
    return facts;
}

bool lies(const Case& draft, base::PageId id)
{
    const auto* page = draft.findPage(id);
    return page && !page->discarded
           && std::any_of(draft.materials.begin(), draft.materials.end(), [id](const CaseMaterial& entry) {
                  return std::find(entry.pages.begin(), entry.pages.end(), id) != entry.pages.end();
              });
}

MarkAnswer* answerTo(Case& draft, base::AnnotationId mark)
{
    const auto found =
        std::find_if(draft.answersTo.begin(), draft.answersTo.end(), [mark](const MarkAnswer& answer) {
            return answer.annotation == mark;
        });
    return found == draft.answersTo.end() ? nullptr : &*found;
}

}  // namespace

bool asksForAnswer(const Annotation& mark)
{
    return mark.motivation == Motivation::Assessing && mark.verdict != "pass" && !mark.settled;
}

std::vector<base::AnnotationId> unansweredMarks(std::span<const Annotation> marks, const Case& draft)
{
    std::vector<base::AnnotationId> open;
    if (draft.revision == 1 || !draft.supplements.empty())
        return open;
    for (const auto& mark : marks)
        if (asksForAnswer(mark) && mark.revision < draft.revision && !isAnswered(mark, draft))
            open.push_back(mark.id);
    return open;
}

std::vector<base::AnnotationId> unansweredMarks(std::span<const Annotation> marks,
                                                std::span<const CourseEntry> course,
                                                const Case& draft)
{
    const auto asked = std::find_if(course.rbegin(), course.rend(), [](const CourseEntry& entry) {
        return entry.act == Act::CorrectionRequested || entry.act == Act::Returned;
    });
    if (asked == course.rend() || traitsOf(stateOf(course)).takesSupplements)
        return {};
    std::vector<Annotation> then;
    std::copy_if(marks.begin(), marks.end(), std::back_inserter(then), [&](const Annotation& mark) {
        return mark.created <= asked->noted;
    });
    return unansweredMarks(then, draft);
}

std::optional<AnswerHow> changeAt(const Annotation& mark, const Case* before, const Case& draft)
{
    if (mark.page && !lies(draft, *mark.page))
        return AnswerHow::Replaced;
    if (!before)
        return std::nullopt;
    if (isFieldTarget(mark.pointer))
        return valueAtTarget(*before, mark.pointer) == valueAtTarget(draft, mark.pointer)
                   ? std::nullopt
                   : std::optional(AnswerHow::Filled);
    const auto material = materialOf(mark);
    if (material.empty())
        return std::nullopt;
    if (pagesOf(*before, material) != pagesOf(draft, material))
        return AnswerHow::Replaced;
    return factsOf(*before, material) == factsOf(draft, material) ? std::nullopt
                                                                  : std::optional(AnswerHow::Filled);
}

base::Status checkAnswer(const Annotation& mark,
                         const MarkAnswer& answer,
                         const Case* before,
                         const Case& draft)
{
    if (!isAskedOf(mark, draft))
        return base::fail(base::ErrorCode::NotAllowed,
                          "This mark asks for nothing, or is not of an earlier revision.");
    if (answer.how == AnswerHow::Stays)
        return answer.reason.empty()
                   ? base::Status(base::fail(base::ErrorCode::BadArgument,
                                             "Say why what was marked stays as it is: the reviewer reads it."))
                   : base::Status();
    if (before && !changeAt(mark, before, draft))
        return base::fail(
            base::ErrorCode::NotAllowed,
            "Nothing was changed at this mark. Put it right first, or say why it stays as it is.");
    return {};
}

void followMarks(std::span<const Annotation> marks, const Case* before, Case& draft)
{
    for (const auto& mark : marks) {
        if (!isAskedOf(mark, draft))
            continue;
        const auto change = changeAt(mark, before, draft);
        auto* answer = answerTo(draft, mark.id);
        if (change && !answer)
            draft.answersTo.push_back({mark.id, *change, {}});
        else if (change && answer->how == AnswerHow::Stays)
            *answer = {mark.id, *change, {}};
        else if (!change && answer && before && answer->how != AnswerHow::Stays)
            std::erase_if(draft.answersTo,
                          [&mark](const MarkAnswer& given) { return given.annotation == mark.id; });
    }
}

}  // namespace forms
