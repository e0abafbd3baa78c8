#include "sealed_check.h"

#include "response.h"

#include <forms/sealed_case.h>

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

tl::unexpected<api::Problem> incomplete(const forms::Completeness& completeness, const base::Error& error)
{
    auto problem = refuse(api::ProblemCode::Incomplete, error.message, error.arguments).value();
    for (const auto& finding : completeness.findings)
        problem.findings.push_back(findingOf(finding));
    return tl::unexpected(std::move(problem));
}

base::Status checkVerdict(const forms::Completeness& completeness, Verdict sealedAs)
{
    if (completeness.verdict == sealedAs)
        return {};
    return base::fail(base::ErrorCode::NotAcceptable,
                      "The check of the back office comes to another verdict: {verdict}.",
                      {{"verdict", std::string(forms::nameOf(completeness.verdict))}});
}

}  // namespace

tl::expected<void, api::Problem> checkSealed(const forms::Guide& guide, const forms::Manifest& manifest)
{
    // As it lay at the counter: the people of the forms are found there, and not a second time in the list of all.
    const auto draft = forms::checkableCase(manifest, guide);
    const auto completeness = forms::check(guide, draft, {manifest.today, manifest.offline});
    if (auto same = checkVerdict(completeness, manifest.verdict); !same)
        return incomplete(completeness, same.error());
    if (auto sealable = forms::checkSealable(guide, draft, completeness, manifest.today); !sealable)
        return incomplete(completeness, sealable.error());
    return {};
}

}  // namespace server
