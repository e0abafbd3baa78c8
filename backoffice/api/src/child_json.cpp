#include "child_json.h"

#include "period_json.h"

#include <nlohmann/json.hpp>

namespace api {

using nlohmann::json;

json childToJson(const ChildRecord& record)
{
    const auto& child = record.child;
    json object{{"id", child.id},
                {"department", child.department},
                {"state", nameOf(child.state)},
                {"limit", periodToJson(record.limit)},
                {"allowed", json::array()}};
    const auto add = [&object](const char* name, const std::string& text) {
        if (!text.empty())
            object[name] = text;
    };
    add("after", child.after);
    add("started", child.started ? base::formatTimestamp(*child.started) : std::string());
    add("due", record.due ? base::formatDate(*record.due) : std::string());
    add("ended", child.ended ? base::formatTimestamp(*child.ended) : std::string());
    add("by", child.by);
    add("note", child.note);
    for (const auto action : record.allowed)
        object["allowed"].push_back(nameOf(action));
    return object;
}

ChildRecord readChild(forms::JsonReader& reader)
{
    ChildRecord record;
    auto& child = record.child;
    child.id = reader.text("id");
    child.department = reader.text("department");
    child.state = reader.parsed<forms::ChildState>("state", &forms::parseChildState);
    child.after = reader.textOr("after");
    if (reader.has("started"))
        child.started = reader.time("started");
    if (reader.has("ended"))
        child.ended = reader.time("ended");
    child.by = reader.textOr("by");
    child.note = reader.textOr("note");
    if (reader.has("due"))
        record.due = reader.date("due");
    if (reader.has("limit"))
        record.limit = readPeriod(reader.object("limit"));
    for (const auto& token : reader.texts("allowed"))
        if (const auto action = forms::parseChildAction(token))
            record.allowed.push_back(*action);
    return record;
}

}  // namespace api
