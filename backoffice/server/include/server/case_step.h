#pragma once

#include <api/get_case.h>
#include <base/result.h>
#include <forms/calendar.h>
#include <forms/guide.h>
#include <server/case_children.h>
#include <server/case_record.h>
#include <server/database.h>

#include <functional>
#include <optional>
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

    /// The children of a bundle as this person sees them, with what she may do with each.
    [[nodiscard]] std::vector<api::ChildRecord> childrenFor(const Actor& actor) const;

    /// Takes the step and writes it down: record, children, action, notice, change, audit. Acceptance brings the children
    /// of a bundle about; its withdrawal or refusal ends those that are open. A step with one child is taken whoever has
    /// claimed the case: its department waits for nobody. Errors Conflict (an older revision, or somebody else has claimed
    /// the case), NotAllowed, Separation, NotFound (no such child), BadInput (a reason, procedure or period that the step
    /// needs is missing or not the guide's).
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
        std::optional<forms::ChildState> child = {};  ///< of the child a ChildAction is about
    };

    using Take = std::function<base::Result<Step>(forms::Role, const forms::CasePast&)>;

    [[nodiscard]] base::Result<Step> inSomeRole(const Actor& actor, const Take& take) const;
    [[nodiscard]] base::Result<Step> decide(const api::ActionRequest& request, const Actor& actor) const;
    [[nodiscard]] base::Result<Step> decide(forms::Action action, const Actor& actor) const;
    [[nodiscard]] base::Result<Step> decideChild(forms::ChildAction action,
                                                 const std::string& child,
                                                 const Actor& actor) const;
    [[nodiscard]] base::Result<Step> decideClaim(api::ClaimAction claim, const Actor& actor) const;
    [[nodiscard]] base::Status checkRequest(const api::ActionRequest& request, const Actor& actor) const;
    [[nodiscard]] base::Status checkDetails(const api::ActionRequest& request) const;
    [[nodiscard]] base::Status checkFlow(const api::ActionRequest& request, forms::Action action) const;
    [[nodiscard]] base::Status checkExtension(const api::ActionRequest& request) const;
    [[nodiscard]] base::Status apply(const api::ActionRequest& request,
                                     const Step& step,
                                     const Actor& actor,
                                     base::Timestamp now);
    [[nodiscard]] base::Status applyFlow(forms::Action action,
                                         const Step& step,
                                         const Actor& actor,
                                         base::Timestamp now);
    void applyClaim(api::ClaimAction claim, const Actor& actor);
    void applyChild(const api::ActionRequest& request,
                    const Step& step,
                    const Actor& actor,
                    base::Timestamp now);
    [[nodiscard]] api::ActionAnswer writeDown(const api::ActionRequest& request,
                                              const base::Digest& requestDigest,
                                              const Step& step,
                                              const Actor& actor,
                                              base::Timestamp now);
    void writeNotice(const api::ActionRequest& request, forms::Action action, base::Timestamp now);
    [[nodiscard]] bool hasFurtherStep(const Actor& actor) const;

    Transaction& m_transaction;
    CaseRecord m_record;
    const forms::Guide& m_guide;
    const forms::Calendar& m_calendar;
    CaseChildren m_children;
    std::vector<std::string> m_authors;
};

}  // namespace server
