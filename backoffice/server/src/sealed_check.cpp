#include "sealed_check.h"

#include "response.h"

#include <forms/sealed_case.h>

#include <algorithm>

namespace server {

namespace {

using forms::Verdict;

api::ProblemFinding findingOf(const forms::Finding& finding)
{
    return {finding.id,
            finding.material,
            finding.point,
            finding.form.empty() ? finding.field : finding.form + finding.field,
            std::string(forms::nameOf(finding.level)),
            base::fillPlaces(finding.text.id, finding.text.arguments)};
}

tl::unexpected<api::Problem> incomplete(const forms::Completeness& completeness, std::string message)
{
    auto problem = refuse(api::ProblemCode::Incomplete,
                          std::move(message),
                          {{"verdict", std::string(forms::nameOf(completeness.verdict))}})
                       .value();
    for (const auto& finding : completeness.findings)
        problem.findings.push_back(findingOf(finding));
    return tl::unexpected(std::move(problem));
}

bool hasNotice(const forms::Manifest& manifest, std::string_view kind)
{
    const auto& notices = manifest.sealed.notices;
    return std::any_of(
        notices.begin(), notices.end(), [&](const auto& notice) { return notice.kind == kind; });
}

bool everyDeferralHasItsDay(const forms::Manifest& manifest, const forms::Completeness& completeness)
{
    return std::all_of(
        completeness.missing.begin(), completeness.missing.end(), [&](const forms::MaterialNeed& need) {
            const auto* material = manifest.sealed.findMaterial(need.material, need.party);
            if (!material)
                material = manifest.sealed.findMaterial(need.material);
            return material && material->deferredUntil && *material->deferredUntil >= manifest.today;
        });
}

bool maySeal(const forms::Manifest& manifest, const forms::Completeness& completeness)
{
    switch (completeness.verdict) {
    case Verdict::Acceptable: return true;
    case Verdict::AcceptableWithDeferral: return everyDeferralHasItsDay(manifest, completeness);
    case Verdict::NeedsCorrection: return hasNotice(manifest, forms::OneTimeNoticeKind);
    case Verdict::NotNeeded:
    case Verdict::NotCompetent:
    case Verdict::Refused: return hasNotice(manifest, forms::NotAcceptedNoticeKind);
    }
    return false;
}

}  // namespace

tl::expected<void, api::Problem> checkSealed(const forms::Guide& guide, const forms::Manifest& manifest)
{
    const auto completeness = forms::check(guide, manifest.sealed, {manifest.today, manifest.offline});
    if (completeness.verdict != manifest.verdict)
        return incomplete(completeness, "The check of the back office comes to another verdict: {verdict}.");
    if (!maySeal(manifest, completeness))
        return incomplete(completeness,
                          "A case with the verdict {verdict} is not sealed without its notice or its dates.");
    return {};
}

}  // namespace server
