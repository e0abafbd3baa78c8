#include "answers_json.h"
#include "guide_json.h"

#include <algorithm>

namespace forms {

namespace {

using Json = nlohmann::json;

QuestionKind readKind(const std::string& token)
{
    return token == "multi"    ? QuestionKind::Multi
           : token == "number" ? QuestionKind::Number
                               : QuestionKind::Single;
}

RouteOutcome readOutcome(const std::string& token)
{
    return token == "not-needed"      ? RouteOutcome::NotNeeded
           : token == "not-competent" ? RouteOutcome::NotCompetent
                                      : RouteOutcome::Refused;
}

std::optional<CompetentAuthority> readAuthority(const Json& route)
{
    const auto found = route.find("authority");
    if (found == route.end())
        return std::nullopt;
    return CompetentAuthority{textOf(*found, "name"),
                              textOf(*found, "uscc"),
                              textOf(*found, "address"),
                              textOf(*found, "telephone")};
}

}  // namespace

Question readQuestion(const Json& json, const std::string& path, GuideProblems& problems)
{
    Question question;
    question.id = textOf(json, "id");
    question.text = textOf(json, "text");
    question.kind = readKind(textOf(json, "kind"));
    question.prefill = textOf(json, "prefill");
    if (const auto options = json.find("options"); options != json.end())
        for (const auto& option : *options)
            question.options.push_back({textOf(option, "value"), textOf(option, "text")});
    if (const auto when = json.find("when"); when != json.end())
        question.when = readCondition(*when, path + "/when", problems);
    return question;
}

const QuestionOption* Question::findOption(std::string_view value) const
{
    const auto found = std::find_if(options.begin(), options.end(), [value](const QuestionOption& option) {
        return option.value == value;
    });
    return found == options.end() ? nullptr : &*found;
}

Route readRoute(const Json& json, const std::string& path, GuideProblems& problems)
{
    return {textOf(json, "id"),
            readCondition(json.at("when"), path + "/when", problems),
            readOutcome(textOf(json, "outcome")),
            textOf(json, "text"),
            textOf(json, "basis"),
            readAuthority(json)};
}

ChildMatter readChild(const Json& json, const std::string& path, GuideProblems& problems)
{
    ChildMatter child;
    child.id = textOf(json, "id");
    child.department = textOf(json, "department");
    child.limit = readPeriod(json.at("limit"));
    if (const auto when = json.find("when"); when != json.end())
        child.when = readCondition(*when, path + "/when", problems);
    child.after = textOf(json, "after");
    return child;
}

GuideExample readExample(const Json& json)
{
    GuideExample example;
    example.name = textOf(json, "name");
    example.answers = answersOf(json.at("answers")).value_or(Answers{});
    example.provided = textsOf(json, "provided");
    example.exemptionFailed = textsOf(json, "exemption_failed");
    example.offline = json.value("offline", false);
    const auto& expected = json.at("expect");
    example.verdict = textOf(expected, "verdict");
    example.route = textOf(expected, "route");
    example.required = textsOf(expected, "required");
    example.exempt = textsOf(expected, "exempt");
    example.missing = textsOf(expected, "missing");
    return example;
}

}  // namespace forms
