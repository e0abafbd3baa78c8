#include <desk/case_story.h>

#include <algorithm>
#include <optional>

namespace desk {

namespace {

using i18n::phrase;

/// How a part of a bundle ended; nothing while it is open.
std::optional<i18n::Phrase> whatOf(const api::CaseDetail& detail, const forms::ChildCase& part)
{
    const base::Argument who{"who", detail.nameOf(part.by)};
    const base::Argument department{"department", part.department};
    switch (part.state) {
    case forms::ChildState::Done: return phrase("{who}: the part of {department} is done", {who, department});
    case forms::ChildState::Refused:
        return phrase("{who}: the part of {department} is refused", {who, department});
    case forms::ChildState::Ended: return phrase("The part of {department} ended unsettled", {department});
    case forms::ChildState::Waiting:
    case forms::ChildState::Blocked:
    case forms::ChildState::Running: return std::nullopt;
    }
    return std::nullopt;
}

/// What its revisions tell already.
bool comesWithARevision(forms::Act act)
{
    return act == forms::Act::Received || act == forms::Act::Sealed || act == forms::Act::Arrived
           || act == forms::Act::Resubmitted || act == forms::Act::Deferred || act == forms::Act::Supplied;
}

i18n::Phrase whatOf(const api::CaseDetail& detail, const forms::CourseEntry& entry)
{
    const base::Argument who{"who", detail.nameOf(entry.by)};
    if (entry.act == forms::Act::Claimed)
        return phrase("{who} claimed the case", {who});
    if (entry.act == forms::Act::Released)
        return phrase("{who} gave the case back", {who});
    const auto action = base::word("action", titleOf(entry.act));
    if (entry.role == forms::Role::Clock)
        return phrase("By itself: {action}", {action});
    return phrase("{who}: {action}", {who, action});
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
    for (const auto& entry : detail.course)
        if (!comesWithARevision(entry.act))
            story.push_back({entry.noted, whatOf(detail, entry), entry.reason});
    for (const auto& part : detail.children)
        if (auto what = whatOf(detail, part.child))
            story.push_back(
                {part.child.ended.value_or(detail.summary.received), *std::move(what), part.child.note});
    for (const auto& reply : detail.annotations)
        if (reply.motivation == forms::Motivation::Replying)
            story.push_back({reply.created, answered(detail, reply), reply.text});
    std::stable_sort(story.begin(), story.end(), [](const StoryLine& one, const StoryLine& other) {
        return one.at > other.at;
    });
    return story;
}

}  // namespace desk
