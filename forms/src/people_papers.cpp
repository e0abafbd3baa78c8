#include "people_papers.h"

#include <forms/row_ids.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <utility>

namespace forms {

namespace {

constexpr int MostRows = 1'000'000'000;

/// The number of "r7" or "heir@r7"; 0 for any other text.
int rowNumber(std::string_view id)
{
    if (const auto at = id.rfind('@'); at != std::string_view::npos)
        id.remove_prefix(at + 1);
    int number = 0;
    if (!id.starts_with('r'))
        return 0;
    const auto [end, fault] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
    const bool isOurs = fault == std::errc{} && end == id.data() + id.size() && number < MostRows;
    return isOurs ? number : 0;
}

/// No lower than the number of any id in the case.
void countAll(Case& draft)
{
    draft.rowsGiven = std::clamp(draft.rowsGiven, 0, MostRows);
    const auto see = [&draft](std::string_view id) {
        draft.rowsGiven = std::max(draft.rowsGiven, rowNumber(id));
    };
    for (const auto& [form, tables] : draft.rows)
        for (const auto& [table, ids] : tables)
            for (const auto& id : ids)
                see(id);
    for (const auto& gone : draft.gone)
        see(gone.party.key);
    for (const auto& material : draft.materials)
        see(material.party);
}

}  // namespace

RowNumbers::RowNumbers(Case& draft)
    : m_draft(draft)
{}

std::string RowNumbers::next()
{
    if (!std::exchange(m_looked, true))
        countAll(m_draft);
    return "r" + std::to_string(++m_draft.rowsGiven);
}

void rename(Case& draft, const Renames& renames)
{
    for (auto& material : draft.materials)
        if (const auto found = renames.find(material.party);
            !material.party.empty() && found != renames.end())
            material.party = found->second;
}

bool hasPapers(const Case& draft, const std::string& key)
{
    return std::any_of(draft.materials.begin(), draft.materials.end(), [&key](const CaseMaterial& material) {
        return material.party == key;
    });
}

bool hasLivePages(const Case& draft, const CaseMaterial& material)
{
    return std::any_of(material.pages.begin(), material.pages.end(), [&draft](base::PageId id) {
        const auto* page = draft.findPage(id);
        return page != nullptr && !page->discarded;
    });
}

std::string rowText(const nlohmann::json& content)
{
    return content.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

nlohmann::json rowsOf(const FormData& data, const std::string& table)
{
    return rowCount(data, table) == 0 ? nlohmann::json::array()
                                      : data.json().at(nlohmann::json::json_pointer(table));
}

const FormData& formIn(const std::map<std::string, FormData>& forms, const std::string& form)
{
    static const FormData Nothing;
    const auto found = forms.find(form);
    return found == forms.end() ? Nothing : found->second;
}

void addPapers(CaseMaterial& target, CaseMaterial source)
{
    target.pages.insert(target.pages.end(), source.pages.begin(), source.pages.end());
    if (!target.proof)
        target.proof = std::move(source.proof);
    if (!target.deferredUntil)
        target.deferredUntil = source.deferredUntil;
    if (target.paper == PaperCount())
        target.paper = source.paper;
    target.facts.merge(source.facts);
    for (auto& point : source.points)
        if (std::none_of(target.points.begin(), target.points.end(), [&point](const RecordedPoint& known) {
                return known.id == point.id;
            }))
            target.points.push_back(std::move(point));
}

}  // namespace forms
