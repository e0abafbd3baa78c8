#include <api/post_actions.h>

#include <forms/json_reader.h>

#include "action_json.h"
#include "period_json.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <utility>

namespace api {

using nlohmann::json;

std::string_view nameOf(const RequestedAction& action)
{
    if (const auto* step = std::get_if<forms::Action>(&action))
        return forms::nameOf(*step);
    return forms::nameOf(std::get<forms::ChildAction>(action));
}

std::optional<RequestedAction> parseRequestedAction(std::string_view token)
{
    if (const auto step = forms::parseAction(token))
        return *step;
    if (const auto step = forms::parseChildAction(token))
        return *step;
    return std::nullopt;
}

json requestToJson(const ActionRequest& request)
{
    json object{{"id", request.id.toString()},
                {"action", nameOf(request.action)},
                {"revision", request.revision},
                {"reason", request.reason},
                {"cites", request.cites}};
    if (request.until)
        object["until"] = base::formatDate(*request.until);
    if (request.period)
        object["period"] = periodToJson(*request.period);
    if (!request.procedure.empty())
        object["procedure"] = request.procedure;
    for (const auto& [name, text] : {std::pair("child", &request.child),
                                     std::pair("taker", &request.taker),
                                     std::pair("how", &request.how),
                                     std::pair("proof", &request.proof)})
        if (!text->empty())
            object[name] = *text;
    return object;
}

ActionRequest readRequest(forms::JsonReader& reader)
{
    ActionRequest request;
    request.id = reader.id<base::ActionId>("id");
    request.action = reader.parsed<RequestedAction>("action", &parseRequestedAction);
    request.revision = static_cast<int>(reader.integer("revision", 1, std::numeric_limits<int>::max()));
    request.reason = reader.textOr("reason");
    request.cites = reader.texts(reader.has("cites") ? "cites" : "points");
    if (reader.has("until"))
        request.until = reader.date("until");
    if (reader.has("period"))
        request.period = readPeriod(reader.object("period"));
    request.procedure = reader.textOr("procedure");
    const bool ofAChild = std::holds_alternative<forms::ChildAction>(request.action);
    request.child = ofAChild ? reader.text("child") : reader.textOr("child");
    if (ofAChild == request.child.empty())
        reader.reject("child");
    request.taker = reader.textOr("taker");
    request.how = reader.textOr("how");
    request.proof = reader.textOr("proof");
    return request;
}

forms::StepRequest stepOf(const ActionRequest& request)
{
    forms::StepRequest step;
    if (const auto* action = std::get_if<forms::Action>(&request.action))
        step.action = *action;
    step.reason = request.reason;
    step.cites = request.cites;
    step.until = request.until;
    step.period = request.period;
    step.procedure = request.procedure;
    step.taker = request.taker;
    step.how = request.how;
    step.proof = request.proof;
    return step;
}

std::string toJson(const ActionRequest& request)
{
    return forms::writeJson(requestToJson(request));
}

base::Result<ActionRequest> parseActionRequest(std::string_view text)
{
    const auto body = forms::parseJson(text, "action", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "action");
    auto request = readRequest(reader);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return request;
}

std::string toJson(const ActionAnswer& answer)
{
    json object{{"case", answer.caseId.toString()},
                {"revision", answer.revision},
                {"state", nameOf(answer.state)},
                {"number", answer.number},
                {"claimed_by", answer.claimedBy}};
    if (answer.child)
        object["child_state"] = nameOf(*answer.child);
    return forms::writeJson(object);
}

base::Result<ActionAnswer> parseActionAnswer(std::string_view text)
{
    const auto body = forms::parseJson(text, "action's answer", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "action's answer");
    ActionAnswer answer;
    answer.caseId = reader.id<base::CaseId>("case");
    answer.revision = static_cast<int>(reader.integer("revision", 1, std::numeric_limits<int>::max()));
    answer.state = reader.parsed<forms::CaseState>("state", &forms::parseCaseState);
    answer.number = reader.textOr("number");
    answer.claimedBy = reader.textOr("claimed_by");
    if (reader.has("child_state"))
        answer.child = reader.parsed<forms::ChildState>("child_state", &forms::parseChildState);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return answer;
}

}  // namespace api
