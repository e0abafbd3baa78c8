#include <desk/material_line.h>

#include <forms/paper_kind.h>
#include <i18n/language.h>

#include <algorithm>

namespace desk {

namespace {

const forms::CaseMaterial* entryOf(const forms::Case& draft, const MaterialPlace& place)
{
    return draft.findMaterial(place.material, place.party);
}

bool holds(const std::vector<forms::MaterialNeed>& needs, const MaterialPlace& place)
{
    return std::any_of(needs.begin(), needs.end(), [&place](const forms::MaterialNeed& need) {
        return need.material == place.material && need.party == place.party;
    });
}

const forms::Finding* blockOf(const forms::Completeness& completeness, const MaterialPlace& place)
{
    const auto found = std::find_if(
        completeness.findings.begin(), completeness.findings.end(), [&place](const forms::Finding& finding) {
            return finding.level == forms::FindingLevel::Block && finding.material == place.material
                   && finding.party == place.party;
        });
    return found == completeness.findings.end() ? nullptr : &*found;
}

std::size_t openPointsOf(const forms::Completeness& completeness, const MaterialPlace& place)
{
    return static_cast<std::size_t>(std::count_if(
        completeness.findings.begin(), completeness.findings.end(), [&place](const forms::Finding& finding) {
            return finding.level == forms::FindingLevel::Ask && !finding.point.empty()
                   && finding.material == place.material && finding.party == place.party;
        }));
}

std::string nameOf(const CaseView& view, const forms::Material& material, const std::string& party)
{
    if (party.empty())
        return material.name;
    for (const auto& person : forms::partiesOf(*view.guide, view.draft))
        if (person.key == party && !person.name.empty())
            return material.name + " · " + person.name;
    return material.name;
}

const forms::SharedPaper* sharedOf(const CaseView& view, const MaterialPlace& need)
{
    const auto& shared = view.completeness.shared;
    const auto found = std::find_if(shared.begin(), shared.end(), [&need](const forms::SharedPaper& paper) {
        return paper.need.material == need.material && paper.need.party == need.party;
    });
    return found == shared.end() ? nullptr : &*found;
}

/// A material asked per party may have been kept without one; the check takes it for the one it is asked of.
MaterialPlace placeOf(const forms::Case& draft, const MaterialPlace& need)
{
    const bool kept = entryOf(draft, need) != nullptr || entryOf(draft, {need.material, {}}) == nullptr;
    return kept ? need : MaterialPlace{need.material, {}};
}

MaterialState stateOf(const CaseView& view,
                      const forms::Material& material,
                      const MaterialPlace& need,
                      const MaterialLine& line)
{
    const auto* entry = entryOf(view.draft, line.place);
    if (entry != nullptr && entry->proof)
        return MaterialState::Exempt;
    // What was put off and has come is no longer put off.
    const bool shared = sharedOf(view, need) != nullptr;
    if (view.draft.deferredUntil(line.place.material, line.place.party)
        && ((line.pages == 0 && !shared) || holds(view.completeness.missing, need)))
        return MaterialState::Deferred;
    const bool lacks = blockOf(view.completeness, need) != nullptr || holds(view.completeness.missing, need);
    if (line.pages > 0 || (shared && !holds(view.completeness.exempt, need)))
        return lacks ? MaterialState::Lacking : MaterialState::Here;
    if (!material.generatedFrom.empty() && !lacks)
        return MaterialState::Generated;
    return holds(view.completeness.exempt, need) ? MaterialState::Exempt : MaterialState::NotReceived;
}

MaterialLine lineOf(const CaseView& view, const forms::Material& material, const MaterialPlace& need)
{
    MaterialLine line{placeOf(view.draft, need), nameOf(view, material, need.party), {}, 0, 0, {}, {}};
    line.pages = pagesOf(view.draft, line.place).size();
    line.openPoints = openPointsOf(view.completeness, need);
    line.state = stateOf(view, material, need, line);
    const auto* entry = entryOf(view.draft, line.place);
    if (line.state == MaterialState::Deferred)
        line.due = view.draft.deferredUntil(line.place.material, line.place.party);
    if (const auto* shared = sharedOf(view, need))
        if (const auto* other = view.guide->findMaterial(shared->at.material))
            line.sharedWith = nameOf(view, *other, shared->at.party);
    if (line.state == MaterialState::Exempt && entry != nullptr && entry->proof)
        line.text = entry->proof->by;
    if (const auto* why = blockOf(view.completeness, need); line.state == MaterialState::Lacking && why)
        line.text = why->id;
    return line;
}

/// Where papers that come back signed are put: those that hold pages, and the commitment as soon as anything is put off.
std::vector<forms::PaperKind> signedPlaces(const CaseView& view)
{
    std::vector<forms::PaperKind> places;
    const bool putOff = std::any_of(view.draft.materials.begin(),
                                    view.draft.materials.end(),
                                    [](const forms::CaseMaterial& entry) { return entry.deferredUntil; });
    for (const auto kind : forms::allPaperKinds()) {
        const auto* entry = view.draft.findMaterial(nameOf(kind));
        const bool wanted = kind == forms::PaperKind::DeferralCommitment && putOff
                            && view.draft.state == forms::CaseState::Draft && view.draft.supplements.empty();
        if (wanted || (entry != nullptr && !entry->pages.empty()))
            places.push_back(kind);
    }
    return places;
}

/// A paper is called what it is called on paper, in Chinese, as materials are.
MaterialLine paperLine(const CaseView& view, forms::PaperKind kind)
{
    MaterialLine line{{std::string(nameOf(kind)), {}},
                      i18n::translate(titleOf(kind), i18n::Language::SimplifiedChinese),
                      {},
                      0,
                      0,
                      {},
                      {}};
    line.pages = pagesOf(view.draft, line.place).size();
    line.state = line.pages > 0 ? MaterialState::Here : MaterialState::NotReceived;
    return line;
}

}  // namespace

std::string_view proofTitle(std::string_view by)
{
    using i18n::messageId;
    if (by == "generate" || by == "generated")
        return messageId("made from the form");
    if (by == "card" || by == "read-card")
        return messageId("Card read at the counter");
    if (by == "e-licence" || by == "elicence")
        return messageId("Electronic licence");
    if (by == "data-sharing")
        return messageId("Query of another authority");
    return by;
}

std::vector<const forms::Page*> pagesOf(const forms::Case& draft, const MaterialPlace& place)
{
    std::vector<const forms::Page*> pages;
    if (place.material.empty()) {
        for (const auto& page : draft.pages) {
            const bool put = std::any_of(
                draft.materials.begin(), draft.materials.end(), [&page](const forms::CaseMaterial& material) {
                    return std::find(material.pages.begin(), material.pages.end(), page.id)
                           != material.pages.end();
                });
            if (!page.discarded && !put)
                pages.push_back(&page);
        }
        return pages;
    }
    if (const auto* entry = entryOf(draft, place))
        for (const auto id : entry->pages)
            if (const auto* page = draft.findPage(id); page != nullptr && !page->discarded)
                pages.push_back(page);
    return pages;
}

std::vector<MaterialLine> materialLines(const CaseView& view)
{
    std::vector<MaterialLine> lines;
    for (const auto& material : view.guide->materials) {
        std::vector<std::string> parties;
        const auto add = [&parties](const std::string& party) {
            if (std::find(parties.begin(), parties.end(), party) == parties.end())
                parties.push_back(party);
        };
        for (const auto* needs : {&view.completeness.required, &view.completeness.exempt})
            for (const auto& need : *needs)
                if (need.material == material.id)
                    add(need.party);
        for (const auto& party : parties)
            lines.push_back(lineOf(view, material, {material.id, party}));
        for (const auto& entry : view.draft.materials) {
            const MaterialPlace place{entry.id, entry.party};
            const bool shown = std::any_of(lines.begin(), lines.end(), [&place](const MaterialLine& line) {
                return line.place == place;
            });
            if (entry.id == material.id && !entry.pages.empty() && !shown)
                lines.push_back(lineOf(view, material, place));
        }
    }
    for (const auto& place : signedPlaces(view))
        lines.push_back(paperLine(view, place));
    if (const auto loose = pagesOf(view.draft, {}); !loose.empty())
        lines.push_back({{}, {}, MaterialState::Lacking, loose.size(), 0, {}, {}});
    return lines;
}

}  // namespace desk
