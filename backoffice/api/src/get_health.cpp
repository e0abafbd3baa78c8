#include <api/get_health.h>

#include <api/query.h>
#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

namespace api {

std::string healthPath(std::string_view nonce)
{
    return std::string(GetHealth.path) + '?' + formatQuery({{"nonce", std::string(nonce)}});
}

std::string toJson(const Health& health)
{
    return forms::writeJson({{"format", HealthFormat},
                             {"server", health.server},
                             {"time", base::formatTimestamp(health.time)},
                             {"nonce", health.nonce}});
}

base::Result<Health> parseHealth(std::string_view text)
{
    const auto body = forms::parseJson(text, HealthFormat, MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, HealthFormat);
    if (reader.text("format") != HealthFormat)
        reader.reject("format");
    Health health{reader.text("server"), reader.time("time"), reader.textOr("nonce")};
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return health;
}

}  // namespace api
