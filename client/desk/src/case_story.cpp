#include <desk/case_story.h>

#include <algorithm>

namespace desk {

namespace {

using i18n::phrase;

std::string departmentOf(const api::CaseDetail& detail, const std::string& child)
{
    for (const auto& part : detail.children)
        if (part.child.id == child)
            return part.child.department;
    return child;
}

i18n::Phrase whatOfPart(const api::CaseDetail& detail,
                        const api::ActionRecord& record,
                        forms::ChildAction action)
{
    const base::Argument who{"who", detail.nameOf(record.by)};
    const base::Argument department{"department", departmentOf(detail, record.request.child)};
    switch (action) {
    case forms::ChildAction::Begin:
        return phrase("{who} let the part of {department} begin", {who, department});
    case forms::ChildAction::Finish:
        return phrase("{who}: the part of {department} is done", {who, department});
    case forms::ChildAction::Refuse:
        return phrase("{who}: the part of {department} is refused", {who, department});
    case forms::ChildAction::Block: return phrase("The part of {department} cannot begin", {department});
    case forms::ChildAction::End: break;
    }
    return phrase("The part of {department} ended unsettled", {department});
}

i18n::Phrase whatOf(const api::CaseDetail& detail, const api::ActionRecord& record)
{
    if (const auto* claim = std::get_if<api::ClaimAction>(&record.request.action)) {
        const base::Argument who{"who", detail.nameOf(record.by)};
        return *claim == api::ClaimAction::Claim ? phrase("{who} claimed the case", {who})
                                                 : phrase("{who} gave the case back", {who});
    }
    if (const auto* step = std::get_if<forms::ChildAction>(&record.request.action))
        return whatOfPart(detail, record, *step);
    const auto action = base::word("action", titleOf(std::get<forms::Action>(record.request.action)));
    if (record.role == forms::Role::Clock)
        return phrase("By itself: {action}", {action});
    return phrase("{who}: {action}", {{"who", detail.nameOf(record.by)}, action});
}

i18n::Phrase cameIn(const api::CaseDetail& detail, const api::RevisionRecord& revision)
{
    return phrase(
        "Revision {revision} came in, brought by {who}",
        {{"revision", std::to_string(revision.revision)}, {"who", detail.nameOf(revision.carrier)}});
}

i18n::Phrase answered(const api::CaseDetail& detail, const forms::Annotation& reply)
{
    const base::Argument who{"who", detail.nameOf(reply.creator)};
    if (reply.verdict == "pass")
        return phrase("{who} found a mark corrected", {who});
    if (reply.verdict == "fail")
        return phrase("{who} found a mark not corrected", {who});
    return phrase("{who} replied to a mark", {who});
}

}  // namespace

std::vector<StoryLine> storyOf(const api::CaseDetail& detail)
{
    std::vector<StoryLine> story;
    for (const auto& revision : detail.revisions)
        story.push_back({revision.received, cameIn(detail, revision), {}});
    for (const auto& record : detail.actions)
        story.push_back({record.at, whatOf(detail, record), record.request.reason});
    for (const auto& part : detail.children)
        if (part.child.state == forms::ChildState::Ended)
            story.push_back(
                {part.child.ended.value_or(detail.summary.received),
                 phrase("The part of {department} ended unsettled", {{"department", part.child.department}}),
                 {}});
    for (const auto& reply : detail.annotations)
        if (reply.motivation == forms::Motivation::Replying)
            story.push_back({reply.created, answered(detail, reply), reply.text});
    std::stable_sort(story.begin(), story.end(), [](const StoryLine& one, const StoryLine& other) {
        return one.at > other.at;
    });
    return story;
}

}  // namespace desk
