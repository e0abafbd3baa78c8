#include <forms/row_ids.h>

#include "table_rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace forms {

namespace {

std::string belowRow(const std::string& pattern, std::size_t star)
{
    return pattern.size() > star + 2 ? pattern.substr(star + 2) : std::string();
}

}  // namespace

const nlohmann::json* tableOf(const FormData& data, const std::string& table)
{
    try {
        const nlohmann::json::json_pointer place(table);
        const auto& json = data.json();
        return json.contains(place) && json.at(place).is_array() ? &json.at(place) : nullptr;
    } catch (const nlohmann::json::exception&) {
        return nullptr;
    }
}

std::vector<PeopleTable> peopleTables(const Guide& guide, std::string_view form)
{
    std::vector<PeopleTable> tables;
    for (const auto& rule : guide.parties) {
        const auto star = rule.name.find("/*");
        if (rule.form != form || star == std::string::npos)
            continue;
        const auto pointer = rule.name.substr(0, star);
        const bool together = rule.number.starts_with(pointer + "/*");
        PersonColumns columns{
            rule.role, belowRow(rule.name, star), together ? belowRow(rule.number, star) : std::string()};
        auto known = std::find_if(tables.begin(), tables.end(), [&pointer](const PeopleTable& table) {
            return table.pointer == pointer;
        });
        if (known == tables.end())
            known = tables.insert(tables.end(), PeopleTable{pointer, {}});
        known->people.push_back(std::move(columns));
    }
    return tables;
}

std::size_t rowCount(const FormData& data, const std::string& table)
{
    const auto* rows = tableOf(data, table);
    return rows == nullptr ? 0 : rows->size();
}

const std::vector<std::string>* idsOfRows(const std::map<std::string, RowIds>& rows,
                                          const std::string& form,
                                          const std::string& table,
                                          std::size_t count)
{
    const auto tables = rows.find(form);
    if (tables == rows.end())
        return nullptr;
    const auto found = tables->second.find(table);
    if (found == tables->second.end() || found->second.size() != count)
        return nullptr;
    const std::set<std::string_view> each(found->second.begin(), found->second.end());
    return each.size() == count && !each.contains("") ? &found->second : nullptr;
}

RowIds rowsAfter(const std::vector<PeopleTable>& tables,
                 const FormData& before,
                 const RowIds& ids,
                 const FormData& after,
                 const NewRowId& newId)
{
    RowIds result;
    for (const auto& table : tables) {
        const auto known = ids.find(table.pointer);
        const auto same = sameRows(table, before, after);
        for (std::size_t row = 0; row < same.size(); ++row) {
            const bool hasId = same[row] && known != ids.end() && *same[row] < known->second.size();
            result[table.pointer].push_back(hasId ? known->second[*same[row]] : newId(table, row));
        }
    }
    return result;
}

}  // namespace forms
