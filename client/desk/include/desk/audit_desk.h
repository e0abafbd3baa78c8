#pragma once

#include <base/result.h>

#include <offline/sign_in.h>
#include <offline/workplace.h>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace desk {

/// The chain of one case at the back office, recomputed here.
struct CaseChain {
    base::CaseId caseId;
    std::uint64_t entries = 0;
    std::optional<base::Error> broken;
};

struct AuditProof {
    offline::AuditVerdict workstation;
    std::vector<CaseChain> backOffice;  ///< of every case of this workstation that was received there
    std::optional<base::Error> line;    ///< why the back office could not be asked

    [[nodiscard]] bool whole() const;
};

/// Proves that nothing was changed in, or taken out of, the story of the cases: here and at the back office.
class AuditDesk
{
  public:
    AuditDesk(offline::Workplace& workplace, offline::SignIn& signIn);
    [[nodiscard]] base::Result<AuditProof> verify(std::stop_token stop = {});

  private:
    offline::Workplace& m_workplace;
    offline::SignIn& m_signIn;
};

}  // namespace desk
