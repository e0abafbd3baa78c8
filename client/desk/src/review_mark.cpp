#include <desk/review_mark.h>

#include <algorithm>

namespace desk {

namespace {

using forms::Annotation;
using forms::Motivation;

base::Timestamp newestSince(const api::CaseDetail& detail)
{
    return detail.revisions.empty() ? base::Timestamp{} : detail.revisions.back().received;
}

/// The last verdict on a mark given while the newest revision was here; empty when there is none.
std::string verdictNow(const api::CaseDetail& detail, const Annotation& mark)
{
    std::string verdict;
    for (const auto& reply : detail.annotations)
        if (reply.motivation == Motivation::Replying && reply.inReplyTo == mark.id && !reply.verdict.empty()
            && reply.created >= newestSince(detail))
            verdict = reply.verdict;
    return verdict;
}

}  // namespace

MarkState markState(const api::CaseDetail& detail, const Annotation& mark)
{
    const auto verdict = verdictNow(detail, mark);
    if (mark.settled)
        return MarkState::Corrected;
    if (verdict == "fail")
        return MarkState::NotCorrected;
    return mark.revision < detail.summary.revision ? MarkState::Asked : MarkState::Open;
}

std::vector<const Annotation*> marksToAnswer(const api::CaseDetail& detail)
{
    std::vector<const Annotation*> marks;
    for (const auto& mark : detail.annotations)
        if (mark.motivation == Motivation::Assessing && mark.revision < detail.summary.revision
            && (!mark.settled || !verdictNow(detail, mark).empty()))
            marks.push_back(&mark);
    return marks;
}

std::vector<const Annotation*> repliesTo(const api::CaseDetail& detail, base::AnnotationId mark)
{
    std::vector<const Annotation*> replies;
    for (const auto& reply : detail.annotations)
        if (reply.motivation == Motivation::Replying && reply.inReplyTo == mark && !reply.text.empty())
            replies.push_back(&reply);
    return replies;
}

}  // namespace desk
