#pragma once

#include <base/result.h>

#include <desk/answer_text.h>
#include <desk/case_view.h>
#include <desk/earlier_case.h>
#include <desk/scan_progress.h>
#include <desk/taken_over.h>
#include <forms/deferral.h>
#include <forms/guide_difference.h>
#include <forms/sealed_case.h>
#include <forms/paper_kind.h>
#include <offline/workplace.h>
#include <scanner/scan_source.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

/// Whether the back office can be asked now. Without it only cards read and forms filled here exempt a material.
enum class Line { There, Gone };

/// One field as typed. `form` may be empty where the guide has one form. `field` is a pointer or a top-level name;
/// empty text empties the field.
struct FieldText {
    std::string form;
    std::string field;
    std::string text;
};

/// What is noted of a paper when it is made or printed again.
struct Giving {
    std::string to;   ///< whom it was handed to; empty: it still lies here
    std::string how;  ///< "person", "agent", "mail"; empty: in person
    int copies = 0;   ///< 0: as many as are usual
};

/// A paper as it comes out of the printer.
struct PrintedNotice {
    forms::PaperKind kind;
    std::string pdf;
    base::Digest sha256;
    std::string number = {};
    int copies = 1;
    std::optional<forms::HandedOver> handed = {};
    std::vector<std::string> unprintable = {};  ///< characters that no font of this machine has
    std::vector<i18n::Phrase> warnings = {};    ///< what whoever makes it should know
};

/// Brings the bytes of a paper that are no longer here.
using FetchBytes = std::function<base::Result<std::string>(const base::Digest&)>;

/// Whether an applicant whom an unmet condition ends insists on being accepted and refused (行政许可法 art. 38).
enum class Insistence { No, Insists };

/// What another version of the guide would mean for a draft.
struct VersionOffer {
    std::shared_ptr<const forms::Guide> newer;
    std::vector<forms::GuideDifference> differences;
    std::vector<i18n::Phrase> dropped;  ///< of this case, would it go over
};

/// A draft that went over, and what of it did not.
struct AdoptedView {
    CaseView view;
    std::vector<i18n::Phrase> dropped;
};

struct ScanOutcome {
    std::vector<base::PageId> pages;  ///< kept, in order; safe on disk
    scanner::BatchEnd end;
};

/// Everything a clerk does with a case from the first question to the seal. Each verb is one step: it loads, changes
/// and saves the case in one transaction, writes the audit log under the name of who is logged in, and returns the
/// case as it stands. Only here scanner and case meet. Used by one thread with its own Workplace.
///
/// Errors of every verb: LoginNeeded (nobody is logged in), NotFound (no such case, question, material, page),
/// NotAllowed (the case is sealed or over: `reopen` first), Conflict, Damaged.
class IntakeDesk
{
  public:
    IntakeDesk(offline::Workplace& workplace, Line line);

    /// The line came or went: exemptions by data sharing hang on it.
    void setLine(Line line) { m_line = line; }

    /// A new draft of the matter's guide in force today, with its provisional number; its forms begin with the defaults
    /// of their schemas.
    [[nodiscard]] base::Result<CaseView> open(std::string_view matter);

    /// The name the case goes by: one of the guide's local sub-items, kept on everything printed and sent, while the
    /// case is reported under the guide's own code; empty = the guide's name again. Error NotFound: no such sub-item.
    [[nodiscard]] base::Result<CaseView> nameLocally(base::CaseId id, std::string_view name);

    [[nodiscard]] base::Result<CaseView> view(base::CaseId id);  ///< recorded as a view
    /// The same case again, while it lies open: no new look, so nothing is recorded.
    [[nodiscard]] base::Result<CaseView> reload(base::CaseId id) const;
    [[nodiscard]] base::Result<forms::Completeness> check(const forms::Case& draft,
                                                          const forms::Guide& guide) const;

    // The situation and the forms. What a question computes from a field (`derive:`) is answered by the program as
    // soon as the field holds it, and stays what the field says. Papers stay with their people whatever becomes of the rows
    // that name them (forms::followPeople); those of who went are in the bin afterwards, and CaseView::people says so.
    [[nodiscard]] base::Result<CaseView> answer(base::CaseId id, const std::vector<AnswerText>& answers);
    [[nodiscard]] base::Result<CaseView> fill(base::CaseId id, const std::vector<FieldText>& fields);
    [[nodiscard]] base::Result<CaseView> fillForm(base::CaseId id,
                                                  std::string_view form,
                                                  const forms::FormData& data);

