#pragma once

#include <forms/case.h>
#include <forms/completeness.h>

#include <string>
#include <string_view>

namespace forms {

/// How a material stands in a sealed case.
enum class MaterialHow { Paper, Exempt, Deferred, Generated };

/// What a sealed case consists of, by digest: format onewindow-manifest/1 (DESIGN section 9). The wire form of
/// a Case at the moment of sealing; discarded pages and unanswered questions are not in it.
struct Manifest {
    Case sealed;  ///< the case as it was sealed
    base::Timestamp sealedAt;
    base::Date today;  ///< the hall's date the check was made with
    bool offline = false;
    Verdict verdict = Verdict::NeedsCorrection;
};

inline constexpr std::string_view ManifestFormat = "onewindow-manifest/1";

[[nodiscard]] std::string manifestToJson(const Manifest& manifest);

/// Error BadInput names the member that is wrong. Unknown members are ignored here and kept in the signed bytes.
[[nodiscard]] base::Result<Manifest> manifestFromJson(std::string_view json);

}  // namespace forms
