#include <desk/case_story.h>

#include <forms/citation.h>
#include <forms/flag.h>
#include <forms/paper_kind.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace desk {

namespace {

using forms::Act;
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

i18n::Phrase cameIn(const api::CaseDetail& detail, const forms::CourseEntry& entry)
{
    const auto revision =
        std::find_if(detail.revisions.begin(), detail.revisions.end(), [&entry](const auto& each) {
            return each.revision == entry.revision.value_or(1);
        });
    const auto& carrier = revision == detail.revisions.end() ? entry.by : revision->carrier;
    return phrase("Revision {revision} came in, brought by {who}",
                  {{"revision", std::to_string(entry.revision.value_or(1))}, {"who", detail.nameOf(carrier)}});
}

i18n::Phrase whatOf(const api::CaseDetail& detail, const forms::CourseEntry& entry)
{
    const base::Argument who{"who", detail.nameOf(entry.by)};
    if (entry.act == Act::Claimed)
        return phrase("{who} claimed the case", {who});
    if (entry.act == Act::Released)
        return phrase("{who} gave the case back", {who});
    if (entry.act == Act::Arrived)
        return cameIn(detail, entry);
    const auto action = base::word("action", titleOf(entry.act));
    if (entry.role == forms::Role::Clock)
        return phrase("By itself: {action}", {action});
    return phrase("{who}: {action}", {who, action});
}

std::vector<std::string> groundsOf(const forms::Guide& guide, const forms::CourseEntry& entry)
{
    std::vector<std::string> grounds;
    for (const auto& cite : entry.cites)
        if (auto text = forms::citedText(guide, forms::citationOf(guide, cite)); !text.empty())
            grounds.push_back(std::move(text));
    return grounds;
}

std::string procedureName(const forms::Guide& guide, const std::string& code)
{
    for (const auto& procedure : guide.limits.specialProcedures)
        if (procedure.code == code)
            return procedure.name;
    return code;
}

std::optional<i18n::Phrase> lengthOf(const forms::Period& period)
{
    const std::vector<base::Argument> n{{"n", std::to_string(period.n.value_or(0))}};
    switch (period.unit) {
    case forms::TimeUnit::Workday: return phrase("for {n} working days", n);
    case forms::TimeUnit::Day: return phrase("for {n} days", n);
    case forms::TimeUnit::Month: return phrase("for {n} months", n);
    case forms::TimeUnit::Hour: return phrase("for {n} hours", n);
    case forms::TimeUnit::Minute: return phrase("for {n} minutes", n);
    case forms::TimeUnit::WorkHour: return phrase("for {n} working hours", n);
    case forms::TimeUnit::OnSpot:
    case forms::TimeUnit::None: break;
    }
    return std::nullopt;
}

i18n::Phrase howText(const std::string& how)
{
    if (how == "agent")
        return phrase("to an agent");
    return how == "mail" ? phrase("by mail") : phrase("in person");
}

std::vector<i18n::Phrase> detailsOf(const forms::Guide& guide, const forms::CourseEntry& entry)
{
    std::vector<i18n::Phrase> details;
    if (!entry.paper.empty())
        if (const auto kind = forms::parsePaperKind(entry.paper))
            details.push_back(phrase(std::string(titleOf(*kind))));
    if (entry.act == Act::Flagged || entry.act == Act::FlagSettled)
        for (const auto& cite : entry.cites)
            if (const auto cause = forms::parseFlagCause(cite))
                details.push_back(phrase(std::string(titleOf(*cause))));
    if (!entry.procedure.empty())
        details.push_back(phrase("special procedure: {procedure}",
                                 {{"procedure", procedureName(guide, entry.procedure)}}));
    if (entry.period)
        if (auto length = lengthOf(*entry.period))
            details.push_back(std::move(*length));
    if (entry.until)
        details.push_back(phrase("until {date}", {{"date", base::formatDate(*entry.until)}}));
    if (!entry.taker.empty())
        details.push_back(phrase("taken by {name}", {{"name", entry.taker}}));
    if (entry.act == Act::Delivered && !entry.cites.empty())
        details.push_back(howText(entry.cites.front()));
    return details;
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

std::vector<StoryLine> storyOf(const api::CaseDetail& detail, const forms::Guide& guide)
{
    // Told in the order in which it was written down: what counts from an earlier day was not known before.
    std::vector<std::pair<base::Timestamp, StoryLine>> told;
    for (auto entry = detail.course.rbegin(); entry != detail.course.rend(); ++entry)
        told.push_back({entry->noted,
                        {entry->at,
                         whatOf(detail, *entry),
                         entry->reason,
                         groundsOf(guide, *entry),
                         detailsOf(guide, *entry)}});
    for (const auto& part : detail.children)
        if (auto what = whatOf(detail, part.child)) {
            const auto ended = part.child.ended.value_or(detail.summary.received);
            told.push_back({ended, {ended, *std::move(what), part.child.note, {}, {}}});
        }
    for (const auto& reply : detail.annotations)
        if (reply.motivation == forms::Motivation::Replying)
            told.push_back({reply.created, {reply.created, answered(detail, reply), reply.text, {}, {}}});
    std::stable_sort(told.begin(), told.end(), [](const auto& one, const auto& other) {
        return one.first > other.first;
    });
    std::vector<StoryLine> story;
    for (auto& [noted, line] : told)
        story.push_back(std::move(line));
    return story;
}

}  // namespace desk
