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

/// Checks the case with today's date and signs its manifest. NotAcceptable (exit 3) unless the verdict is
/// acceptable or acceptable-with-deferral (every deferral with its date); needs-correction is taken only when a
/// one-time notice was made for it, a route's outcome only with its written notice (DESIGN section 4). By a stale catalogue
/// nothing is sealed as accepted; what is sealed for receipt, and what is not acceptable and has its notice, always goes.
[[nodiscard]] base::Result<SealedCase> seal(const Case& draft,
                                            const Guide& guide,
                                            const SealContext& context);

}  // namespace forms
