#include "part_text.h"

#include "case_text.h"

#include <papers/period_text.h>

namespace cli {

namespace {

nlohmann::json textOrNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

nlohmann::json timeOrNull(const std::optional<base::Timestamp>& at)
{
    return at ? nlohmann::json(base::formatTimestamp(*at)) : nlohmann::json();
}

/// Its day and what was said of it; of one whose clock runs, when it is due.
std::string endText(const api::ChildRecord& part, const Context& context)
{
    const auto& child = part.child;
    if (child.ended) {
        const auto day = base::formatDate(base::hallDate(*child.ended));
        return child.note.empty() ? day : day + "\t" + child.note;
    }
    if (!child.started)
        return {};
    if (part.due)
        return context.say("by {day}", {{"day", base::formatDate(*part.due)}});
    return papers::deadlineText({part.limit, {}, {}}, context.settings().language);
}

}  // namespace

nlohmann::json childrenJson(const std::vector<forms::ChildPlan>& children)
{
    auto list = nlohmann::json::array();
    for (const auto& child : children) {
        auto json = deadlineJson(child.due);
        json["id"] = child.id;
        json["department"] = child.department;
        json["after"] = child.after;
        list.push_back(std::move(json));
    }
    return list;
}

nlohmann::json partsJson(const std::vector<api::ChildRecord>& parts)
{
    auto list = nlohmann::json::array();
    for (const auto& part : parts) {
        const auto& child = part.child;
        auto json = deadlineJson({part.limit, part.due, {}});
        json["id"] = child.id;
        json["department"] = child.department;
        json["after"] = child.after;
        json["state"] = nameOf(child.state);
        json["started"] = timeOrNull(child.started);
        json["ended"] = timeOrNull(child.ended);
        json["by"] = textOrNull(child.by);
        json["note"] = textOrNull(child.note);
        json["allowed"] = nlohmann::json::array();
        for (const auto action : part.allowed)
            json["allowed"].push_back(nameOf(action));
        list.push_back(std::move(json));
    }
    return list;
}

std::string partsText(const std::vector<api::ChildRecord>& parts, const Context& context)
{
    std::string text;
    for (const auto& part : parts)
        text += "+ " + part.child.id + "\t" + part.child.department + "\t"
                + context.say(forms::titleOf(part.child.state)) + "\t" + endText(part, context) + "\n";
    return text;
}

}  // namespace cli
