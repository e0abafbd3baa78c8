#include "case_materials.h"

#include "wording.h"

#include <forms/case_people.h>

#include <algorithm>

namespace papers {
namespace {

using i18n::phrase;

/// The entry for that party; for the first of the role else the one that names nobody.
const forms::CaseMaterial* entryOf(const forms::Case& draft,
                                   const forms::Completeness& completeness,
                                   const forms::MaterialNeed& need)
{
    if (const auto* entry = draft.findMaterial(need.material, need.party))
        return entry;
    const auto& needs = completeness.required;
    const auto first = std::find_if(
        needs.begin(), needs.end(), [&need](const auto& other) { return other.material == need.material; });
    return first != needs.end() && *first == need ? draft.findMaterial(need.material) : nullptr;
}

std::vector<const forms::Page*> pagesOf(const forms::Case& draft, const forms::CaseMaterial* entry)
{
    std::vector<const forms::Page*> pages;
    if (entry == nullptr) {
        return pages;
    }
    for (const auto& id : entry->pages) {
        const auto* page = draft.findPage(id);
        if (page != nullptr && !page->discarded) {
            pages.push_back(page);
        }
    }
    return pages;
}

HandedIn howOf(const std::vector<const forms::Page*>& pages)
{
    switch (pages.front()->from) {
    case forms::PageOrigin::Scan: return HandedIn::Scanned;
    case forms::PageOrigin::Camera: return HandedIn::Photographed;
    case forms::PageOrigin::File: return HandedIn::FileGiven;
    }
    return HandedIn::Scanned;
}

/// The material's name, with the person's where it is asked for each of several.
std::string nameOf(const forms::Material& material,
                   const std::string& party,
                   const std::vector<forms::Party>& parties)
{
    for (const auto& each : parties) {
        if (!party.empty() && each.key == party && !each.name.empty()) {
            return material.name + say(phrase(" ({note})", {{"note", each.name}}));
        }
    }
    return material.name;
}

bool holds(const std::vector<forms::MaterialNeed>& needs, const forms::MaterialNeed& need)
{
    return std::find(needs.begin(), needs.end(), need) != needs.end();
}

/// Needed materials in the guide's order, then what was handed in beyond them.
std::vector<forms::MaterialNeed> allNeeds(const forms::Guide& guide,
                                          const forms::Case& draft,
                                          const forms::Completeness& completeness)
{
    auto needs = completeness.required;
    for (const auto& entry : draft.materials) {
        if (pagesOf(draft, &entry).empty() && forms::isOfNobody(guide, draft, entry)) {
            continue;
        }
        const bool known = std::any_of(needs.begin(), needs.end(), [&entry](const auto& need) {
            return need.material == entry.id && (entry.party.empty() || need.party == entry.party);
        });
        if (!known) {
            needs.push_back({entry.id, entry.party});
        }
    }
    return needs;
}

/// "原件 1 份，复印件 2 份"; what is not asked for is not named.
std::string formText(const forms::Material& material)
{
    std::vector<std::string> parts;
    if (material.originals > 0)
        parts.push_back(say(phrase("original {count}", {{"count", std::to_string(material.originals)}})));
    if (material.copies > 0)
        parts.push_back(say(phrase("photocopies {count}", {{"count", std::to_string(material.copies)}})));
    if (parts.empty())
        return say(phrase("as an electronic file"));
    return parts.size() == 1 ? parts.front()
                             : say(phrase("{one}, {other}", {{"one", parts[0]}, {"other", parts[1]}}));
}

void addMaterial(NoticeFacts& facts,
                 const forms::Material& material,
                 const std::string& name,
                 const forms::CaseMaterial* entry,
                 const std::optional<base::Date>& due,
                 const std::vector<const forms::Page*>& pages)
{
    const auto paper = entry != nullptr ? entry->paper : forms::PaperCount{};
    const int back = std::max(0, paper.originals + paper.copies - paper.kept);
    if (due && pages.empty()) {
        facts.deferred.push_back({name, formText(material), {due, {}}});
        facts.notReceived.push_back({name, NotReceivedBecause::Deferred, due});
    } else if (!pages.empty()) {
        facts.received.push_back(
            {name, paper.originals, paper.copies, static_cast<int>(pages.size()), back, howOf(pages)});
    }
}

}  // namespace

void addMaterials(NoticeFacts& facts,
                  const forms::Guide& guide,
                  const forms::Case& draft,
                  const forms::Completeness& completeness)
{
    const auto parties = forms::partiesOf(guide, draft);
    for (const auto& need : allNeeds(guide, draft, completeness)) {
        const auto* material = guide.findMaterial(need.material);
        if (material == nullptr) {
            continue;
        }
        const auto* entry = entryOf(draft, completeness, need);
        const auto pages = pagesOf(draft, entry);
        auto due = entry != nullptr ? entry->deferredUntil : std::nullopt;
        if (!due && holds(completeness.missing, need)) {
            due = draft.deferredUntil(need.material, need.party);
        }
        const auto name = nameOf(*material, need.party, parties);
        const bool generated = material->exemption && material->exemption->by == forms::ExemptBy::Generated;
        if (!pages.empty() || due) {
            addMaterial(facts, *material, name, entry, due, pages);
        } else if (holds(completeness.exempt, need) && generated) {
            facts.received.push_back({name, 0, 0, 0, 0, HandedIn::FilledHere});
        } else if (holds(completeness.exempt, need)) {
            facts.notReceived.push_back({name, NotReceivedBecause::Exempt, {}});
        } else if (holds(completeness.missing, need)) {
            facts.notReceived.push_back({name, NotReceivedBecause::Missing, {}});
        }
    }
}

void addCorrections(NoticeFacts& facts,
                    const forms::Guide& guide,
                    const forms::Case& draft,
                    const forms::Completeness& completeness)
{
    const auto parties = forms::partiesOf(guide, draft);
    for (const auto& finding : completeness.findings) {
        if (finding.level != forms::FindingLevel::Block) {
            continue;
        }
        CorrectionItem item;
        item.wrong = say(finding.text);
        if (const auto* material = guide.findMaterial(finding.material)) {
            if (draft.deferredUntil(finding.material, finding.party)) {
                continue;
            }
            const auto* point = material->findPoint(finding.point);
            item.material = nameOf(*material, finding.party, parties);
            item.standard = point != nullptr ? point->text : material->standard;
            item.basis = material->basis;
        } else if (const auto* form = guide.findForm(finding.form)) {
            item.material = form->name();
        } else {
            item.material = say(phrase("Situation"));
        }
        facts.corrections.push_back(std::move(item));
    }
}

}  // namespace papers
