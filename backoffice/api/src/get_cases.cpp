#include <api/get_cases.h>

#include <api/query.h>
#include <forms/json_reader.h>

#include "case_summary_json.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <limits>

namespace api {

namespace {

using nlohmann::json;

auto badQuery(std::string_view parameter)
{
    return base::fail(base::ErrorCode::BadInput,
                      "The parameter {parameter} of the question is not valid.",
                      {{"parameter", std::string(parameter)}});
}

}  // namespace

json summaryToJson(const CaseSummary& summary)
{
    json object{{"case", summary.caseId.toString()},
                {"revision", summary.revision},
                {"state", nameOf(summary.state)},
                {"matter", summary.matter},
                {"matter_name", summary.matterName},
                {"number", summary.number},
                {"applicant", summary.applicant},
                {"received", base::formatTimestamp(summary.received)},
                {"claimed_by", summary.claimedBy},
                {"light", nameOf(summary.light)},
                {"waits",
                 {{"who", nameOf(summary.waits.who)}, {"since", base::formatTimestamp(summary.waits.since)}}},
                {"flags", summary.flags},
                {"flagged", summary.flagged()}};
    if (summary.due)
        object["due"] = base::formatDate(*summary.due);
    if (summary.dueAt)
        object["due_at"] = base::formatTimestamp(*summary.dueAt);
    return object;
}

namespace {

forms::Waiting readWaiting(forms::JsonReader reader)
{
    return {reader.parsed<forms::WaitsFor>("who", &forms::parseWaitsFor), reader.time("since")};
}

}  // namespace

CaseSummary readSummary(forms::JsonReader& reader)
{
    CaseSummary summary;
    summary.caseId = reader.id<base::CaseId>("case");
    summary.revision = static_cast<int>(reader.integer("revision", 1, std::numeric_limits<int>::max()));
    summary.state = reader.parsed<forms::CaseState>("state", &forms::parseCaseState);
    summary.matter = reader.text("matter");
    summary.matterName = reader.textOr("matter_name");
    summary.number = reader.textOr("number");
    summary.applicant = reader.textOr("applicant");
    summary.received = reader.time("received");
    summary.claimedBy = reader.textOr("claimed_by");
    if (reader.has("due"))
        summary.due = reader.date("due");
    if (reader.has("due_at"))
        summary.dueAt = reader.time("due_at");
    // A back office of before, or what was kept of it, tells neither light nor who has to act.
    if (reader.has("light"))
        summary.light = reader.parsed<forms::Light>("light", &forms::parseLight);
    if (reader.has("waits"))
        summary.waits = readWaiting(reader.object("waits"));
    summary.flags = reader.texts("flags");
    return summary;
}

std::string casesPath(const CasesQuery& query)
{
    Query parameters{{"cursor", query.cursor}};
    if (query.state)
        parameters["state"] = nameOf(*query.state);
    if (query.limit != DefaultCasesLimit)
        parameters["limit"] = std::to_string(query.limit);
    const auto text = formatQuery(parameters);
    return std::string(GetCases.path) + (text.empty() ? "" : "?" + text);
}

base::Result<CasesQuery> parseCasesQuery(std::string_view text)
{
    const auto parameters = parseQuery(text);
    if (!parameters)
        return badQuery("?");
    CasesQuery query;
    if (const auto found = parameters->find("state"); found != parameters->end() && !found->second.empty()) {
        query.state = forms::parseCaseState(found->second);
        if (!query.state)
            return badQuery("state");
    }
    if (const auto found = parameters->find("cursor"); found != parameters->end())
        query.cursor = found->second;
    if (const auto found = parameters->find("limit"); found != parameters->end() && !found->second.empty()) {
        const auto* end = found->second.data() + found->second.size();
        const auto [stop, error] = std::from_chars(found->second.data(), end, query.limit);
        if (error != std::errc() || stop != end || query.limit < 1 || query.limit > MaxCasesLimit)
            return badQuery("limit");
    }
    return query;
}

std::string toJson(const CaseSummary& summary)
{
    return forms::writeJson(summaryToJson(summary));
}

std::string toJson(const CasesAnswer& answer)
{
    json cases = json::array();
    for (const auto& summary : answer.cases)
        cases.push_back(summaryToJson(summary));
    return forms::writeJson({{"cases", cases}, {"cursor", answer.cursor}});
}

base::Result<CaseSummary> parseCaseSummary(std::string_view text)
{
    const auto body = forms::parseJson(text, "case summary", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "case summary");
    auto summary = readSummary(reader);
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return summary;
}

base::Result<CasesAnswer> parseCasesAnswer(std::string_view text)
{
    const auto body = forms::parseJson(text, "list of cases", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    forms::JsonReader reader(*body, "list of cases");
    if (!reader.has("cases"))
        reader.reject("cases");
    CasesAnswer answer;
    reader.each("cases", [&](forms::JsonReader& item) { answer.cases.push_back(readSummary(item)); });
    answer.cursor = reader.textOr("cursor");
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return answer;
}

}  // namespace api
