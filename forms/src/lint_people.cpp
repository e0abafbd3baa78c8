#include "lint_parts.h"
#include "near_name.h"

#include <forms/applicant.h>
#include <forms/identity_paper.h>

#include <algorithm>

namespace forms {

namespace {

using i18n::phrase;

constexpr std::string_view Applicant = "applicant";
constexpr std::string_view Agent = "agent";

/// Roles that a case may have without the guide's pointing to them: both are recorded at the window.
std::vector<std::string> rolesOf(const Guide& guide)
{
    std::vector<std::string> roles{std::string(Applicant), std::string(Agent)};
    for (const auto& party : guide.parties)
        roles.push_back(party.role);
    return roles;
}

void lintParty(const PartyRule& party, const std::string& path, LintFindings& findings)
{
    const std::vector<std::string> usual{std::string(Applicant), std::string(Agent)};
    if (const auto near = nearestName(party.role, usual); !near.empty())
        findings.warn(path + "/role",
                      phrase("The role {role} is not known to the papers. Is {near} meant?",
                             {{"role", party.role}, {"near", near}}));
    for (std::size_t i = 0; i < party.idTypes.size(); ++i)
        if (!parseIdentityPaper(party.idTypes[i]))
            findings.warn(
                path + "/id_types/" + std::to_string(i),
                phrase("The kind of identity paper {type} is not known.", {{"type", party.idTypes[i]}}));
}

}  // namespace

void lintPeople(const Guide& guide, LintFindings& findings)
{
    for (std::size_t i = 0; i < guide.parties.size(); ++i)
        lintParty(guide.parties[i], itemPath("parties", i), findings);
    if (guide.parties.empty())
        findings.warn("/parties", phrase("The guide names no parties: its papers are addressed to nobody."));
    else if (!namesApplicant(guide))
        findings.warn("/parties", phrase("None of the guide's parties applies: an agent acts for somebody."));
    const auto roles = rolesOf(guide);
    for (std::size_t i = 0; i < guide.materials.size(); ++i) {
        const auto& material = guide.materials[i];
        if (material.per != "case" && std::find(roles.begin(), roles.end(), material.per) == roles.end())
            findings.warn(itemPath("materials", i) + "/per",
                          phrase("{material} is asked of each {role}, a role that none of the parties has.",
                                 {{"material", material.name}, {"role", material.per}}));
    }
}

}  // namespace forms
