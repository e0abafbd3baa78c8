#include <desk/case_course.h>

#include <forms/jws.h>
#include <forms/manifest.h>

#include <algorithm>

namespace desk {

namespace {

using forms::Act;

KnownPaper paperOf(const api::DocumentRecord& record, PaperPlace place)
{
    return {record.kind,
            record.number,
            record.sha256,
            record.bytes,
            record.made,
            record.copies,
            record.handed,
            record.signedPages,
            place,
            record};
}

std::optional<KnownPaper> paperOf(const forms::NoticeRecord& notice)
{
    const auto kind = forms::parsePaperKind(notice.kind);
    if (!kind)
        return std::nullopt;
    return KnownPaper{*kind,
                      notice.number,
                      notice.sha256,
                      notice.bytes,
                      notice.made,
                      notice.copies,
                      notice.handed,
                      notice.signedPages,
                      PaperPlace::WithDraft,
                      std::nullopt};
}

PaperPlace placeOf(offline::PaperState state)
{
    switch (state) {
    case offline::PaperState::Waiting: return PaperPlace::Waiting;
    case offline::PaperState::Parked: return PaperPlace::Parked;
    case offline::PaperState::Kept: return PaperPlace::Kept;
    }
    return PaperPlace::Kept;
}

forms::CourseEntry entryOf(Act act, base::Timestamp at, const api::DocumentRecord& record)
{
    forms::CourseEntry entry;
    entry.act = act;
    entry.at = at;
    entry.noted = at;
    entry.by = record.by;
    entry.role = forms::Role::Clerk;
    entry.site = record.site;
    entry.paper = nameOf(record.kind);
    return entry;
}

class Reading
{
  public:
    explicit Reading(const forms::Case& draft)
        : m_draft(draft)
    {}

    void take(const api::CaseDetail& detail)
    {
        m_known.course = detail.course;
        m_known.marks = detail.annotations;
        m_officeRevision = detail.summary.revision;
        for (const auto& document : detail.documents)
            add(paperOf(document, PaperPlace::Kept));
    }

    /// Papers made here after their case was sealed.
    void take(const offline::PaperEntry& entry)
    {
        const auto& record = entry.record;
        auto* known = find(record);
        const bool isNews = entry.state != offline::PaperState::Kept;
        if (known && !isNews)
            return;
        if (isNews && !known)
            append(m_known.course, entryOf(Act::NoticeMade, record.made, record));
        if (isNews && record.handed && !(known && known->handed)) {
            auto handed = entryOf(Act::NoticeHandedOver, record.handed->at, record);
            handed.taker = record.handed->to;
            append(m_known.course, std::move(handed));
        }
        auto paper = paperOf(record, placeOf(entry.state));
        if (known)
            *known = std::move(paper);
        else
            add(std::move(paper));
    }

    /// The revision that the office has not got yet.
    void takeDraft()
    {
        if (m_draft.revision <= m_officeRevision)
            return;
        for (auto entry : windowPart(m_draft))
            append(m_known.course, std::move(entry));
        for (const auto& notice : m_draft.notices)
            if (auto paper = paperOf(notice); paper && !findBytes(notice.sha256))
                add(std::move(*paper));
    }

    KnownCourse done(std::optional<base::Timestamp> pulled)
    {
        if (m_officeRevision > 0)
            m_known.asOf = pulled;
        return std::move(m_known);
    }

  private:
    void add(KnownPaper paper) { m_known.papers.push_back(std::move(paper)); }

    /// The same paper; one that went with a manifest got its id there.
    KnownPaper* find(const api::DocumentRecord& record)
    {
        for (auto& paper : m_known.papers)
            if (paper.record && (paper.record->id == record.id || paper.sha256 == record.sha256))
                return &paper;
        return nullptr;
    }

    [[nodiscard]] bool findBytes(const base::Digest& sha256) const
    {
        return std::any_of(m_known.papers.begin(), m_known.papers.end(), [&sha256](const KnownPaper& paper) {
            return paper.sha256 == sha256;
        });
    }

    const forms::Case& m_draft;
    KnownCourse m_known;
    int m_officeRevision = 0;
};

}  // namespace

std::string_view nameOf(PaperPlace place)
{
    switch (place) {
    case PaperPlace::WithDraft: return "with-draft";
    case PaperPlace::Waiting: return "waiting";
    case PaperPlace::Parked: return "parked";
    case PaperPlace::Kept: return "kept";
    }
    return {};
}

forms::Course windowPart(const forms::Case& draft)
{
    if (draft.revision > 1 || forms::findLast(draft.course, Act::Received))
        return draft.course;
    forms::CourseEntry received;
    received.act = Act::Received;
    received.at = draft.received;
    received.noted = draft.received;
    received.by = draft.clerk;
    received.role = forms::Role::Clerk;
    received.revision = draft.revision;
    forms::Course course;
    append(course, std::move(received));
    for (const auto& entry : draft.course)
        append(course, entry);
    return course;
}

base::Result<KnownCourse> courseOf(offline::Workplace& workplace, const forms::Case& draft)
{
    Reading reading(draft);
    const auto detail = workplace.inbox().detail(draft.id);
    if (!detail && detail.error().code != base::ErrorCode::NotFound)
        return base::passOn(detail);
    if (detail)
        reading.take(*detail);
    const auto papers = workplace.papers().ofCase(draft.id);
    if (!papers)
        return base::passOn(papers);
    const auto pulled = workplace.inbox().pulled();
    if (!pulled)
        return base::passOn(pulled);
    // What came before the office knew anything stands before what was made since.
    if (!detail)
        reading.takeDraft();
    for (const auto& entry : *papers)
        reading.take(entry);
    if (detail)
        reading.takeDraft();
    return reading.done(*pulled);
}

std::vector<forms::CaseClock> clocksAtWindow(const forms::Guide& guide,
                                             std::span<const forms::CourseEntry> course,
                                             const forms::Calendar& calendar,
                                             const forms::Office& office,
                                             base::Timestamp now)
{
    forms::Course handedIn(course.begin(), course.end());
    const auto state = forms::stateOf(course);
    if (state == forms::CaseState::Draft || state == forms::CaseState::Sealed) {
        forms::CourseEntry arrived;
        arrived.act = Act::Arrived;
        arrived.at = arrived.noted = now;
        append(handedIn, std::move(arrived));
    }
    return forms::clocks(guide, handedIn, calendar, office, now);
}

std::optional<forms::Case> revisionBefore(offline::Workplace& workplace, const forms::Case& draft)
{
    if (draft.revision < 2)
        return std::nullopt;
    const auto manifest = workplace.outbox().manifestJws(draft.id, draft.revision - 1);
    const auto jws = manifest ? forms::peekJws(*manifest) : base::Result<forms::Jws>(base::passOn(manifest));
    auto before = jws ? forms::manifestFromJson(jws->payload)
                      : base::Result<forms::Manifest>(base::passOn(jws));
    if (!before)
        return std::nullopt;
    return std::move(before->sealed);
}

}  // namespace desk
