#include <api/problem.h>

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <set>

namespace {

using api::ProblemCode;
using base::ErrorCode;

struct Expected {
    ProblemCode code;
    const char* name;
    int status;
    ErrorCode error;
};

const Expected Table[] = {
    {ProblemCode::BadRequest, "bad-request", 400, ErrorCode::Refused},
    {ProblemCode::Unauthenticated, "unauthenticated", 401, ErrorCode::LoginNeeded},
    {ProblemCode::Forbidden, "forbidden", 403, ErrorCode::NotAllowed},
    {ProblemCode::Separation, "separation", 403, ErrorCode::Separation},
    {ProblemCode::NotFound, "not-found", 404, ErrorCode::NotFound},
    {ProblemCode::Conflict, "conflict", 409, ErrorCode::Conflict},
    {ProblemCode::MissingPages, "missing-pages", 422, ErrorCode::Refused},
    {ProblemCode::Incomplete, "incomplete", 422, ErrorCode::NotAcceptable},
    {ProblemCode::BadSignature, "bad-signature", 403, ErrorCode::Refused},
    {ProblemCode::UnknownGuide, "unknown-guide", 422, ErrorCode::Refused},
    {ProblemCode::Checksum, "checksum", 460, ErrorCode::Network},
    {ProblemCode::TooLarge, "too-large", 413, ErrorCode::Refused},
    {ProblemCode::UnsupportedType, "unsupported-type", 415, ErrorCode::Refused},
    {ProblemCode::LengthRequired, "length-required", 411, ErrorCode::Refused},
    {ProblemCode::RateLimited, "rate-limited", 429, ErrorCode::Network},
    {ProblemCode::Busy, "busy", 503, ErrorCode::Network},
    {ProblemCode::ServerFull, "server-full", 507, ErrorCode::NoSpace},
    {ProblemCode::Gone, "gone", 410, ErrorCode::NotFound},
};

TEST(Problem, HasOneNameStatusAndErrorForEveryCode)
{
    EXPECT_EQ(api::allProblemCodes().size(), std::size(Table));
    for (const auto& row : Table) {
        EXPECT_EQ(nameOf(row.code), row.name);
        EXPECT_EQ(api::parseProblemCode(row.name), row.code);
        EXPECT_EQ(api::httpStatusOf(row.code), row.status) << row.name;
        EXPECT_EQ(api::errorCodeOf(row.code), row.error) << row.name;
    }
    EXPECT_FALSE(api::parseProblemCode("teapot"));
}

TEST(Problem, KeepsTheMeaningOfAnErrorAcrossTheLine)
{
    for (const auto code : {ErrorCode::NotFound,
                            ErrorCode::NotAllowed,
                            ErrorCode::Separation,
                            ErrorCode::NotAcceptable,
                            ErrorCode::Conflict,
                            ErrorCode::LoginNeeded,
                            ErrorCode::NoSpace,
                            ErrorCode::Network})
        EXPECT_EQ(api::errorCodeOf(api::problemCodeOf(code)), code) << base::nameOf(code);
}

TEST(Problem, OfTheServersOwnTroubleIsBusySoThatClientsTryAgain)
{
    for (const auto code : {ErrorCode::Failed, ErrorCode::Damaged, ErrorCode::Device, ErrorCode::Cancelled})
        EXPECT_EQ(api::problemCodeOf(code), ProblemCode::Busy);
    for (const auto code : {ErrorCode::BadArgument, ErrorCode::BadInput})
        EXPECT_EQ(api::problemCodeOf(code), ProblemCode::BadRequest);
}

TEST(Problem, IsWrittenAsRfc9457)
{
    api::Problem problem;
    problem.code = ProblemCode::MissingPages;
    problem.message = "{count} pages are not here yet.";
    problem.arguments = {{"count", "1"}};
    problem.missing = {base::Digest::of("page")};
    const auto body = nlohmann::json::parse(toJson(problem));
    EXPECT_EQ(body["type"], "urn:onewindow:problem:missing-pages");
    EXPECT_EQ(body["status"], 422);
    EXPECT_EQ(body["detail"], "1 pages are not here yet.");
    EXPECT_EQ(body["missing"][0], base::Digest::of("page").toString());
}

TEST(Problem, SurvivesTheWire)
{
    api::Problem problem;
    problem.code = ProblemCode::Incomplete;
    problem.message = "The back office finds the case incomplete.";
    problem.arguments = {{"case", "x"}};
    problem.findings = {{"missing:m-id", "m-id", "", "", "block", "缺身份证"},
                        {"f", "", "p", "application/name", "ask", ""}};
    problem.retryAfter = std::chrono::seconds(7);
    EXPECT_EQ(api::parseProblem(toJson(problem)).value(), problem);
    EXPECT_EQ(api::problemFromAnswer(422, toJson(problem)), problem);
    const auto error = api::toError(problem);
    EXPECT_EQ(error.code, ErrorCode::NotAcceptable);
    EXPECT_EQ(error.message, problem.message);
}

TEST(Problem, OfAProxyIsReadFromItsStatusAlone)
{
    EXPECT_EQ(api::problemFromAnswer(503, "<html>busy</html>").code, ProblemCode::Busy);
    EXPECT_EQ(api::problemFromAnswer(502, "").code, ProblemCode::Busy);
    EXPECT_EQ(api::problemFromAnswer(413, "").code, ProblemCode::TooLarge);
    EXPECT_EQ(api::problemFromAnswer(401, "{}").code, ProblemCode::Unauthenticated);
    EXPECT_EQ(api::problemFromAnswer(422, "").code, ProblemCode::BadRequest);
    EXPECT_EQ(api::problemFromAnswer(418, "").code, ProblemCode::BadRequest);
    EXPECT_NE(base::describe(api::toError(api::problemFromAnswer(502, ""))).find("502"), std::string::npos);
}

TEST(Problem, OfAnUnknownTypeIsRefusedByTheParser)
{
    EXPECT_FALSE(api::parseProblem(R"({"type":"about:blank","status":404})"));
    EXPECT_FALSE(api::parseProblem(R"({"type":"urn:onewindow:problem:teapot"})"));
    EXPECT_FALSE(api::parseProblem("[]"));
    EXPECT_FALSE(api::parseProblem(std::string(70, '[')));
}

}  // namespace
