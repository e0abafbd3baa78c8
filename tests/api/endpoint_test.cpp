#include <api/endpoint.h>
#include <api/get_case.h>
#include <api/get_openapi.h>
#include <api/post_actions.h>
#include <api/problem.h>
#include <forms/flag.h>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

namespace {

using Operation = std::pair<std::string, std::string>;  // method, path

std::set<Operation> listedOperations()
{
    std::set<Operation> operations;
    for (const auto& endpoint : api::allEndpoints())
        operations.emplace(endpoint.method, endpoint.path);
    return operations;
}

/// What the headers of the room declare, found in their text.
std::set<Operation> declaredOperations()
{
    static const std::regex Declaration(R"x(constexpr Endpoint \w+\{"([A-Z]+)", "([^"]+)"\})x");
    std::set<Operation> operations;
    const std::filesystem::path folder = std::filesystem::path(OW_SOURCE_DIR) / "backoffice/api/include/api";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path());
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        for (auto found = std::sregex_iterator(text.begin(), text.end(), Declaration);
             found != std::sregex_iterator();
             ++found)
            operations.emplace((*found)[1], (*found)[2]);
    }
    return operations;
}

/// The operations of the description: paths stand two spaces in, methods four.
std::set<Operation> describedOperations()
{
    static const std::set<std::string> Methods{"get", "put", "post", "delete", "options", "head", "patch"};
    std::set<Operation> operations;
    std::istringstream lines{std::string(api::openapiDocument())};
    std::string path;
    for (std::string line; std::getline(lines, line);) {
        if (line == "components:")
            break;
        if (line.starts_with("  /"))
            path = line.substr(2, line.size() - 3);
        auto word = line.size() > 5 ? line.substr(4, line.size() - 5) : std::string();
        if (line.starts_with("    ") && line.ends_with(':') && Methods.contains(word)) {
            for (auto& c : word)
                c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
            operations.emplace(word, path);
        }
    }
    return operations;
}

/// The members of `enum: [a, b]` under the schema of that name.
std::set<std::string> describedTokens(const std::string& schema)
{
    const std::string text(api::openapiDocument());
    const auto start = text.find("enum: [", text.find("\n    " + schema + ":\n")) + 7;
    std::string inside = text.substr(start, text.find(']', start) - start);
    for (auto& c : inside)
        c = c == ',' || c == '\n' ? ' ' : c;
    std::istringstream words(inside);
    return {std::istream_iterator<std::string>(words), {}};
}

TEST(Openapi, DescribesEveryEndpointOfTheHeadersAndNoOther)
{
    EXPECT_EQ(declaredOperations(), listedOperations());
    EXPECT_EQ(describedOperations(), listedOperations());
    EXPECT_GE(listedOperations().size(), 25u);
}

TEST(Openapi, NamesEveryProblemStateActionAndRole)
{
    for (const auto code : api::allProblemCodes())
        EXPECT_NE(api::openapiDocument().find("- urn:onewindow:problem:" + std::string(nameOf(code)) + "\n"),
                  std::string_view::npos)
            << nameOf(code);
    std::set<std::string> states;
    for (const auto state : forms::allCaseStates())
        states.emplace(nameOf(state));
    EXPECT_EQ(describedTokens("CaseState"), states);
    std::set<std::string> roles;
    for (const auto role : forms::allRoles())
        roles.emplace(nameOf(role));
    EXPECT_EQ(describedTokens("Role"), roles);
    std::set<std::string> actions;
    for (const auto action : forms::allActions())
        actions.emplace(nameOf(action));
    std::set<std::string> childActions;
    for (const auto action : forms::allChildActions())
        childActions.emplace(nameOf(action));
    EXPECT_EQ(describedTokens("ChildAction"), childActions);
    actions.merge(childActions);
    EXPECT_EQ(describedTokens("Action"), actions);
    std::set<std::string> childStates;
    for (const auto state : forms::allChildStates())
        childStates.emplace(nameOf(state));
    EXPECT_EQ(describedTokens("ChildState"), childStates);
    std::set<std::string> kinds;
    for (const auto kind : forms::allPaperKinds())
        kinds.emplace(nameOf(kind));
    EXPECT_EQ(describedTokens("PaperKind"), kinds);
    std::set<std::string> acts;
    for (const auto act : forms::allActs())
        acts.emplace(nameOf(act));
    EXPECT_EQ(describedTokens("CourseEntry"), acts);
    for (const auto& cause : describedTokens("FlagCause"))
        EXPECT_TRUE(forms::parseFlagCause(cause)) << cause;
}

}  // namespace
