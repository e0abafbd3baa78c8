#include <api/get_changes.h>

#include <api/query.h>
#include <forms/json_reader.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace api {

namespace {

using forms::JsonReader;
using nlohmann::json;

constexpr std::array<std::pair<ChangeKind, std::string_view>, 5> Kinds{{
    {ChangeKind::Action, "action"},
    {ChangeKind::Annotation, "annotation"},
    {ChangeKind::Receipt, "receipt"},
    {ChangeKind::Due, "due"},
    {ChangeKind::Document, "document"},
}};

json changeToJson(const Change& change)
{
    return {{"cursor", change.cursor},
            {"case", change.caseId.toString()},
            {"revision", change.revision},
            {"kind", nameOf(change.kind)},
            {"state", nameOf(change.state)},
            {"at", base::formatTimestamp(change.at)}};
}

Change readChange(JsonReader& reader)
{
    Change change;
    change.cursor = reader.text("cursor");
    change.caseId = reader.id<base::CaseId>("case");
    change.revision = static_cast<int>(reader.integer("revision", 1, std::numeric_limits<int>::max()));
    change.kind = reader.parsed<ChangeKind>("kind", &parseChangeKind);
    change.state = reader.parsed<forms::CaseState>("state", &forms::parseCaseState);
    change.at = reader.time("at");
    return change;
}

std::optional<std::chrono::seconds> parseWait(std::string_view text)
{
    std::uint32_t seconds = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || stop != text.data() + text.size())
        return std::nullopt;
    return std::min(MaxWait, std::chrono::seconds(seconds));
}

}  // namespace

std::string_view nameOf(ChangeKind kind)
{
    for (const auto& [known, token] : Kinds)
        if (known == kind)
            return token;
    return "";
}

std::optional<ChangeKind> parseChangeKind(std::string_view token)
{
    for (const auto& [kind, known] : Kinds)
        if (known == token)
            return kind;
    return std::nullopt;
}

std::string changesPath(const ChangesQuery& query)
{
    Query parameters{{"since", query.since}};
    if (query.wait.count() > 0)
        parameters["wait"] = std::to_string(query.wait.count());
    const auto text = formatQuery(parameters);
    return std::string(GetChanges.path) + (text.empty() ? "" : "?" + text);
}

base::Result<ChangesQuery> parseChangesQuery(std::string_view text)
{
    const auto parameters = parseQuery(text);
    ChangesQuery query;
    bool valid = parameters.has_value();
    if (valid) {
        if (const auto found = parameters->find("since"); found != parameters->end())
            query.since = found->second;
        if (const auto found = parameters->find("wait"); found != parameters->end() && !found->second.empty())
        {
            const auto wait = parseWait(found->second);
            valid = wait.has_value();
            query.wait = wait.value_or(std::chrono::seconds(0));
        }
    }
    if (!valid)
        return base::fail(
            base::ErrorCode::BadInput,
            "The question for changes is not valid: since is a cursor and wait a number of seconds.");
    return query;
}

std::string toJson(const ChangesAnswer& answer)
{
    json changes = json::array();
    for (const auto& change : answer.changes)
        changes.push_back(changeToJson(change));
    return forms::writeJson({{"changes", changes}, {"cursor", answer.cursor}});
}

base::Result<ChangesAnswer> parseChangesAnswer(std::string_view text)
{
    const auto body = forms::parseJson(text, "list of changes", MaxJsonBytes);
    if (!body)
        return base::passOn(body);
    JsonReader reader(*body, "list of changes");
    if (!reader.has("changes"))
        reader.reject("changes");
    ChangesAnswer answer;
    reader.each("changes", [&](JsonReader& item) {
        if (parseChangeKind(item.text("kind")))
            answer.changes.push_back(readChange(item));
    });
    answer.cursor = reader.text("cursor");
    if (const auto status = reader.status(); !status)
        return base::passOn(status);
    return answer;
}

}  // namespace api
