#include <forms/field_mark.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace forms {

namespace {

constexpr std::string_view Prefix = "/forms/";

const std::vector<std::string>* idsOf(const Case& draft, const std::string& form, const std::string& table)
{
    const auto tables = draft.rows.find(form);
    if (tables == draft.rows.end())
        return nullptr;
    const auto ids = tables->second.find(table);
    return ids == tables->second.end() ? nullptr : &ids->second;
}

/// Goes over a pointer part by part; `change` may replace a part, given what stands before it.
template <class Change>
std::optional<std::string> mapParts(std::string_view pointer, const Change& change)
{
    std::string mapped;
    while (!pointer.empty()) {
        if (pointer.front() != '/')
            return std::nullopt;
        const auto end = pointer.find('/', 1);
        const auto part = pointer.substr(1, end == pointer.npos ? pointer.npos : end - 1);
        const auto next = change(mapped, part);
        if (!next)
            return std::nullopt;
        mapped += "/" + *next;
        pointer = end == pointer.npos ? std::string_view() : pointer.substr(end);
    }
    return mapped;
}

}  // namespace

std::string fieldTarget(const Case& draft, const FieldPlace& place)
{
    const auto named =
        mapParts(place.pointer, [&](const std::string& table, std::string_view part) -> std::optional<std::string> {
            const auto* ids = idsOf(draft, place.form, table);
            std::size_t row = 0;
            const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), row);
            const bool isRow = error == std::errc() && end == part.data() + part.size();
            return ids && isRow && row < ids->size() ? "@" + (*ids)[row] : std::string(part);
        });
    return std::string(Prefix) + place.form + named.value_or(place.pointer);
}

bool isFieldTarget(std::string_view target)
{
    return target.starts_with(Prefix) && target.size() > Prefix.size();
}

std::optional<FieldPlace> fieldPlaceOf(const Case& draft, std::string_view target)
{
    if (!isFieldTarget(target))
        return std::nullopt;
    target.remove_prefix(Prefix.size());
    const auto slash = target.find('/');
    FieldPlace place{std::string(target.substr(0, slash)), {}};
    if (slash == target.npos)
        return place;
    // The ids stand under the table's own pointer, whose rows above it are numbered by then.
    const auto numbered = mapParts(
        target.substr(slash), [&](const std::string& table, std::string_view part) -> std::optional<std::string> {
            if (!part.starts_with('@'))
                return std::string(part);
            const auto* ids = idsOf(draft, place.form, table);
            if (!ids)
                return std::nullopt;
            const auto found = std::find(ids->begin(), ids->end(), part.substr(1));
            if (found == ids->end())
                return std::nullopt;
            return std::to_string(found - ids->begin());
        });
    if (!numbered)
        return std::nullopt;
    place.pointer = *numbered;
    return place;
}

std::string valueAtTarget(const Case& draft, std::string_view target)
{
    const auto place = fieldPlaceOf(draft, target);
    const auto data = place ? draft.forms.find(place->form) : draft.forms.end();
    if (data == draft.forms.end())
        return {};
    if (const auto text = data->second.text(place->pointer))
        return *text;
    try {
        const nlohmann::json::json_pointer pointer(place->pointer);
        const auto& json = data->second.json();
        return json.contains(pointer)
                   ? json.at(pointer).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                   : std::string();
    } catch (const nlohmann::json::exception&) {
        return {};  // somebody else's pointer, which is none
    }
}

}  // namespace forms
