#include <forms/completeness.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace forms {

namespace {

using Json = nlohmann::ordered_json;

/// Material ids in order, each once however many parties need it.
Json idsOf(const std::vector<MaterialNeed>& needs)
{
    auto ids = Json::array();
    for (const auto& need : needs)
        if (std::find(ids.begin(), ids.end(), Json(need.material)) == ids.end())
            ids.push_back(need.material);
    return ids;
}

Json findingJson(const Finding& finding, const std::string& text)
{
    Json json{{"id", finding.id}};
    const auto put = [&json](const char* member, const std::string& value) {
        if (!value.empty())
            json[member] = value;
    };
    put("material", finding.material);
    put("party", finding.party);
    put("point", finding.point);
    put("form", finding.form);
    put("field", finding.field);
    put("question", finding.question);
    json["level"] = nameOf(finding.level);
    json["text"] = text;
    return json;
}

}  // namespace

std::string completenessToJson(const Completeness& completeness, const std::vector<std::string>& texts)
{
    Json json{{"verdict", nameOf(completeness.verdict)}};
    if (!completeness.route.empty())
        json["route"] = completeness.route;
    json["required"] = idsOf(completeness.required);
    json["exempt"] = idsOf(completeness.exempt);
    json["missing"] = idsOf(completeness.missing);
    json["findings"] = Json::array();
    for (std::size_t i = 0; i < completeness.findings.size(); ++i)
        json["findings"].push_back(
            findingJson(completeness.findings[i], i < texts.size() ? texts[i] : std::string()));
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace forms
