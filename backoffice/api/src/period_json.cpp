#include "period_json.h"

#include <nlohmann/json.hpp>

namespace api {

using nlohmann::json;

json periodToJson(const forms::Period& period)
{
    json object{{"unit", nameOf(period.unit)}};
    if (period.n)
        object["n"] = *period.n;
    if (!period.note.empty())
        object["note"] = period.note;
    return object;
}

forms::Period readPeriod(forms::JsonReader reader)
{
    forms::Period period;
    period.unit = reader.parsed<forms::TimeUnit>("unit", &forms::parseTimeUnit);
    if (reader.has("n"))
        period.n = static_cast<int>(reader.integer("n", 0, 100'000));
    period.note = reader.textOr("note");
    return period;
}

}  // namespace api
