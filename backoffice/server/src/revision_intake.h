#pragma once

#include "response.h"

#include <forms/completeness.h>
#include <forms/guide.h>
#include <forms/sealed_case.h>
#include <server/account_store.h>
#include <server/back_office.h>
#include <server/case_record.h>

#include <memory>
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

    [[nodiscard]] tl::expected<forms::SealedCase, api::Problem> verify(const std::string& jws) const;
    [[nodiscard]] tl::expected<void, api::Problem> checkPeople(const forms::SealedCase& sealed) const;
    [[nodiscard]] base::Result<std::optional<GivenReceipt>> givenBefore(
        const forms::SealedCase& sealed) const;
    [[nodiscard]] tl::expected<void, api::Problem> checkPages(const forms::Manifest& manifest) const;
    [[nodiscard]] tl::expected<void, api::Problem> checkOffice(const forms::Case& content) const;
    [[nodiscard]] base::Result<GivenReceipt> writeDown(const Arrival& arrival) const;
    void arrange(Transaction& transaction, const Arrival& arrival, CaseRecord& record) const;
    [[nodiscard]] base::Status arrangeChildren(Transaction& transaction,
                                               const Arrival& arrival,
                                               const CaseRecord& record) const;
    void lookForDuplicates(Transaction& transaction, const Arrival& arrival, CaseRecord& record) const;
    [[nodiscard]] std::string sign(const CaseRecord& record,
                                   const forms::SealedCase& sealed,
                                   base::Timestamp now) const;

    BackOffice& m_office;
    const Account& m_carrier;
    const std::string& m_workstation;
};

}  // namespace server
