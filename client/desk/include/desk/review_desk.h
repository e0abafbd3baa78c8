#pragma once

#include <base/result.h>

#include <desk/correction.h>

#include <api/get_case.h>
#include <api/get_cases.h>
#include <api/post_actions.h>
#include <forms/annotation.h>
#include <forms/case_difference.h>
#include <forms/clocks.h>
#include <forms/field_mark.h>
#include <forms/guide.h>
#include <forms/manifest.h>
#include <forms/office.h>
#include <offline/back_office_client.h>
#include <offline/sign_in.h>
#include <offline/workplace.h>

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

/// A case as a reviewer has it before him: every revision read, the guide version it was sealed with, and what its clocks
/// are reckoned by.
struct Dossier {
    api::CaseDetail detail;
    std::vector<forms::Manifest> revisions;  ///< parallel to detail.revisions
    std::shared_ptr<const forms::Guide> guide;
    forms::Calendar calendar = {};  ///< those of this workstation
    forms::Office office = {};
    base::Timestamp shown = {};  ///< when it was asked for

    [[nodiscard]] std::vector<forms::CaseClock> clocks() const;

    /// The newest revision and the one before it, as the check wants them: parties stand in the forms.
    [[nodiscard]] std::vector<forms::CaseDifference> changes() const;

    [[nodiscard]] const forms::Manifest& newest() const { return revisions.back(); }
};

/// The step a reviewer takes, in his words.
struct ReviewStep {
    api::RequestedAction action;
    std::string reason;
    std::vector<std::string> cites;  ///< forms/citation.h; SettleFlag: the cause
    std::optional<base::Date> until;
    std::optional<forms::Period> period;
    std::string procedure;
    std::string child = {};  ///< of a bundle: the one a forms::ChildAction is about
    std::string taker = {};  ///< Deliver, Settle: who took the result
    std::string how = {};    ///< "person", "agent", "mail"
    std::string proof = {};  ///< what shows it
};

enum class MarkVerdict { Corrected, NotCorrected };

/// The back office's side of the counter: work list, claiming, pages, marks and decisions. Everything is asked of the
/// server, which decides; nothing of a foreign case is kept on this workstation but in memory. Used by one thread.
class ReviewDesk
{
  public:
    ReviewDesk(offline::Workplace& workplace, offline::SignIn& signIn);

    [[nodiscard]] base::Result<std::vector<api::CaseSummary>> list(std::optional<forms::CaseState> state,
                                                                   std::stop_token stop = {});

    /// A case's id from its full text form or its official number.
    [[nodiscard]] base::Result<base::CaseId> resolve(std::string_view text, std::stop_token stop = {});

    /// Error Damaged when a revision's manifest does not read or is not what its digest says.
    [[nodiscard]] base::Result<Dossier> show(base::CaseId id, std::stop_token stop = {});

    /// The encoded image, checked against its digest.
    [[nodiscard]] base::Result<std::string> pageImage(const base::Digest& page, std::stop_token stop = {});

    [[nodiscard]] base::Result<api::ActionAnswer> claim(base::CaseId id, std::stop_token stop = {});
    [[nodiscard]] base::Result<api::ActionAnswer> release(base::CaseId id, std::stop_token stop = {});

    /// A mark on a page of the newest revision. Error NotFound: the page is not in it; BadArgument: the point is not
    /// of the case's guide version (DESIGN 5.8).
    [[nodiscard]] base::Result<forms::Annotation> annotate(base::CaseId id,
                                                           base::PageId page,
                                                           const forms::PercentBox& box,
                                                           std::string_view point,
                                                           std::string_view text,
                                                           std::stop_token stop = {});
    /// A mark on a field of the newest revision, by its form and its pointer ("/tel", "/heirs/0/name", or a row by its id
    /// "/heirs/@r2/name"). Errors NotFound (no such form or field), BadArgument as above.
    [[nodiscard]] base::Result<forms::Annotation> annotateField(base::CaseId id,
                                                                const forms::FieldPlace& place,
                                                                std::string_view point,
                                                                std::string_view text,
                                                                std::stop_token stop = {});
    [[nodiscard]] base::Result<forms::Annotation> reply(base::CaseId id,
                                                        base::AnnotationId to,
                                                        std::string_view text,
                                                        std::stop_token stop = {});

    /// Says whether the newest revision does what the mark asked for: a mark of this case that assesses. The back office
    /// settles it or opens it again.
    [[nodiscard]] base::Result<forms::Annotation> settle(base::CaseId id,
                                                         base::AnnotationId mark,
                                                         MarkVerdict verdict,
                                                         std::stop_token stop = {});

    /// The written notice (一次性告知) that a request for these points will be, as PDF. Error BadArgument without points.
    [[nodiscard]] base::Result<std::string> correctionNotice(const Dossier& dossier,
                                                             const std::vector<CorrectionPoint>& points);

    /// Sends the case back (RequestCorrection, ReturnToWindow): each point that no mark tells of yet gets one, so that
    /// the counter has them all as a list to do; then the step is taken with this reason, citing every point.
    [[nodiscard]] base::Result<api::ActionAnswer> sendBack(base::CaseId id,
                                                           forms::Action action,
                                                           const std::vector<CorrectionPoint>& points,
                                                           const std::string& reason,
                                                           std::stop_token stop = {});

    /// Takes the step for the newest revision, when it is well-formed (forms::checkStep). A lost answer is asked for again
    /// under the same action id.
    [[nodiscard]] base::Result<api::ActionAnswer> act(base::CaseId id,
                                                      const ReviewStep& step,
                                                      std::stop_token stop = {});

  private:
    [[nodiscard]] forms::Annotation newMark(const Dossier& dossier, std::string_view text) const;
    [[nodiscard]] base::Result<forms::Annotation> answer(base::CaseId id,
                                                         base::AnnotationId to,
                                                         std::string_view text,
                                                         std::string_view verdict,
                                                         std::stop_token stop);
    [[nodiscard]] base::Result<offline::BackOfficeClient*> backOffice(std::stop_token stop);

    offline::Workplace& m_workplace;
    offline::SignIn& m_signIn;
    std::unique_ptr<offline::HttpLine> m_line;
    std::unique_ptr<offline::BackOfficeClient> m_client;
};

}  // namespace desk
