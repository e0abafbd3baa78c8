#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

namespace forms {

namespace {

bool isDeeperThan(std::string_view bytes, int limit)
{
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

const nlohmann::json& emptyObject()
{
    static const nlohmann::json empty = nlohmann::json::object();
    return empty;
}

}  // namespace

base::Result<nlohmann::json> parseJson(std::string_view bytes, std::string_view what, std::size_t limit)
{
    if (bytes.size() > limit)
        return base::fail(base::ErrorCode::BadInput,
                          "The {what} is larger than {limit} bytes and was not read.",
                          {{"what", std::string(what)}, {"limit", std::to_string(limit)}});
    if (isDeeperThan(bytes, MaxNesting))
        return base::fail(base::ErrorCode::BadInput,
                          "The {what} is nested deeper than {limit} levels and was not read.",
                          {{"what", std::string(what)}, {"limit", std::to_string(MaxNesting)}});
    auto value = nlohmann::json::parse(bytes, nullptr, false);
    if (value.is_discarded())
        return base::fail(base::ErrorCode::BadInput,
                          "The {what} is not JSON: it is damaged or something else.",
                          {{"what", std::string(what)}});
    return value;
}

std::string writeJson(const nlohmann::json& value)
{
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

struct JsonReader::Trouble {
    std::string what;
    std::optional<std::string> member;
};

JsonReader::JsonReader(const nlohmann::json& object, std::string_view what)
    : JsonReader(object, std::string(), std::make_shared<Trouble>(Trouble{std::string(what), {}}))
{
    if (!object.is_object())
        reject("");
}

JsonReader::JsonReader(const nlohmann::json& object, std::string path, std::shared_ptr<Trouble> trouble)
    : m_object(object.is_object() ? &object : &emptyObject())
    , m_path(std::move(path))
    , m_trouble(std::move(trouble))
{}

const nlohmann::json* JsonReader::find(std::string_view name) const
{
    const auto found = m_object->find(name);
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

bool JsonReader::has(std::string_view name) const
{
    return find(name) != nullptr;
}

const nlohmann::json* JsonReader::need(std::string_view name)
{
    const auto* member = find(name);
    if (!member)
        reject(name);
    return member;
}

std::string JsonReader::text(std::string_view name)
{
    const auto* member = need(name);
    if (member && member->is_string())
        return member->get_ref<const std::string&>();
    reject(name);
    return {};
}

std::string JsonReader::textOr(std::string_view name)
{
    return has(name) ? text(name) : std::string();
}

std::int64_t JsonReader::integer(std::string_view name, std::int64_t least, std::int64_t most)
{
    const auto* member = need(name);
    const bool tooLarge =
        member && member->is_number_unsigned() && member->get<std::uint64_t>() > std::uint64_t{INT64_MAX};
    if (!member || !member->is_number_integer() || tooLarge) {
        reject(name);
        return least;
    }
    const auto value = member->get<std::int64_t>();
    if (value < least || value > most) {
        reject(name);
        return least;
    }
    return value;
}

double JsonReader::number(std::string_view name)
{
    const auto* member = need(name);
    if (member && member->is_number())
        return member->get<double>();
    reject(name);
    return 0;
}

bool JsonReader::flagOr(std::string_view name, bool otherwise)
{
    const auto* member = find(name);
    if (member && !member->is_boolean())
        reject(name);
    return member && member->is_boolean() ? member->get<bool>() : otherwise;
}

base::Digest JsonReader::digest(std::string_view name)
{
    return parsed<base::Digest>(name, &base::Digest::parse);
}

base::Timestamp JsonReader::time(std::string_view name)
{
    return parsed<base::Timestamp>(name, &base::parseTimestamp);
}

base::Date JsonReader::date(std::string_view name)
{
    return parsed<base::Date>(name, &base::parseDate);
}

std::vector<std::string> JsonReader::texts(std::string_view name)
{
    std::vector<std::string> values;
    const auto* member = find(name);
    if (!member)
        return values;
    if (!member->is_array())
        reject(name);
    for (const auto& item : *member) {
        if (item.is_string())
            values.push_back(item.get<std::string>());
        else
            reject(name);
    }
    return values;
}

std::map<std::string, std::string> JsonReader::textMap(std::string_view name)
{
    std::map<std::string, std::string> values;
    const auto* member = find(name);
    if (!member)
        return values;
    if (!member->is_object()) {
        reject(name);
        return values;
    }
    for (const auto& [key, item] : member->items()) {
        if (item.is_string())
            values.emplace(key, item.get<std::string>());
        else
            reject(name);
    }
    return values;
}

void JsonReader::each(std::string_view name, const std::function<void(JsonReader&)>& read)
{
    const auto* member = find(name);
    if (!member)
        return;
    if (!member->is_array()) {
        reject(name);
        return;
    }
    std::size_t index = 0;
    for (const auto& item : *member) {
        const auto path = m_path + '/' + std::string(name) + '/' + std::to_string(index++);
        JsonReader reader(item, path, m_trouble);
        if (!item.is_object())
            reader.reject("");
        else
            read(reader);
    }
}

JsonReader JsonReader::object(std::string_view name)
{
    const auto* member = need(name);
    if (member && !member->is_object())
        reject(name);
    return {member ? *member : emptyObject(), m_path + '/' + std::string(name), m_trouble};
}

void JsonReader::reject(std::string_view name)
{
    if (!m_trouble->member)
        m_trouble->member = name.empty() ? m_path : m_path + '/' + std::string(name);
}

base::Status JsonReader::status() const
{
    if (!m_trouble->member)
        return {};
    return base::fail(
        base::ErrorCode::BadInput,
        "The {what} is not valid: its member {member} is missing or not what it must be.",
        {{"what", m_trouble->what}, {"member", m_trouble->member->empty() ? "/" : *m_trouble->member}});
}

}  // namespace forms
