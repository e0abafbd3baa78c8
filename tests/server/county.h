#pragma once

#include "https_client.h"

#include <base/ids.h>
#include <base/signature.h>
#include <forms/guide.h>
#include <forms/sealed_case.h>

#include <string>

namespace server_tests {

/// A running office with a clerk who has a key enrolled on workstation ws-1, and cases of real guides to hand in.
class County
{
  public:
    County();

    RunningOffice office;
    HttpsClient clerk;
    base::SigningKey key = base::SigningKey::generate();

    [[nodiscard]] HttpsClient as(const std::string& user) const;
    [[nodiscard]] forms::Guide guide(const std::string& code) const;

    /// A complete case of sb-jfzm with one page; not handed in, the page not sent.
    [[nodiscard]] forms::Case printOut() const;

    /// A case of any matter with nothing in it but the one-time notice.
    [[nodiscard]] forms::Case incomplete(const std::string& matter) const;

    /// A complete bundle of sdqg-gh without pages, whose situation calls for all four children.
    [[nodiscard]] forms::Case bundle() const;

    /// Sealed now with the clerk's key.
    [[nodiscard]] forms::SealedCase seal(const forms::Case& draft) const;

    void sendPages(const forms::Case& draft) const;

    [[nodiscard]] Reply put(const forms::SealedCase& sealed) const { return put(sealed, clerk); }

    [[nodiscard]] static Reply put(const forms::SealedCase& sealed, const HttpsClient& carrier);

    /// A complete case that was handed in.
    [[nodiscard]] forms::SealedCase submitted() const;

    /// The next revision of a case the back office asked to correct.
    [[nodiscard]] static forms::Case nextRevision(const forms::SealedCase& before);

    /// POSTs an action by its token with a fresh id.
    [[nodiscard]] static Reply act(const HttpsClient& who,
                                   base::CaseId id,
                                   const std::string& action,
                                   const std::string& moreMembers = "",
                                   int revision = 1);

    [[nodiscard]] std::string stateOf(base::CaseId id) const;

    /// The bytes of the one page.
    [[nodiscard]] static std::string pageBytes(const forms::Case& draft);
};

}  // namespace server_tests
