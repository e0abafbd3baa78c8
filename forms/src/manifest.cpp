#include <forms/manifest.h>

#include "parties.h"

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
    for (const auto& seat : seatsOf(guide, {draft.forms, draft.rows, {}})) {
        const auto same =
            std::find_if(draft.parties.begin(), draft.parties.end(), [&seat](const Party& party) {
                return party.role == seat.party.role && party.name == seat.party.name
                       && party.idNumber == seat.party.idNumber;
            });
        if (same != draft.parties.end())
            draft.parties.erase(same);
    }
    return draft;
}

}  // namespace forms
