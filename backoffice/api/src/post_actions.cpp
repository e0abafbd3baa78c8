#include <api/post_actions.h>

#include <forms/json_reader.h>

#include "action_json.h"
#include "period_json.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace api {

using nlohmann::json;

std::string_view nameOf(const RequestedAction& action)
{
    if (const auto* step = std::get_if<forms::Action>(&action))
        return forms::nameOf(*step);
    if (const auto* step = std::get_if<forms::ChildAction>(&action))
        return forms::nameOf(*step);
    switch (std::get<ClaimAction>(action)) {
    case ClaimAction::Claim: return "claim";
    case ClaimAction::Release: return "release";
    }
    return "";
}

std::optional<RequestedAction> parseRequestedAction(std::string_view token)
{
    if (token == "claim")
        return ClaimAction::Claim;
    if (token == "release")
        return ClaimAction::Release;
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
                {"points", request.points}};
    if (request.until)
        object["until"] = base::formatDate(*request.until);
    if (request.period)
        object["period"] = periodToJson(*request.period);
    if (!request.procedure.empty())
        object["procedure"] = request.procedure;
    if (!request.child.empty())
        object["child"] = request.child;
    return object;
}

ActionRequest readRequest(forms::JsonReader& reader)
{
    ActionRequest request;
    request.id = reader.id<base::ActionId>("id");
    request.action = reader.parsed<RequestedAction>("action", &parseRequestedAction);
    request.revision = static_cast<int>(reader.integer("revision", 1, std::numeric_limits<int>::max()));
    request.reason = reader.textOr("reason");
    request.points = reader.texts("points");
    if (reader.has("until"))
        request.until = reader.date("until");
    if (reader.has("period"))
        request.period = readPeriod(reader.object("period"));
    request.procedure = reader.textOr("procedure");
    const bool ofAChild = std::holds_alternative<forms::ChildAction>(request.action);
    request.child = ofAChild ? reader.text("child") : reader.textOr("child");
    if (ofAChild == request.child.empty())
        reader.reject("child");
    return request;
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
