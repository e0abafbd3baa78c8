// Papers of a case: made once, numbered once, kept, and told to the back office.
#include <desk/intake_desk.h>

#include "draft_course.h"
#include "paper_making.h"

#include <forms/applicant.h>
#include <forms/law.h>
#include <papers/notice.h>
#include <papers/notice_pdf.h>
#include <papers/unprintable.h>

#include <algorithm>

namespace desk {

using base::ErrorCode;
using base::fail;
using base::passOn;
using forms::CaseState;
using forms::PaperKind;

namespace {

constexpr std::string_view Pdf = "application/pdf";

bool isDue(const CaseView& view, PaperKind kind)
{
    return std::any_of(view.papersDue.begin(), view.papersDue.end(), [kind](const forms::PaperDue& due) {
        return due.kind == kind;
    });
}

const KnownPaper* newestOf(const CaseView& view, PaperKind kind)
{
    const auto& papers = view.known.papers;
    const auto found = std::find_if(
        papers.rbegin(), papers.rend(), [kind](const KnownPaper& paper) { return paper.kind == kind; });
    return found == papers.rend() ? nullptr : &*found;
}

/// A one-time notice after the time for it is over is none any more (行政许可法 art. 32(4)).
std::vector<i18n::Phrase> warningsOf(const CaseView& view, PaperKind kind)
{
    std::vector<i18n::Phrase> warnings;
    for (const auto& clock : view.clocks)
        if (kind == PaperKind::OneTimeNotice && clock.kind == forms::ClockKind::Correction
            && clock.light == forms::Light::Red && clock.deadline.date
            && forms::silenceAccepts(view.guide->limits.correction))
            warnings.push_back(
                i18n::phrase("The time to tell what is lacking ended on {date}: the application counts as accepted from "
                             "its receipt, and the supervisor is told.",
                             {{"date", base::formatDate(*clock.deadline.date)}}));
    return warnings;
}

/// Makes the bytes of a paper.
base::Result<PrintedNotice> rendered(PaperKind kind, const papers::NoticeFacts& facts)
{
    const auto document = papers::noticeDocument(kind, facts);
    if (!document)
        return passOn(document);
    auto pdf = papers::noticePdf(*document);
    if (!pdf)
        return passOn(pdf);
    PrintedNotice printed{kind, std::move(*pdf), {}};
    printed.sha256 = base::Digest::of(printed.pdf);
    printed.number = facts.paperNumber;
    printed.unprintable = papers::unprintable(*document);
    return printed;
}

/// Whether there is such a paper to be made at all, before it costs a number.
base::Status canBeMade(PaperKind kind, const papers::NoticeFacts& facts)
{
    const auto document = papers::noticeDocument(kind, facts);
    return document ? base::Status() : base::Status(passOn(document));
}

const forms::NoticeRecord* recordOf(const forms::Case& draft, PaperKind kind)
{
    const auto found =
        std::find_if(draft.notices.begin(), draft.notices.end(), [kind](const forms::NoticeRecord& notice) {
            return notice.kind == nameOf(kind);
        });
    return found == draft.notices.end() ? nullptr : &*found;
}

/// A record of this revision may be made anew under its number; one that went with an earlier revision is final.
bool isOfThisRevision(const CaseView& view, const forms::NoticeRecord& record)
{
    const auto& papers = view.known.papers;
    return std::none_of(papers.begin(), papers.end(), [&record](const KnownPaper& paper) {
        return paper.sha256 == record.sha256 && paper.place != PaperPlace::WithDraft;
    });
}

tl::unexpected<base::Error> handedBefore(const forms::HandedOver& handed)
{
    return fail(ErrorCode::Conflict,
                "This paper was handed over on {date} already.",
                {{"date", base::formatDate(base::hallDate(handed.at))}});
}

}  // namespace

base::Result<PrintedNotice> IntakeDesk::notice(base::CaseId id,
                                               PaperKind kind,
                                               const Giving& giving,
                                               const FetchBytes& fetch)
{
    const auto view = this->view(id);
    if (!view)
        return passOn(view);
    const bool isDraft = view->draft.state == CaseState::Draft;
    // A list of materials is for whoever asks, and of a sealed case nobody can be entered any more.
    if (kind != PaperKind::MaterialList && isDraft)
        if (auto named = forms::checkApplicant(*view->guide, view->draft); !named)
            return passOn(named);
    const bool ofTheOffice =
        !isDraft || (view->draft.revision > 1 && isOfTheCourse(kind) && isDue(*view, kind));
    if (!ofTheOffice || kind == PaperKind::MaterialList)
        return noticeOfDraft(*view, kind, giving);
    if (const auto* paper = newestOf(*view, kind); paper && !isDue(*view, kind))
        return printAgain(*view, *paper, giving, fetch);
    return noticeOfCourse(*view, kind, giving);
}

base::Result<PrintedNotice> IntakeDesk::noticeOfDraft(const CaseView& view,
                                                      PaperKind kind,
                                                      const Giving& giving)
{
    const auto session = m_workplace.sessions().current();
    const auto calendar = m_workplace.catalogue().calendar();
    const auto office = m_workplace.catalogue().office();
    const auto by = atWindow(m_workplace);
    if (!session || !calendar || !office || !by)
        return !session ? passOn(session) : !calendar ? passOn(calendar) : !office ? passOn(office) : passOn(by);
    const auto handed = handedOver(giving, by->now);
    if (!handed)
        return passOn(handed);
    const auto today = base::hallDate(by->now);
    const auto desk = paperDesk(session->user, view.draft, *office, *calendar, today);
    auto facts = papers::factsOf(*view.guide, view.draft, view.completeness, desk);
    if (kind == PaperKind::MaterialList) {
        // It informs, and is no paper of the case.
        const auto recorded =
            m_workplace.audit().record(by->user, "case.notice", view.draft.id, forms::nameOf(kind));
        return recorded ? rendered(kind, facts) : passOn(recorded);
    }
    const auto* record = recordOf(view.draft, kind);
    if (record && record->bytes.value > 0 && isOfThisRevision(view, *record)) {
        // The same facts as on the day it was made give the same bytes: then it is that paper.
        auto before = desk;
        before.today = base::hallDate(record->made.value_or(by->now));
        auto same = papers::factsOf(*view.guide, view.draft, view.completeness, before);
        facts.paperNumber = same.paperNumber = record->number;
        auto printed = rendered(kind, same);
        if (printed && printed->sha256 == record->sha256)
            return keepDraftPaper(view, std::move(*printed), *record, *handed, giving.copies);
    }
    if (auto possible = canBeMade(kind, facts); !possible)
        return passOn(possible);
    if (facts.paperNumber.empty()) {
        auto number = nextPaperNumber(m_workplace, kind, facts, today);
        if (!number)
            return passOn(number);
        facts.paperNumber = std::move(*number);
    }
    auto printed = rendered(kind, facts);
    if (!printed)
        return passOn(printed);
    const auto kept = m_workplace.pages().keep(printed->pdf);
    if (!kept)
        return passOn(kept);
    forms::NoticeRecord made{std::string(nameOf(kind)), printed->sha256};
    made.number = facts.paperNumber;
    made.bytes = kept->bytes;
    made.made = by->now;
    made.copies = usualCopies(kind);
    return keepDraftPaper(view, std::move(*printed), std::move(made), *handed, giving.copies);
}

/// Notes in the draft that a paper was made, or printed again, and whom it was handed to.
base::Result<PrintedNotice> IntakeDesk::keepDraftPaper(const CaseView& view,
                                                       PrintedNotice printed,
                                                       forms::NoticeRecord record,
                                                       const std::optional<forms::HandedOver>& handed,
                                                       int copies)
{
    const auto by = atWindow(m_workplace);
    if (!by)
        return passOn(by);
    if (record.handed && handed)
        return handedBefore(*record.handed);
    if (copies > 0)
        record.copies = copies;
    printed.copies = record.copies;
    printed.handed = handed ? handed : record.handed;
    printed.warnings = warningsOf(view, printed.kind);
    const auto noted =
        step(view.draft.id, "case.notice", [&](forms::Case& draft, const forms::Guide&) -> base::Status {
            const auto* known = recordOf(draft, printed.kind);
            if (!known || known->sha256 != record.sha256)
                notePaper(draft, record, *by);
            for (auto& notice : draft.notices)
                if (notice.kind == record.kind)
                    notice.copies = record.copies;
            if (handed)
                noteHandedOver(draft, printed.kind, *handed, *by);
            return {};
        });
    if (!noted)
        return passOn(noted);
    return printed;
}

base::Result<PrintedNotice> IntakeDesk::noticeOfCourse(const CaseView& view,
                                                       PaperKind kind,
                                                       const Giving& giving)
{
    const auto session = m_workplace.sessions().current();
    const auto calendar = m_workplace.catalogue().calendar();
    const auto office = m_workplace.catalogue().office();
    const auto by = atWindow(m_workplace);
    if (!session || !calendar || !office || !by)
        return !session ? passOn(session) : !calendar ? passOn(calendar) : !office ? passOn(office) : passOn(by);
    const auto handed = handedOver(giving, by->now);
    if (!handed)
        return passOn(handed);
    const auto today = base::hallDate(by->now);
    const auto desk = paperDesk(session->user, view.draft, *office, *calendar, today);
    auto facts = isOfTheCourse(kind)
                     ? officeFacts(m_workplace, view, kind, desk)
                     : papers::factsOf(*view.guide, view.draft, view.completeness, desk);
    if (auto possible = canBeMade(kind, facts); !possible)
        return passOn(possible);
    auto number = nextPaperNumber(m_workplace, kind, facts, today);
    if (!number)
        return passOn(number);
    facts.paperNumber = std::move(*number);
    auto printed = rendered(kind, facts);
    if (!printed)
        return passOn(printed);
    const auto kept = m_workplace.pages().keep(printed->pdf);
    if (!kept)
        return passOn(kept);
    api::DocumentRecord record;
    record.id = base::DocumentId::make(by->now);
    record.kind = kind;
    record.number = facts.paperNumber;
    record.sha256 = kept->sha256;
    record.type = Pdf;
    record.bytes = kept->bytes;
    record.made = by->now;
    record.by = by->user;
    record.site = by->site;
    record.copies = giving.copies > 0 ? giving.copies : usualCopies(kind);
    record.handed = *handed;
    printed->copies = record.copies;
    printed->handed = record.handed;
    printed->warnings = warningsOf(view, kind);
    if (auto noted = notePaperOfCourse(view.draft.id, record, by->user); !noted)
        return passOn(noted);
    return printed;
}

base::Status IntakeDesk::notePaperOfCourse(base::CaseId id,
                                           const api::DocumentRecord& record,
                                           const std::string& user)
{
    return m_workplace.database().transact([&]() -> base::Status {
        if (auto put = m_workplace.papers().put(id, record); !put)
            return put;
        return m_workplace.audit().record(user, "case.notice", id, forms::nameOf(record.kind));
    });
}

base::Result<PrintedNotice> IntakeDesk::printAgain(const CaseView& view,
                                                   const KnownPaper& paper,
                                                   const Giving& giving,
                                                   const FetchBytes& fetch)
{
    const auto by = atWindow(m_workplace);
    if (!by)
        return passOn(by);
    const auto handed = handedOver(giving, by->now);
    if (!handed)
        return passOn(handed);
    auto bytes = m_workplace.pages().read(paper.sha256);
    if (!bytes && bytes.error().code == ErrorCode::NotFound && fetch) {
        bytes = fetch(paper.sha256);
        if (bytes)
            if (auto kept = m_workplace.pages().keep(*bytes); !kept)
                return passOn(kept);
    }
    if (!bytes)
        return passOn(bytes);
    PrintedNotice printed{paper.kind, std::move(*bytes), paper.sha256, paper.number, paper.copies, paper.handed};
    if (!*handed) {
        const auto recorded = m_workplace.audit().record(
            by->user, "case.notice", view.draft.id, forms::nameOf(paper.kind));
        return recorded ? base::Result<PrintedNotice>(std::move(printed)) : passOn(recorded);
    }
    if (paper.handed)
        return handedBefore(*paper.handed);
    if (!paper.record)
        return fail(ErrorCode::NotAllowed,
                    "Whom this paper was handed to is noted when the back office has the case. Send it first.");
    auto record = *paper.record;
    record.handed = *handed;
    printed.handed = record.handed;
    if (auto noted = notePaperOfCourse(view.draft.id, record, by->user); !noted)
        return passOn(noted);
    return printed;
}

}  // namespace desk
