#pragma once

#include <base/result.h>

#include <forms/case_flow.h>
#include <forms/course.h>
#include <forms/limits.h>
#include <forms/paper_kind.h>
#include <forms/period.h>
#include <forms/regime.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace forms {

struct Guide;
struct Party;
enum class ClockKind;

/// What becomes of an application, as far as a law gives it a paper, a ground or a clock of its own.
enum class Outcome {
    OneTimeNotice,               ///< everything that is lacking is told at once (一次性告知)
    NotNeeded,                   ///< 不受理: the law wants no application here
    NotCompetent,                ///< 不予受理: another body is competent
    NotAccepted,                 ///< 不予受理 on any other ground, at the window or by the back office
    Acceptance,                  ///< 受理, also when deemed so
    DeferredAcceptance,          ///< 容缺受理: a material comes later
    Approval,                    ///< 准予 …
    Refusal,                     ///< 不予 …
    TerminatedByApplicant,       ///< withdrawn or given up
    TerminatedByLapse,           ///< not corrected within the time the office set
    TerminatedByMissedDeferral,  ///< a material that was put off did not come in time
    PapersReturned,              ///< 退件: handed back without a decision
    SpecialProcedure,            ///< a stretch of time the limits do not count
    Extension
};

[[nodiscard]] std::string_view nameOf(Outcome outcome);  ///< "one-time-notice"
[[nodiscard]] std::span<const Outcome> allOutcomes();

/// One cell of the table regime × outcome. Titles, grounds and words are Chinese as they stand on documents of record,
/// whatever the window speaks.
struct OutcomeLaw {
    Outcome outcome = Outcome::OneTimeNotice;
    PaperKind kind = PaperKind::OneTimeNotice;
    std::string_view title;     ///< empty: this regime knows no such paper
    std::string_view ground;    ///< article as it is cited; empty: what the guide itself gives (groundOf)
    std::string_view decision;  ///< "不予许可"
    bool remedies = false;      ///< reconsideration and court are named, where the department has them
    std::optional<ClockKind> starts;  ///< the clock it starts; Promised stands for both limits of deciding

    [[nodiscard]] bool hasPaper() const { return !title.empty(); }
};

/// What one law says of the course as a whole.
struct RegimeLaw {
    Regime regime = Regime::Other;

    /// Silence can mean accepted under it: see silenceAccepts().
    bool deemsAccepted = false;

    /// The article that then makes it so; empty where only the guide says it.
    std::string_view deemedGround;

    /// Accepting is a step of its own with a paper.
    bool acceptancePaper = true;

    /// Receipt and clocks begin with the corrected papers; nothing of the first receipt runs on.
    bool correctionIsNewReceipt = false;

    /// An applicant whom an unmet condition ends may insist: the case is accepted and then refused.
    bool insistAllowed = false;

    /// Not accepting rests on a route that is not needed or not competent: a complete case must be accepted.
    bool notAcceptOnRoutesOnly = false;

    /// From the approval to the applicant's hands; absent: the law sets none.
    std::optional<Period> deliveryLimit;
};

[[nodiscard]] const RegimeLaw& law(Regime regime);
[[nodiscard]] const OutcomeLaw& law(Regime regime, Outcome outcome);

/// Whether an application that nobody says anything of within the window is accepted. Under xkf32 and bdc17 the law says
/// it, whatever the guide does (行政许可法 art. 32(4), 不动产登记暂行条例 art. 17(2)); under scdj19 there is nothing to accept;
/// elsewhere the guide says it (`deemed_accepted_from_receipt_date`).
[[nodiscard]] bool silenceAccepts(const CorrectionRule& rule);

/// How long the office has to say what is lacking. Under xkf32 five working days are the longest, and what a guide means
/// that leaves it open or wants it on the spot (art. 32(4) leaves five days for that too); under bdc17 it is always on the
/// spot (art. 17(1)(3)); elsewhere it is what the guide says.
[[nodiscard]] Period windowOf(const CorrectionRule& rule);

/// How a route ends an application: Refused is NotAccepted, or no paper at all where the law wants acceptance (xkf32).
[[nodiscard]] Outcome outcomeOf(RouteOutcome outcome);

/// How a case ended without a decision, by the newest entry that says so; nothing while it has not.
[[nodiscard]] std::optional<Outcome> terminationOf(std::span<const CourseEntry> course);

/// Whether an applicant is a business: a credit code given by a market regulator, or, without a number, a guide that
/// serves companies only.
[[nodiscard]] bool isBusiness(const Guide& guide, const Party* applicant);

/// What a paper of that outcome cites: the guide's own `limits.correction.basis` for a correction where the regime
/// leaves it to the guide, else the table, else the guide's legal basis. `business` counts under PublicService only.
[[nodiscard]] std::string groundOf(const Guide& guide, Outcome outcome, bool business);
[[nodiscard]] std::string groundOf(const CorrectionRule& rule,
                                   std::span<const std::string> legalBasis,
                                   Outcome outcome,
                                   bool business);

/// Whether a step may rest on these citations (forms/citation.h). NotAccept under xkf32 cites routes that are not
/// needed or not competent, and nothing else (行政许可法 art. 32(1), 32(2), 32(5)); elsewhere anything of the guide. Refuse
/// cites anything of the guide. RequestCorrection cites materials and their points. Each cites at least one; free text
/// is never the only ground. Other actions need none. Error NotAllowed says what is wrong.
[[nodiscard]] base::Status checkGround(const Guide& guide, Action action, std::span<const std::string> cites);

/// Whether free text asks for something of its own: a demand (提供, 提交, 补充, 加盖, …) whose object shares nothing with
/// the names, standards and points of what is cited. What it finds is flagged, never refused.
[[nodiscard]] bool asksBeyond(std::string_view text, std::span<const std::string> cites, const Guide& guide);

}  // namespace forms
