#include <api/endpoint.h>
#include <api/problem.h>

#include <forms/json_reader.h>
#include <i18n/phrase.h>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace api {

namespace {

using nlohmann::json;

constexpr std::string_view TypePrefix = "urn:onewindow:problem:";
constexpr std::int64_t LongestWait = 7 * 24 * 3600;

/// A bare status may come from a proxy that knows nothing of our codes.
ProblemCode codeOfStatus(int status)
{
    for (const auto code : allProblemCodes())
        if (httpStatusOf(code) == status)
            return code == ProblemCode::MissingPages ? ProblemCode::BadRequest : code;
    return status >= 400 && status < 500 ? ProblemCode::BadRequest : ProblemCode::Busy;
}

json findingToJson(const ProblemFinding& finding)
{
    json object{{"id", finding.id}, {"level", finding.level}, {"text", finding.text}};
    if (!finding.material.empty())
        object["material"] = finding.material;
    if (!finding.point.empty())
        object["point"] = finding.point;
    if (!finding.field.empty())
        object["field"] = finding.field;
    return object;
}

ProblemFinding readFinding(forms::JsonReader& reader)
{
    return {reader.text("id"),
            reader.textOr("material"),
            reader.textOr("point"),
            reader.textOr("field"),
            reader.textOr("level"),
            reader.textOr("text")};
}

json argumentsToJson(const std::vector<base::Argument>& arguments)
{
    json list = json::array();
    for (const auto& argument : arguments) {
        list.push_back({{"name", argument.name}, {"value", argument.value}});
        if (argument.isMessage)
            list.back()["word"] = true;
    }
    return list;
}

Problem readProblem(forms::JsonReader& reader)
{
    Problem problem;
    const auto type = reader.text("type");
    const auto code =
        type.starts_with(TypePrefix) ? parseProblemCode(type.substr(TypePrefix.size())) : std::nullopt;
    if (!code)
        reader.reject("type");
    problem.code = code.value_or(ProblemCode::Busy);
    problem.message = reader.has("message") ? reader.text("message") : reader.textOr("detail");
    reader.each("arguments", [&](forms::JsonReader& argument) {
        problem.arguments.push_back(
            {argument.text("name"), argument.text("value"), argument.flagOr("word", false)});
    });
    problem.missing = reader.parsedList<base::Digest>("missing", &base::Digest::parse);
    reader.each("findings", [&](forms::JsonReader& item) { problem.findings.push_back(readFinding(item)); });
    if (reader.has("retry_after"))
        problem.retryAfter = std::chrono::seconds(reader.integer("retry_after", 0, LongestWait));
    return problem;
}

}  // namespace

std::string toJson(const Problem& problem)
{
    const auto sentence = base::describe(toError(problem));
    json body{{"type", std::string(TypePrefix).append(nameOf(problem.code))},
              {"title", nameOf(problem.code)},
              {"status", httpStatusOf(problem.code)},
              {"detail", sentence}};
    if (!problem.message.empty())
        body["message"] = problem.message;
    if (!problem.arguments.empty())
        body["arguments"] = argumentsToJson(problem.arguments);
    for (const auto& digest : problem.missing)
        body["missing"].push_back(digest.toString());
    for (const auto& finding : problem.findings)
        body["findings"].push_back(findingToJson(finding));
    if (problem.retryAfter)
        body["retry_after"] = problem.retryAfter->count();
    return forms::writeJson(body);
}

base::Result<Problem> parseProblem(std::string_view text)
{
    const auto body = forms::parseJson(text, "problem", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "problem");
    auto problem = readProblem(reader);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return problem;
}

Problem problemFromAnswer(int httpStatus, std::string_view body)
{
    if (auto problem = parseProblem(body))
        return *std::move(problem);
    Problem problem;
    problem.code = codeOfStatus(httpStatus);
    problem.message = i18n::messageId("The back office answered with HTTP status {status} and no reason.");
    problem.arguments = {{"status", std::to_string(httpStatus)}};
    return problem;
}

}  // namespace api
