#pragma once

#include <forms/catalogue_age.h>
#include <forms/jws.h>
#include <forms/manifest.h>

#include <string>
#include <string_view>

namespace forms {

/// An immutable, signed case. It comes only from seal() or from verify().
class SealedCase
{
  public:
    /// Checks signature and format. Errors as verifyJws() and manifestFromJson().
    [[nodiscard]] static base::Result<SealedCase> verify(std::string_view jws, const KeyFinder& keys);

    [[nodiscard]] const Manifest& manifest() const { return m_manifest; }

    [[nodiscard]] const std::string& jws() const { return m_jws; }  ///< as sent

    [[nodiscard]] const std::string& payload() const { return m_payload; }  ///< the manifest's bytes

    [[nodiscard]] base::Digest digest() const { return base::Digest::of(m_payload); }

    [[nodiscard]] const std::string& kid() const { return m_kid; }

  private:
    friend base::Result<SealedCase> seal(const Case&, const Guide&, const struct SealContext&);
    SealedCase(Manifest manifest, std::string jws, std::string payload, std::string kid);

    Manifest m_manifest;
    std::string m_jws;
    std::string m_payload;
    std::string m_kid;
};

/// Kinds of the notice records without which a case that is not acceptable is not sealed.
inline constexpr std::string_view OneTimeNoticeKind = "one-time-notice";
inline constexpr std::string_view NotAcceptedNoticeKind = "not-accepted-notice";

struct SealContext {
    const base::SigningKey& key;  ///< the clerk's
    base::Timestamp now;          ///< becomes `sealed`; its hall date becomes `today`
    bool offline = false;
    SealPurpose purpose = SealPurpose::Acceptance;
    CatalogueAge age = CatalogueAge::Fresh;  ///< of the catalogue the case is judged by
};

/// Whether a case may be sealed as it stands: the one rule of the counter and the back office (DESIGN 4, 5.13). `draft` is
/// the case as the check wants it, at the back office checkableCase(); `completeness` is its check of `today`, the hall's
/// date at sealing. The applicant is named (checkApplicant); then acceptable; acceptable-with-deferral with a date still to
/// come for all that is missing and the signed commitment; needs-correction with the record of a one-time notice; a
/// route's outcome with that of its written notice, or, where an unmet condition is no ground for not accepting (xkf32),
/// with the applicant's insistence on it. Else error NotAcceptable, which says what is wanted first. Whether marks of the
/// reviewer are answered is unansweredMarks() (forms/marks.h): a manifest does not hold them.
[[nodiscard]] base::Status checkSealable(const Guide& guide,
                                         const Case& draft,
                                         const Completeness& completeness,
                                         base::Date today);

/// Checks the case with today's date and signs its manifest. NotAcceptable (exit 3) unless checkSealable() lets it. By a
/// stale catalogue nothing is sealed as accepted; what is sealed for receipt, and what is not acceptable and has its notice, always goes.
[[nodiscard]] base::Result<SealedCase> seal(const Case& draft,
                                            const Guide& guide,
                                            const SealContext& context);

}  // namespace forms
