#include <forms/case_people.h>

#include "parties.h"
#include "people_papers.h"

#include <forms/completeness.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace forms {

void nameRows(const Guide& guide, Case& draft)
{
    RowNumbers numbers(draft);
    auto rows = draft.rows;
    for (const auto& form : guide.forms)
        for (const auto& table : peopleTables(guide, form.id())) {
            const auto count = rowCount(formIn(draft.forms, form.id()), table.pointer);
            if (idsOfRows(draft.rows, form.id(), table.pointer, count) != nullptr)
                continue;
            std::vector<std::string> ids(count);
            for (auto& id : ids)
                id = numbers.next();
            if (count > 0)
                rows[form.id()][table.pointer] = std::move(ids);
        }
    if (rows == draft.rows)
        return;
    const auto was = seatsOf(guide, placesOf(draft));
    draft.rows = std::move(rows);
    const auto now = seatsOf(guide, placesOf(draft));
    Renames renames;
    for (std::size_t seat = 0; seat < was.size(); ++seat)
        if (was[seat].party.key != now[seat].party.key)
            renames[was[seat].party.key] = now[seat].party.key;
    rename(draft, renames);
}

PeopleBefore peopleBefore(const Case& draft)
{
    return {draft.forms, draft.rows, draft.parties};
}

std::vector<MovedPapers> papersGoing(const Guide& guide,
                                     const Case& draft,
                                     const std::string& form,
                                     const FormData& content)
{
    if (guide.parties.empty() || formIn(draft.forms, form) == content)
        return {};
    auto next = draft;
    nameRows(guide, next);
    const auto before = peopleBefore(next);
    next.forms[form] = content;
    return followPeople(guide, before, next).gone;
}

base::Result<PeopleChange> bringBack(const Guide& guide, Case& draft, std::string_view key)
{
    const auto found = std::find_if(
        draft.gone.begin(), draft.gone.end(), [key](const GoneParty& gone) { return gone.party.key == key; });
    if (found == draft.gone.end())
        return base::fail(base::ErrorCode::NotFound,
                          "Nobody called {party} went from the case.",
                          {{"party", std::string(key)}});
    const auto gone = *found;
    const auto before = peopleBefore(draft);
    if (!gone.table.empty()) {
        auto rows = rowsOf(formIn(draft.forms, gone.form), gone.table);
        const auto at = static_cast<std::ptrdiff_t>(std::min(gone.row, rows.size()));
        rows.insert(rows.begin() + at, nlohmann::json::parse(gone.content, nullptr, false));
        if (auto set = draft.forms[gone.form].set(gone.table, rowText(rows)); !set)
            return base::passOn(set);
    } else if (gone.party.key.find('@') == std::string::npos) {
        draft.parties.push_back(gone.party);
    } else {
        return base::fail(base::ErrorCode::NotAllowed,
                          "The fields where {name} stood are used otherwise now. Enter {name} again: the "
                          "pages come back by themselves.",
                          {{"name", gone.party.name}});
    }
    return followPeople(guide, before, draft);
}

bool isOfNobody(const Guide& guide, const Case& draft, const CaseMaterial& entry)
{
    return isOfNobody(guide, seatsOf(guide, placesOf(draft)), entry);
}

std::string partyNamed(const Guide& guide,
                       const Case& draft,
                       std::string_view material,
                       std::string_view name)
{
    const auto* asked = guide.findMaterial(material);
    if (asked == nullptr || asked->per == "case")
        return std::string(name);
    std::vector<std::string> keys;
    for (const auto& party : partiesOf(guide, draft))
        if (party.role == asked->per)
            keys.push_back(party.key);
    if (std::find(keys.begin(), keys.end(), name) != keys.end() || keys.empty())
        return std::string(name);
    if (name.empty() || name == asked->per)
        return keys.front();
    for (std::size_t n = 2; n <= keys.size(); ++n)
        if (name == asked->per + "#" + std::to_string(n))
            return keys[n - 1];
    return std::string(name);
}

std::string newPartyKey(const Guide& guide, const Case& draft, const std::string& role)
{
    std::set<std::string> taken;
    for (const auto& seat : seatsOf(guide, placesOf(draft)))
        taken.insert(seat.party.key);
    for (const auto& party : draft.parties)
        taken.insert(party.key);
    for (const auto& gone : draft.gone)
        taken.insert(gone.party.key);
    for (const auto& material : draft.materials)
        if (material.party != role)
            taken.insert(material.party);
    const auto fields =
        std::count_if(guide.parties.begin(), guide.parties.end(), [&role](const PartyRule& rule) {
            return rule.role == role && rule.name.find("/*") == std::string::npos;
        });
    for (auto n = fields + 1;; ++n)
        if (auto key = n == 1 ? role : role + "#" + std::to_string(n); !taken.contains(key))
            return key;
}

}  // namespace forms
