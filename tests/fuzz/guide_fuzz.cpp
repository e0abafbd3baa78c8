#include <forms/completeness.h>
#include <forms/guide_lint.h>

#include <cstdint>
#include <cstdlib>

/// A guide that can be read can be linted, run and checked; one that cannot is named with an error by the linter.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto guide = forms::readGuide(bytes);
    const auto findings = forms::lintGuide(bytes);
    if (!guide) {
        if (findings.empty() || findings.front().level != forms::LintLevel::Error)
            std::abort();
        return 0;
    }
    const auto result = forms::check(*guide, forms::Case(), {guide->effectiveFrom, false});
    for (const auto& finding : result.findings)
        if (finding.id.empty() || finding.text.id.empty())
            std::abort();
    return 0;
}
