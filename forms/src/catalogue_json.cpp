#include "bounded_json.h"
#include "calendar_json.h"

#include <forms/catalogue.h>

#include <nlohmann/json.hpp>

namespace forms {

namespace {

using Json = nlohmann::json;

constexpr unsigned MostAgeDays = 36'500;

tl::unexpected<base::Error> bad(const std::string& member)
{
    return base::fail(
        base::ErrorCode::BadInput, "The catalogue has no usable member {member}.", {{"member", member}});
}

std::optional<std::string> textMember(const Json& object, const char* member)
{
    const auto found = object.is_object() ? object.find(member) : object.end();
    if (!object.is_object() || found == object.end() || !found->is_string())
        return std::nullopt;
    return found->get<std::string>();
}

base::Result<CatalogueEntry> readEntry(const Json& json)
{
    CatalogueEntry entry;
    const auto code = textMember(json, "code");
    const auto version = textMember(json, "version");
    const auto digest = textMember(json, "sha256");
    const auto sha256 = digest ? base::Digest::parse(*digest) : std::nullopt;
    if (!code || code->empty() || !version || !sha256 || !json.contains("bytes")
        || !json["bytes"].is_number_unsigned())
        return bad("guides");
    return CatalogueEntry{*code, *version, *sha256, {json["bytes"].get<std::uint64_t>()}};
}

/// Whole days from 1 on, and no block before its warning.
std::optional<AgeLimits> readAge(const Json& catalogue)
{
    AgeLimits limits;
    const auto found = catalogue.find("stale");
    if (found == catalogue.end() || found->is_null())
        return limits;
    for (const auto& [member, days] :
         {std::pair{"warn", &limits.warnDays}, std::pair{"block", &limits.blockDays}})
    {
        const auto value = found->is_object() ? found->find(member) : found->end();
        if (!found->is_object() || value == found->end() || !value->is_number_unsigned() || *value < 1U
            || *value > MostAgeDays)
            return std::nullopt;
        *days = value->get<int>();
    }
    return limits.warnDays <= limits.blockDays ? std::optional(limits) : std::nullopt;
}

/// Absent and null: the release carries no office document. False: what stands there is no digest.
bool readOffice(const Json& json, std::optional<base::Digest>& office)
{
    const auto found = json.find("office");
    if (found == json.end() || found->is_null())
        return true;
    const auto text = textMember(json, "office");
    office = text ? base::Digest::parse(*text) : std::nullopt;
    return office.has_value();
}

/// Takes each guide's entry as soon as it is read and drops its JSON, so that the tree never holds more than one.
class EntryTaker
{
  public:
    bool take(int depth, Json::parse_event_t event, const Json& parsed)
    {
        using Event = Json::parse_event_t;
        constexpr int Members = 1;
        constexpr int Elements = 2;
        if (depth == Members && event == Event::key)
            m_inGuides = parsed == "guides";
        if (!m_inGuides || depth != Elements
            || (event != Event::object_end && event != Event::array_end && event != Event::value))
            return true;
        if (auto entry = m_bad ? bad("guides") : readEntry(parsed); entry)
            m_entries.push_back(std::move(*entry));
        else
            m_bad = true;
        return false;
    }

    base::Result<std::vector<CatalogueEntry>> entries(const Json& catalogue)
    {
        const auto guides = catalogue.find("guides");
        if (m_bad || guides == catalogue.end() || !guides->is_array())
            return bad("guides");
        return std::move(m_entries);
    }

  private:
    std::vector<CatalogueEntry> m_entries;
    bool m_inGuides = false;
    bool m_bad = false;
};

}  // namespace

std::string catalogueToJson(const Catalogue& catalogue)
{
    auto guides = Json::array();
    for (const auto& guide : catalogue.guides)
        guides.push_back({{"code", guide.code},
                          {"version", guide.version},
                          {"sha256", guide.sha256.toString()},
                          {"bytes", guide.bytes.value}});
    Json json{{"format", CatalogueFormat},
              {"release", catalogue.release},
              {"division", catalogue.division},
              {"issued", base::formatTimestamp(catalogue.issued)},
              {"calendar", calendarAsJson(catalogue.calendar)},
              {"stale", {{"warn", catalogue.age.warnDays}, {"block", catalogue.age.blockDays}}},
              {"guides", std::move(guides)}};
    if (catalogue.office)
        json["office"] = catalogue.office->toString();
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<Catalogue> catalogueFromJson(std::string_view text)
{
    if (auto bounded = checkBounds(text, MaxCatalogueJson); !bounded)
        return base::passOn(bounded);
    EntryTaker taker;
    const auto json = Json::parse(
        text,
        [&taker](int depth, Json::parse_event_t event, const Json& parsed) {
            return taker.take(depth, event, parsed);
        },
        false);
    if (json.is_discarded())
        return base::fail(base::ErrorCode::BadInput, "The text is not valid JSON.");
    if (textMember(json, "format") != CatalogueFormat)
        return bad("format");
    Catalogue catalogue;
    if (!json.contains("release") || !json["release"].is_number_unsigned()
        || json["release"].get<std::uint64_t>() > 1'000'000'000)
        return bad("release");
    catalogue.release = json["release"].get<int>();
    const auto division = textMember(json, "division");
    if (!division || division->empty())
        return bad("division");
    catalogue.division = *division;
    const auto issuedText = textMember(json, "issued");
    const auto issued = issuedText ? base::parseTimestamp(*issuedText) : std::nullopt;
    if (!issued)
        return bad("issued");
    catalogue.issued = *issued;
    auto calendar = calendarOf(json.value("calendar", Json()));
    if (!calendar)
        return base::passOn(calendar);
    catalogue.calendar = std::move(*calendar);
    const auto age = readAge(json);
    if (!age)
        return bad("stale");
    catalogue.age = *age;
    if (!readOffice(json, catalogue.office))
        return bad("office");
    auto entries = taker.entries(json);
    if (!entries)
        return base::passOn(entries);
    catalogue.guides = std::move(*entries);
    return catalogue;
}

}  // namespace forms
