#pragma once

#include <api/get_case.h>
#include <base/result.h>
#include <forms/person.h>
#include <server/case_course.h>

#include <optional>
#include <vector>

namespace server {

/// What came of a request. With either of them what was written is kept: a refused demand leaves its flag.
struct StepOutcome {
    std::optional<api::ActionAnswer> answer;
    std::optional<base::Error> refusal;
};

/// The steps of one case. What may be taken, what is wrong with a request and what it writes is said by forms; here it is
/// written down. Lives inside one transaction.
class CaseSteps
{
  public:
    CaseSteps(Transaction& transaction, CaseCourse& course)
        : m_transaction(transaction)
        , m_course(course)
    {}

    /// Everything this person may ask for now, for showing buttons.
    [[nodiscard]] std::vector<api::RequestedAction> allowedTo(const forms::Person& person,
                                                              base::Timestamp now) const;

    /// The children of a bundle as this person sees them, with what she may do with each.
    [[nodiscard]] std::vector<api::ChildRecord> childrenFor(const forms::Person& person) const;

    /// Takes the step and writes it down: course, children, answer, change, audit. Refusals: Conflict (an older revision, or
    /// somebody else has claimed the case), NotAllowed, Separation, NotFound (no such child), BadInput (what the step needs
    /// is missing or not the guide's). A request for correction that cites what the guide does not demand is refused and
    /// flagged. An error means that nothing is to be kept.
    [[nodiscard]] base::Result<StepOutcome> take(const api::ActionRequest& request,
                                                 const base::Digest& requestDigest,
                                                 const forms::Person& person,
                                                 base::Timestamp now);

  private:
    struct Taken {
        forms::Role role = forms::Role::Clock;
        std::optional<forms::ChildState> child;  ///< where the child of a ChildAction stands now
    };

    [[nodiscard]] forms::StepTaken by(const forms::Person& person,
                                      forms::Role role,
                                      base::Timestamp now) const;
    [[nodiscard]] base::Result<StepOutcome> takeStep(const api::ActionRequest& request,
                                                     const base::Digest& requestDigest,
                                                     const forms::Person& person,
                                                     base::Timestamp now);
    [[nodiscard]] base::Result<StepOutcome> takeChildStep(const api::ActionRequest& request,
                                                          const base::Digest& requestDigest,
                                                          const forms::Person& person,
                                                          base::Timestamp now);
    [[nodiscard]] base::Result<StepOutcome> flagDemand(const forms::StepTaken& taken);
    [[nodiscard]] base::Status giveBack(const forms::Person& person, const forms::StepTaken& taken);
    [[nodiscard]] StepOutcome answer(const api::ActionRequest& request,
                                     const base::Digest& requestDigest,
                                     const forms::Person& person,
                                     const Taken& taken,
                                     base::Timestamp now);

    Transaction& m_transaction;
    CaseCourse& m_course;
};

}  // namespace server
