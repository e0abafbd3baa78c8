#pragma once

#include "response.h"

#include <forms/completeness.h>
#include <forms/guide.h>
#include <forms/sealed_case.h>
#include <server/account_store.h>
#include <server/back_office.h>
#include <server/case_course.h>

#include <memory>
#include <optional>
#include <string>

namespace server {

/// What was answered for a revision, and whether it is the first time.
struct GivenReceipt {
    std::string jws;
    bool isNew = false;
};

/// Takes in one revision of a case (DESIGN section 4, 5.2, 5.3): who signed and who brought it, its place in the order,
/// the guide, the pages, the check. Same bytes get the same receipt again, whatever has happened since.
class RevisionIntake
{
  public:
    RevisionIntake(BackOffice& office, const Account& carrier, const std::string& workstation)
        : m_office(office)
        , m_carrier(carrier)
        , m_workstation(workstation)
    {}

    [[nodiscard]] tl::expected<GivenReceipt, api::Problem> take(base::CaseId id,
                                                                int revision,
                                                                const std::string& jws);

  private:
    struct Arrival;

    /// What came of a revision at its place in the order. With either what the clock wrote before is kept.
    struct Outcome {
        std::optional<GivenReceipt> given;
        std::optional<base::Error> refusal;
    };

    [[nodiscard]] tl::expected<forms::SealedCase, api::Problem> verify(const std::string& jws) const;
    [[nodiscard]] tl::expected<void, api::Problem> checkPeople(const forms::SealedCase& sealed) const;
    [[nodiscard]] static base::Result<std::optional<GivenReceipt>> givenBefore(
        Transaction& transaction, const forms::SealedCase& sealed);
    [[nodiscard]] tl::expected<void, api::Problem> checkPages(const forms::Manifest& manifest) const;
    [[nodiscard]] tl::expected<void, api::Problem> checkOffice(const forms::Case& content) const;
    [[nodiscard]] base::Result<Outcome> writeDown(const Arrival& arrival) const;
    [[nodiscard]] base::Result<Outcome> enterFirst(Transaction& transaction, const Arrival& arrival) const;
    [[nodiscard]] base::Result<Outcome> enterNext(Transaction& transaction,
                                                  CaseRecord known,
                                                  const Arrival& arrival) const;
    [[nodiscard]] base::Result<GivenReceipt> enter(Transaction& transaction,
                                                   CaseCourse& course,
                                                   const Arrival& arrival) const;
    [[nodiscard]] bool isDuplicate(Transaction& transaction,
                                   const Arrival& arrival,
                                   const CaseRecord& record) const;
    void audit(Transaction& transaction, const Arrival& arrival) const;
    [[nodiscard]] std::string sign(const CaseRecord& record,
                                   forms::CaseState state,
                                   const Arrival& arrival) const;

    BackOffice& m_office;
    const Account& m_carrier;
    const std::string& m_workstation;
};

}  // namespace server
