#include <forms/form_data.h>

#include "bounded_json.h"

#include <nlohmann/json.hpp>

namespace forms {

namespace {

using Json = nlohmann::json;

constexpr std::size_t MaxRows = 10'000;

std::optional<Json::json_pointer> parsePointer(std::string_view pointer)
{
    try {
        return Json::json_pointer(std::string(pointer));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::optional<std::string> textOf(const Json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_number() || value.is_boolean())
        return value.dump();
    return std::nullopt;
}

/// Whether every step of the pointer leads through objects, rows that exist, or the row after the last.
bool canReach(const Json& root, Json::json_pointer pointer)
{
    std::vector<std::string> tokens;
    for (; !pointer.empty(); pointer.pop_back())
        tokens.insert(tokens.begin(), pointer.back());
    const Json* at = &root;
    for (const auto& token : tokens) {
        if (at->is_object()) {
            const auto found = at->find(token);
            if (found == at->end())
                return true;
            at = &*found;
        } else if (at->is_array()) {
            if (token == "-" || token == std::to_string(at->size()))
                return at->size() < MaxRows;
            if (token.empty() || token.find_first_not_of("0123456789") != std::string::npos
                || token.size() > 5 || std::stoul(token) >= at->size())
                return false;
            at = &(*at)[std::stoul(token)];
        } else {
            return at->is_null();
        }
    }
    return true;
}

}  // namespace

FormData::FormData()
    : m_json(std::make_unique<Json>(Json::object()))
{}

FormData::~FormData() = default;

FormData::FormData(const FormData& other)
    : m_json(std::make_unique<Json>(other.json()))
{}

FormData& FormData::operator=(const FormData& other)
{
    if (this != &other)
        m_json = std::make_unique<Json>(other.json());
    return *this;
}

// A moved-from FormData is empty, not broken: the fresh object stays behind.
FormData::FormData(FormData&& other) noexcept
    : FormData()
{
    m_json.swap(other.m_json);
}

FormData& FormData::operator=(FormData&& other) noexcept
{
    m_json.swap(other.m_json);
    return *this;
}

base::Result<FormData> FormData::parse(std::string_view json)
{
    auto parsed = parseBounded(json);
    if (!parsed)
        return base::passOn(parsed);
    if (!parsed->is_object())
        return base::fail(base::ErrorCode::BadInput, "The form data is not one JSON object.");
    // Better refused than kept as another number.
    if (!keepsNumbers(json))
        return base::fail(base::ErrorCode::BadInput, "A number has more digits than can be kept.");
    FormData data;
    *data.m_json = std::move(*parsed);
    return data;
}

FormData FormData::fromJson(const Json& object)
{
    FormData data;
    if (object.is_object())
        *data.m_json = object;
    return data;
}

std::string FormData::toJson() const
{
    return m_json->dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json& FormData::json() const
{
    return *m_json;
}

std::optional<std::string> FormData::text(std::string_view pointer) const
{
    const auto place = parsePointer(pointer);
    try {
        if (!place || !m_json->contains(*place))
            return std::nullopt;
        return textOf(m_json->at(*place));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::vector<std::string> FormData::texts(std::string_view pattern) const
{
    const auto star = pattern.find("/*");
    std::vector<std::string> found;
    if (star == std::string_view::npos) {
        if (auto one = text(pattern))
            found.push_back(std::move(*one));
        return found;
    }
    const auto place = parsePointer(pattern.substr(0, star));
    if (!place || !m_json->contains(*place) || !m_json->at(*place).is_array())
        return found;
    for (std::size_t row = 0; row < m_json->at(*place).size(); ++row) {
        const auto inRow = std::string(pattern.substr(0, star + 1)) + std::to_string(row)
                           + std::string(pattern.substr(star + 2));
        for (auto& one : texts(inRow))
            found.push_back(std::move(one));
    }
    return found;
}

base::Status FormData::set(std::string_view pointer, std::string_view valueJson)
{
    auto value = parseBounded(valueJson);
    if (!value)
        return base::passOn(value);
    const auto place = parsePointer(pointer);
    if (!place || place->empty() || !canReach(*m_json, *place))
        return base::fail(base::ErrorCode::BadInput,
                          "There is no place {pointer} in the form data.",
                          {{"pointer", std::string(pointer)}});
    (*m_json)[*place] = std::move(*value);
    return {};
}

void FormData::remove(std::string_view pointer)
{
    const auto place = parsePointer(pointer);
    if (!place || place->empty() || !m_json->contains(*place))
        return;
    const auto name = place->back();
    auto& parent = m_json->at(place->parent_pointer());
    if (parent.is_object())
        parent.erase(name);
    else
        parent.erase(static_cast<std::size_t>(std::stoul(name)));
}

bool FormData::empty() const
{
    return m_json->empty();
}

bool FormData::operator==(const FormData& other) const
{
    return *m_json == *other.m_json;
}

}  // namespace forms
