#pragma once

#include <api/get_case.h>
#include <base/result.h>
#include <forms/calendar.h>
#include <forms/guide.h>
#include <server/case_record.h>
#include <server/database.h>

#include <string>
#include <vector>

namespace server {

/// Who wants to take a step.
struct Actor {
    std::string user;
    std::vector<forms::Role> roles;
};

/// A case with what decides about its next step. Read and changed inside one transaction.
class CaseSteps
{
  public:
    CaseSteps(Transaction& transaction,
              CaseRecord record,
              const forms::Guide& guide,
              const forms::Calendar& calendar);

    [[nodiscard]] const CaseRecord& record() const { return m_record; }

    /// Everything this person may ask for now, for showing buttons.
    [[nodiscard]] std::vector<api::RequestedAction> allowedTo(const Actor& actor) const;

    /// Takes the step and writes it down: record, action, notice, change, audit. Errors Conflict (an older revision, or
    /// somebody else has claimed the case), NotAllowed, Separation, BadInput (a reason, procedure or period that the
    /// step needs is missing or not the guide's).
    [[nodiscard]] base::Result<api::ActionAnswer> take(const api::ActionRequest& request,
                                                       const base::Digest& requestDigest,
                                                       const Actor& actor,
                                                       base::Timestamp now);

    /// Whether a request for correction cites only what this guide version demands, and at least one thing of it.
    [[nodiscard]] bool citesOnlyTheGuide(const std::vector<std::string>& points) const;

    /// Asks the supervisor to look at the case. Writes flag, record and audit.
    void flag(base::Timestamp now, const std::string& cause, const std::string& by);

  private:
    struct Step {
        forms::Role role;
        forms::CaseState to;
    };

    [[nodiscard]] base::Result<Step> decide(forms::Action action, const Actor& actor) const;
    [[nodiscard]] base::Result<Step> decideClaim(api::ClaimAction claim, const Actor& actor) const;
    [[nodiscard]] base::Status checkRequest(const api::ActionRequest& request, const Actor& actor) const;
    [[nodiscard]] base::Status checkDetails(const api::ActionRequest& request, forms::Action action) const;
    void apply(forms::Action action, const Step& step, const Actor& actor, base::Timestamp now);
    void applyClaim(api::ClaimAction claim, const Actor& actor);
    void writeNotice(const api::ActionRequest& request, forms::Action action, base::Timestamp now);
    [[nodiscard]] bool hasFurtherStep(const Actor& actor) const;

    Transaction& m_transaction;
    CaseRecord m_record;
    const forms::Guide& m_guide;
    const forms::Calendar& m_calendar;
    std::vector<std::string> m_authors;
};

}  // namespace server