    /// The cases here that the guide takes something from (`case:<matter>.<field>`), newest first, at most 20: of the
    /// same applicant, or of anybody while the applicant is not known. Not the withdrawn ones, nor those without people.
    [[nodiscard]] base::Result<OtherCases> otherCases(base::CaseId id) const;
    /// One of them, by its number or its id's text, to fill the draft from; recorded as viewed. Error BadArgument: the
    /// guide takes nothing from it.
    [[nodiscard]] base::Result<EarlierCase> otherCase(base::CaseId id, std::string_view named);
    /// Fills what the guide takes from such a case and is still empty. Errors as `otherCase`.
    [[nodiscard]] base::Result<CaseView> takeFrom(base::CaseId id, base::CaseId otherId);
    /// The newest case taken in here of the same applicant (found by keyed hash of the identity number), of the same
    /// matter where there is one; nothing while the applicant is not known or was never here. Recorded as a view of
    /// that case.
    [[nodiscard]] base::Result<std::optional<EarlierCase>> earlierCase(base::CaseId id);
    /// Adds somebody by hand, or changes who has that key there; an empty key is given anew. Error BadArgument: no role, no
    /// name, or a kind of paper that there is not. Conflict: the key is that of somebody in a form, or who went.
    [[nodiscard]] base::Result<CaseView> putParty(base::CaseId id, const forms::Party& party);
    [[nodiscard]] base::Result<CaseView> removeParty(base::CaseId id, std::string_view key);
    /// Brings back somebody who went, with his row and its papers (forms::bringBack).
    [[nodiscard]] base::Result<CaseView> restoreParty(base::CaseId id, std::string_view key);

    // Pages.
    /// Scans one batch; every page is kept and put to its place before `progress` hears of it. A fault is no error:
    /// it stands in the outcome, with the pages kept before it. With `instead` the first page takes that page's place.
    [[nodiscard]] base::Result<ScanOutcome> scan(base::CaseId id,
                                                 const MaterialPlace& place,
                                                 scanner::ScanSource& source,
                                                 const scanner::ScanRequest& request,
                                                 ScanProgress& progress,
                                                 std::stop_token stop,
                                                 std::optional<base::PageId> instead = std::nullopt);

    /// Keeps files as given: JPEG and TIFF images. Error BadInput names the file that is none; those before it stay.
    [[nodiscard]] base::Result<CaseView> attach(base::CaseId id,
                                                const MaterialPlace& place,
                                                const std::vector<std::filesystem::path>& files);
    [[nodiscard]] base::Result<CaseView> replaceByFile(base::CaseId id,
                                                       base::PageId page,
                                                       const std::filesystem::path& file);

    /// `position` counts from 0 within the place; beyond the end means last. A page from the bin is a page again: so one of
    /// somebody who went is put to another.
    [[nodiscard]] base::Result<CaseView> movePage(base::CaseId id,
                                                  base::PageId page,
                                                  const MaterialPlace& to,
                                                  std::size_t position);
    [[nodiscard]] base::Result<CaseView> rotatePage(base::CaseId id, base::PageId page, int degrees);
    [[nodiscard]] base::Result<CaseView> discardPage(base::CaseId id, base::PageId page);
    [[nodiscard]] base::Result<CaseView> restorePage(base::CaseId id, base::PageId page);
    [[nodiscard]] base::Result<std::string> pageImage(const base::Digest& page);

    /// Pages a crash left in the spool are kept and put to their case; says how many.
    [[nodiscard]] base::Result<int> recoverSpool();

    // Materials.
    /// The days the material may be put off to, from today.
    [[nodiscard]] base::Result<forms::DeferralRange> deferralRange(const forms::Guide& guide,
                                                                   const forms::Material& material) const;
    /// Error BadArgument: the guide does not let it be handed in later, or not on that day.
    [[nodiscard]] base::Result<CaseView> defer(base::CaseId id, const MaterialPlace& place, base::Date due);
    [[nodiscard]] base::Result<CaseView> exempt(base::CaseId id,
                                                const MaterialPlace& place,
                                                std::string_view by,
                                                std::string_view reference);
    /// Takes back deferral and exemption.
    [[nodiscard]] base::Result<CaseView> demand(base::CaseId id, const MaterialPlace& place);
    [[nodiscard]] base::Result<CaseView> recordPoint(base::CaseId id,
                                                     const MaterialPlace& place,
                                                     std::string_view point,
                                                     forms::PointVerdict verdict,
                                                     std::string_view note);
    [[nodiscard]] base::Result<CaseView> recordPaper(base::CaseId id,
                                                     const MaterialPlace& place,
                                                     const forms::PaperCount& paper);
    [[nodiscard]] base::Result<CaseView> recordFact(base::CaseId id,
                                                    const MaterialPlace& place,
                                                    std::string_view name,
                                                    std::string_view value);

    // The version of the guide (intake_version.cpp).
    /// The version in force today beside the draft's own; nothing where they are the same, the matter is no longer
    /// offered, or the case was handed in before.
    [[nodiscard]] base::Result<std::optional<VersionOffer>> versionOffer(base::CaseId id) const;

