#include <forms/case.h>

#include <algorithm>
#include <utility>

namespace forms {

const CaseMaterial* Case::findMaterial(std::string_view material, std::string_view party) const
{
    const auto found = std::find_if(materials.begin(), materials.end(), [&](const CaseMaterial& entry) {
        return entry.id == material && entry.party == party;
    });
    return found == materials.end() ? nullptr : &*found;
}

CaseMaterial* Case::findMaterial(std::string_view material, std::string_view party)
{
    return const_cast<CaseMaterial*>(std::as_const(*this).findMaterial(material, party));
}

std::optional<base::Date> Case::deferredUntil(std::string_view material, std::string_view party) const
{
    for (const auto* entry : {findMaterial(material, party), findMaterial(material)})
        if (entry != nullptr && entry->deferredUntil)
            return entry->deferredUntil;
    return std::nullopt;
}

const Page* Case::findPage(base::PageId page) const
{
    const auto found =
        std::find_if(pages.begin(), pages.end(), [&](const Page& kept) { return kept.id == page; });
    return found == pages.end() ? nullptr : &*found;
}

Page* Case::findPage(base::PageId page)
{
    return const_cast<Page*>(std::as_const(*this).findPage(page));
}

CaseMaterial& Case::materialEntry(std::string_view material, std::string_view party)
{
    if (auto* entry = findMaterial(material, party))
        return *entry;
    CaseMaterial entry;
    entry.id = material;
    entry.party = party;
    return materials.emplace_back(std::move(entry));
}

}  // namespace forms
