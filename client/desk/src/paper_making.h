#pragma once

#include "at_window.h"

#include <desk/case_view.h>
#include <desk/intake_desk.h>

#include <papers/case_facts.h>
#include <papers/notice_document.h>

namespace desk {

/// Whose series the number of a paper belongs to.
enum class PaperSeries {
    None,   ///< it has no number: it informs, or it is the applicant's own
    Hall,   ///< what the hall gives out for itself
    Issuer  ///< what the authority says, numbered by its 机关代字
};

[[nodiscard]] PaperSeries seriesOf(forms::PaperKind kind);

/// How many copies are usual.
[[nodiscard]] int usualCopies(forms::PaperKind kind);

/// Whether what the paper says follows from the office's course, once the case is there.
[[nodiscard]] bool isOfTheCourse(forms::PaperKind kind);

/// What stands beside a case when a paper is made at this window; borrows `office` and `calendar`.
[[nodiscard]] papers::Desk paperDesk(const api::Identity& user,
                                     const forms::Case& draft,
                                     const forms::Office& office,
                                     const forms::Calendar& calendar,
                                     base::Date today);

/// The case as the back office has it, for papers of its course.
[[nodiscard]] papers::NoticeFacts officeFacts(offline::Workplace& workplace,
                                              const CaseView& view,
                                              forms::PaperKind kind,
                                              const papers::Desk& desk);

/// What is to be put right, as the reviewer's marks and the guide say it.
[[nodiscard]] std::vector<papers::CorrectionItem> correctionItems(
    const forms::Guide& guide, const std::vector<forms::CorrectionItem>& items);

/// The next number of the paper in the window's own series; empty for kinds without one.
[[nodiscard]] base::Result<std::string> nextPaperNumber(offline::Workplace& workplace,
                                                        forms::PaperKind kind,
                                                        const papers::NoticeFacts& facts,
                                                        base::Date today);

/// A hand-over as it was told; nothing where the paper still lies here. Error BadArgument for an unknown way.
[[nodiscard]] base::Result<std::optional<forms::HandedOver>> handedOver(const Giving& giving,
                                                                        base::Timestamp now);

}  // namespace desk