    /// Takes the draft over to the version in force today, keeping all that still applies, and checks it anew. Nobody
    /// else ever does: an update touches no draft. Errors NotFound (no other version is in force), NotAllowed.
    [[nodiscard]] base::Result<AdoptedView> adopt(base::CaseId id);

    // Out of hand.
    /// Makes a paper of the case, or gives out again the one that was made: with its number, byte for byte. Before sealing a
    /// paper is made anew, under its number, only when what it says has changed; it travels with the case. After sealing
    /// what the course makes due is made once, kept, and told to the back office as soon as there is a line; its bytes are
    /// brought by `fetch` where they are no longer here. Errors: NotAllowed for a kind that is not drawn, or that the
    /// matter's law does not know; BadArgument where there is nothing to say; NotAcceptable while nobody applies; Conflict:
    /// it was handed over already.
    [[nodiscard]] base::Result<PrintedNotice> notice(base::CaseId id,
                                                     forms::PaperKind kind,
                                                     const Giving& giving = {},
                                                     const FetchBytes& fetch = {});

    /// Seals with the clerk's key and puts the revision into the outbox, in one transaction. Without the line a matter that
    /// may not be accepted so is sealed for receipt. Errors as forms::checkSealable, and NotAcceptable while a mark of the
    /// reviewer is not answered; by a stale catalogue only `Receipt` goes; BadInput where the clock was changed.
    [[nodiscard]] base::Result<forms::SealedCase> seal(
        base::CaseId id,
        forms::SealPurpose purpose = forms::SealPurpose::Acceptance,
        Insistence insistence = Insistence::No);

    /// The next revision of a case that came back (Returned, CorrectionRequested), or of one that was accepted while a
    /// material that was put off is still to come, as a draft that names the one before. NotAllowed in any other state;
    /// a correction under `scdj19` is a new case naming the old one. After acceptance the draft takes only what was put off:
    /// every other change is NotAllowed (forms::checkSupplementStep).
    [[nodiscard]] base::Result<CaseView> reopen(base::CaseId id);

    /// Answers a mark of the reviewer. What is changed at a mark answers it by itself; this is for what stays as it is,
    /// with the reason the reviewer reads, and where it is not known here how it was. Errors NotFound, and as
    /// forms::checkAnswer.
    [[nodiscard]] base::Result<CaseView> answerMark(base::CaseId id, const forms::MarkAnswer& answer);

    /// A draft that isOnlyHere() is closed; error NotAllowed for any other.
    [[nodiscard]] base::Result<CaseView> withdrawDraft(base::CaseId id, std::string_view reason);

  private:
    class Keeper;
    using Change = std::function<base::Status(forms::Case&, const forms::Guide&)>;

    [[nodiscard]] base::Result<CaseView> step(base::CaseId id, std::string_view what, const Change& change);
    [[nodiscard]] base::Result<CaseView> viewOf(forms::Case draft) const;
    [[nodiscard]] base::Status lookBeside(CaseView& view) const;
    [[nodiscard]] base::Status lookAtCourse(CaseView& view) const;
    [[nodiscard]] base::Status prepareSeal(forms::Case& draft,
                                           const forms::Guide& guide,
                                           const std::string& user,
                                           Insistence insistence) const;
    [[nodiscard]] base::Result<PrintedNotice> noticeOfDraft(const CaseView& view,
                                                            forms::PaperKind kind,
                                                            const Giving& giving);
    [[nodiscard]] base::Result<PrintedNotice> noticeOfCourse(const CaseView& view,
                                                             forms::PaperKind kind,
                                                             const Giving& giving);
    [[nodiscard]] base::Result<PrintedNotice> keepDraftPaper(const CaseView& view,
                                                             PrintedNotice printed,
                                                             forms::NoticeRecord record,
                                                             const std::optional<forms::HandedOver>& handed,
                                                             int copies);
    [[nodiscard]] base::Status notePaperOfCourse(base::CaseId id,
                                                 const api::DocumentRecord& record,
                                                 const std::string& user);
    [[nodiscard]] base::Result<PrintedNotice> printAgain(const CaseView& view,
                                                         const KnownPaper& paper,
                                                         const Giving& giving,
                                                         const FetchBytes& fetch);
    [[nodiscard]] base::Result<std::vector<forms::Finding>> duplicatesOf(const CaseView& view) const;
    [[nodiscard]] base::Result<std::shared_ptr<const forms::Guide>> newerThan(const forms::Case& draft) const;
    [[nodiscard]] base::Result<std::string> user() const;
    [[nodiscard]] base::Result<forms::Page> pageOfFile(const std::filesystem::path& file) const;
    [[nodiscard]] base::Result<int> recoverBatch(const offline::SpoolLeftover& leftover);

    offline::Workplace& m_workplace;
    Line m_line;
};

}  // namespace desk
