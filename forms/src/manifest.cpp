#include <forms/manifest.h>

#include <algorithm>

namespace forms {

std::string_view nameOf(MaterialHow how)
{
    switch (how) {
    case MaterialHow::Paper: return "paper";
    case MaterialHow::Exempt: return "exempt";
    case MaterialHow::Deferred: return "deferred";
    case MaterialHow::Generated: return "generated";
    }
    return "paper";
}

MaterialHow howOf(const CaseMaterial& material)
{
    if (!material.pages.empty())
        return MaterialHow::Paper;
    if (material.proof)
        return material.proof->by == GeneratedProof ? MaterialHow::Generated : MaterialHow::Exempt;
    return material.deferredUntil ? MaterialHow::Deferred : MaterialHow::Paper;
}

Case checkableCase(const Manifest& manifest, const Guide& guide)
{
    auto draft = manifest.sealed;
    draft.parties.clear();
    const auto found = static_cast<std::ptrdiff_t>(partiesOf(guide, draft).size());
    const auto& all = manifest.sealed.parties;
    draft.parties.assign(all.begin() + std::min(found, std::ssize(all)), all.end());
    return draft;
}

}  // namespace forms
