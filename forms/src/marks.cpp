#include <forms/marks.h>

#include <algorithm>
#include <iterator>

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

}  // namespace forms
