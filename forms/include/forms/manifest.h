#pragma once

#include <forms/case.h>
#include <forms/completeness.h>

#include <string>
#include <string_view>

namespace forms {

/// How a material stands in a sealed case.
enum class MaterialHow { Paper, Exempt, Deferred, Generated };

[[nodiscard]] std::string_view nameOf(MaterialHow how);  ///< "paper", "exempt", "deferred", "generated"

/// Pages before a proof before a deferral; the proof of a form filled here is `by` GeneratedProof. Paper that was
/// counted but not scanned is Paper.
[[nodiscard]] MaterialHow howOf(const CaseMaterial& material);

/// Proof::by of a material the program itself made out of a filled form.
inline constexpr std::string_view GeneratedProof = "generate";

/// What a case is sealed for. Receipt: the papers are taken in and the clock runs, but nobody at the counter said that it
/// is accepted, because the guides here were too old to say so or the guide wants the line for it.
enum class SealPurpose { Acceptance, Receipt };

/// What a sealed case consists of, by digest: format onewindow-manifest/1 (DESIGN section 9). The wire form of
/// a Case at the moment of sealing; discarded pages and unanswered questions are not in it.
struct Manifest {
    Case sealed;  ///< the case as it was sealed; its parties are all of them, in the order of partiesOf()
    base::Timestamp sealedAt;
    base::Date today;  ///< the hall's date the check was made with
    bool offline = false;
    Verdict verdict = Verdict::NeedsCorrection;
    SealPurpose purpose = SealPurpose::Acceptance;
};

inline constexpr std::string_view ManifestFormat = "onewindow-manifest/1";

[[nodiscard]] std::string manifestToJson(const Manifest& manifest);

/// Error BadInput names the member that is wrong. Unknown members are ignored here and kept in the signed bytes.
/// Beyond DESIGN section 9 it writes `matter_name`, `purpose` "receipt", `replaces` when there is one, and a party's `key` where it is
/// not the one its place in the array gives.
[[nodiscard]] base::Result<Manifest> manifestFromJson(std::string_view json);

/// The case as the check wants it: the parties the guide finds in the forms itself are taken out again.
[[nodiscard]] Case checkableCase(const Manifest& manifest, const Guide& guide);

}  // namespace forms
