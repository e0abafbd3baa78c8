#pragma once

#include <base/clock.h>
#include <base/digest.h>
#include <base/ids.h>
#include <base/result.h>

#include <api/post_documents.h>
#include <forms/annotation.h>
#include <forms/case.h>
#include <forms/clocks.h>
#include <forms/course.h>
#include <forms/paper_kind.h>
#include <offline/workplace.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace desk {

/// How far the back office knows of a paper.
enum class PaperPlace {
    WithDraft,  ///< it travels with the revision that is being made
    Waiting,    ///< it waits in the outbox
    Parked,     ///< it does not go by itself
    Kept        ///< the back office has it
};

[[nodiscard]] std::string_view nameOf(PaperPlace place);  ///< "with-draft"

/// A paper of a case that is known here; its bytes lie here or at the back office under its digest.
struct KnownPaper {
    forms::PaperKind kind = forms::PaperKind::ReceiptSlip;
    std::string number;
    base::Digest sha256;
    base::ByteCount bytes;
    std::optional<base::Timestamp> made;  ///< absent in what earlier versions made
    int copies = 1;
    std::optional<forms::HandedOver> handed;
    std::vector<base::PageId> signedPages;
    PaperPlace place = PaperPlace::Kept;
    std::optional<api::DocumentRecord> record;  ///< as the back office has it or will have it

    bool operator==(const KnownPaper&) const = default;
};

/// What is known here of the course of a case.
struct KnownCourse {
    forms::Course course;                 ///< the office's copy, and behind it what happened here since
    std::optional<base::Timestamp> asOf;  ///< how old the office's copy is; absent: only the window's own is known
    std::vector<KnownPaper> papers;       ///< oldest first
    std::vector<forms::Annotation> marks; ///< the reviewer's, and replies
};

/// The course as the office told it last, with the papers made here that it was not told of yet, and with what happened to
/// the revision that is being made. Before anything came back, what the window knows itself.
[[nodiscard]] base::Result<KnownCourse> courseOf(offline::Workplace& workplace, const forms::Case& draft);

/// What the window's own part of the course is; a draft of a version without courses was received all the same.
[[nodiscard]] forms::Course windowPart(const forms::Case& draft);

/// The clocks of a case as the window shows them: one that is not handed in yet runs from its receipt as it will there.
[[nodiscard]] std::vector<forms::CaseClock> clocksAtWindow(const forms::Guide& guide,
                                                           std::span<const forms::CourseEntry> course,
                                                           const forms::Calendar& calendar,
                                                           const forms::Office& office,
                                                           base::Timestamp now);

/// The revision handed in last, as it was sealed here; nothing where it was not.
[[nodiscard]] std::optional<forms::Case> revisionBefore(offline::Workplace& workplace, const forms::Case& draft);

}  // namespace desk
