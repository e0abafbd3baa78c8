#include "evaluation.h"

#include <forms/guide_lint.h>

#include <algorithm>
#include <set>

namespace forms {

namespace {

using i18n::phrase;

/// The case an example stands for: one page of everything provided, a proof of every exemption that did not fail.
Case caseOf(const Guide& guide, const GuideExample& example)
{
    Case draft;
    draft.answers = example.answers;
    // Any moment will do: an example has no dates of its own.
    const base::Timestamp moment{std::chrono::sys_days{guide.effectiveFrom}};
    for (const auto& material : guide.materials) {
        CaseMaterial entry;
        entry.id = material.id;
        const auto names = [&material](const std::vector<std::string>& ids) {
            return std::find(ids.begin(), ids.end(), material.id) != ids.end();
        };
        if (names(example.provided)) {
            Page page;
            page.id = base::PageId::make(moment);
            entry.pages.push_back(page.id);
            draft.pages.push_back(std::move(page));
        }
        if (material.exemption && !names(example.exemptionFailed))
            entry.proof = Proof{"example", example.name, moment};
        draft.materials.push_back(std::move(entry));
    }
    return draft;
}

std::set<std::string> idsOf(const std::vector<MaterialNeed>& needs)
{
    std::set<std::string> ids;
    for (const auto& need : needs)
        ids.insert(need.material);
    return ids;
}

std::string join(const std::set<std::string>& ids)
{
    std::string text;
    for (const auto& id : ids)
        text += (text.empty() ? "" : ", ") + id;
    return text.empty() ? "–" : text;
}

void compare(const std::set<std::string>& found,
             const std::vector<std::string>& expectedIds,
             const std::string& member,
             std::vector<i18n::Phrase>& differences)
{
    const std::set<std::string> expected(expectedIds.begin(), expectedIds.end());
    if (found != expected)
        differences.push_back(
            phrase("{member} should be {expected}, but the check says {found}.",
                   {{"member", member}, {"expected", join(expected)}, {"found", join(found)}}));
}

}  // namespace

std::vector<i18n::Phrase> runExample(const Guide& guide, const GuideExample& example)
{
    const auto draft = caseOf(guide, example);
    const CheckContext context{guide.effectiveFrom, example.offline};
    const auto result = evaluate({guide,
                                  draft,
                                  context,
                                  situationOf(guide, draft.answers),
                                  {},
                                  {},
                                  {},
                                  {},
                                  {example.exemptionFailed.begin(), example.exemptionFailed.end()}});

    std::vector<i18n::Phrase> differences;
    if (nameOf(result.verdict) != example.verdict)
        differences.push_back(
            phrase("The verdict should be {expected}, but the check says {found}.",
                   {{"expected", example.verdict}, {"found", std::string(nameOf(result.verdict))}}));
    if (result.route != example.route)
        differences.push_back(phrase("The route should be {expected}, but the check says {found}.",
                                     {{"expected", example.route.empty() ? "–" : example.route},
                                      {"found", result.route.empty() ? "–" : result.route}}));
    if (!result.route.empty())
        return differences;
    compare(idsOf(result.required), example.required, "required", differences);
    compare(idsOf(result.exempt), example.exempt, "exempt", differences);
    compare(idsOf(result.missing), example.missing, "missing", differences);
    return differences;
}

}  // namespace forms
