#include "schema_places.h"

#include "bounded_json.h"

#include <forms_data/draft_07_schema.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace forms {

namespace {

using Json = nlohmann::json;

constexpr std::string_view MetaschemaUri = "http://json-schema.org/draft-07/schema";

/// What these hold is data, whatever it looks like.
bool holdsData(std::string_view keyword)
{
    constexpr std::array<std::string_view, 4> Keywords{"const", "default", "enum", "examples"};
    return std::find(Keywords.begin(), Keywords.end(), keyword) != Keywords.end();
}

const Json& metaschema()
{
    static const Json Schema = Json::parse(forms_data::draft_07_schema);
    return Schema;
}

std::string_view withoutFragment(std::string_view uri)
{
    return uri.substr(0, uri.find('#'));
}

std::optional<std::string> decodePercent(std::string_view text)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'                           ? c - '0'
               : std::isxdigit(static_cast<unsigned char>(c)) ? (c | 0x20) - 'a' + 10
                                                              : -1;
    };
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0)
            return std::nullopt;
        decoded += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
        i += 2;
    }
    return decoded;
}

}  // namespace

std::string resolveUri(std::string_view base, std::string_view reference)
{
    base = withoutFragment(base);
    if (reference.empty() || reference[0] == '#')
        return std::string(base) + std::string(reference);
    const auto colon = reference.find(':');
    if (colon != std::string_view::npos && colon < reference.find_first_of("/?#"))
        return std::string(reference);
    const auto scheme = base.find("://");
    const auto root =
        scheme == std::string_view::npos ? 0 : std::min(base.size(), base.find('/', scheme + 3));
    if (reference[0] == '/')
        return std::string(base.substr(0, root)) + std::string(reference);
    const auto slash = base.rfind('/');
    const auto folder = slash == std::string_view::npos || slash < root
                            ? std::string(base.substr(0, root)) + "/"
                            : std::string(base.substr(0, slash + 1));
    return (base.empty() ? std::string() : folder) + std::string(reference);
}

SchemaPlaces::SchemaPlaces(const Json& schema)
    : m_schema(schema)
{
    m_known[""] = {"", &m_schema};
    m_known[std::string(MetaschemaUri)] = {std::string(MetaschemaUri), &metaschema()};
    m_bases[std::string(MetaschemaUri)] = MetaschemaUri;
    collect(schema, "", "");
}

void SchemaPlaces::collect(const Json& schema, const std::string& pointer, const std::string& base)
{
    if (schema.is_array())
        for (std::size_t i = 0; i < schema.size(); ++i)
            collect(schema[i], pointer + "/" + std::to_string(i), base);
    if (!schema.is_object())
        return;
    std::string here = base;
    const auto id = schema.find("$id");
    // Beside $ref nothing counts.
    if (id != schema.end() && id->is_string() && !schema.contains("$ref")) {
        auto uri = resolveUri(base, id->get_ref<const std::string&>());
        if (!uri.empty() && uri.back() == '#')
            uri.pop_back();
        // The first of two wins, and nobody stands in for the metaschema.
        m_known.emplace(uri, Place{pointer, &schema});
        here = withoutFragment(uri);
        if (here != base)
            m_bases[pointer] = here;
    }
    for (const auto& [keyword, value] : schema.items())
        if (!holdsData(keyword))
            collect(value, pointer + "/" + escapePointerToken(keyword), here);
}

/// The URI of the nearest part around it that has one.
std::string SchemaPlaces::baseOf(std::string_view pointer) const
{
    while (true) {
        if (const auto found = m_bases.find(pointer); found != m_bases.end())
            return found->second;
        const auto slash = pointer.rfind('/');
        if (slash == std::string_view::npos)
            return {};
        pointer = pointer.substr(0, slash);
    }
}

std::optional<SchemaPlaces::Place> SchemaPlaces::below(const Place& start, std::string_view fragment) const
{
    const auto decoded = decodePercent(fragment);
    if (!decoded)
        return std::nullopt;
    try {
        const Json::json_pointer way(*decoded);
        if (!start.schema->contains(way))
            return std::nullopt;
        return Place{start.pointer + way.to_string(), &start.schema->at(way)};
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

std::optional<SchemaPlaces::Place> SchemaPlaces::find(std::string_view from, std::string_view reference) const
{
    const auto uri = resolveUri(baseOf(from), reference);
    if (const auto named = m_known.find(uri); named != m_known.end())
        return named->second;
    const auto document = m_known.find(withoutFragment(uri));
    if (document == m_known.end())
        return std::nullopt;
    const auto hash = uri.find('#');
    return below(document->second, hash == std::string::npos ? "" : std::string_view(uri).substr(hash + 1));
}

}  // namespace forms
