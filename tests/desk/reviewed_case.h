#pragma once

#include <desk/review_desk.h>

#include <fstream>
#include <iterator>
#include <string>

/// A case of 户口迁移 with two revisions at the back office, as a reviewer has it before her.
namespace reviewed {

inline const auto Now = base::parseTimestamp("2026-11-24T02:00:00.000Z").value();
inline const auto Id = base::CaseId::make(Now);

inline base::Timestamp at(int minutes)
{
    return Now + std::chrono::minutes(minutes);
}

inline std::shared_ptr<const forms::Guide> guide()
{
    std::ifstream file(std::string(OW_SOURCE_DIR) + "/forms/guides/hk-qy.guide.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return std::make_shared<const forms::Guide>(forms::readGuide(text).value());
}

inline forms::CourseEntry entry(forms::Act act, const std::string& by, int minutes)
{
    forms::CourseEntry entry;
    entry.act = act;
    entry.by = by;
    entry.role = forms::Role::Reviewer;
    entry.at = entry.noted = at(minutes);
    return entry;
}

/// Sealed and brought in twice, at minutes 0 and 100, and behind that what else happened.
inline forms::Course course(const std::vector<forms::CourseEntry>& more = {})
{
    forms::Course course;
    for (int revision = 1; revision <= 2; ++revision)
        for (const auto act : {forms::Act::Sealed, forms::Act::Arrived}) {
            append(course, entry(act, "clerk", revision == 1 ? 0 : 100));
            course.back().revision = revision;
        }
    for (const auto& each : more)
        append(course, each);
    return course;
}

/// Revision 1 came in at minute 0, revision 2 at minute 100.
inline desk::Dossier dossier()
{
    desk::Dossier dossier;
    dossier.guide = guide();
    auto& detail = dossier.detail;
    detail.summary.caseId = Id;
    detail.summary.revision = 2;
    detail.summary.state = forms::CaseState::Submitted;
    detail.revisions = {{1, {}, {}, at(0), "clerk"}, {2, {}, {}, at(100), "agent"}};
    for (int revision = 1; revision <= 2; ++revision) {
        forms::Manifest manifest;
        manifest.sealed.revision = revision;
        manifest.sealed.clerk = "clerk";
        dossier.revisions.push_back(manifest);
    }
    detail.course = course();
    dossier.shown = at(300);
    detail.people = {{"clerk", "窗口人员"}, {"reviewer", "审核人员"}};
    return dossier;
}

inline forms::Annotation mark(int revision, const std::string& point, const std::string& text)
{
    static int minutes = 0;
    forms::Annotation mark;
    mark.id = base::AnnotationId::make(at(++minutes));
    mark.creator = "reviewer";
    mark.created = at(revision == 1 ? 10 : 110);
    mark.caseId = Id;
    mark.revision = revision;
    mark.point = point;
    mark.verdict = "fail";
    mark.text = text;
    return mark;
}

inline forms::Annotation reply(const forms::Annotation& to, const std::string& verdict, int minutes)
{
    auto reply = to;
    reply.id = base::AnnotationId::make(at(500 + minutes));
    reply.created = at(minutes);
    reply.motivation = forms::Motivation::Replying;
    reply.inReplyTo = to.id;
    reply.verdict = verdict;
    reply.text.clear();
    return reply;
}

}  // namespace reviewed
