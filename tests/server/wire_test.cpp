#include "https_client.h"
#include "tls_line.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <vector>

namespace server_tests {

namespace {

class Wire : public testing::Test
{
  protected:
    std::string ask(const std::string& bytes) const
    {
        TlsLine line(office);
        line.say(bytes);
        return line.hear();
    }

    static std::size_t countAnswers(const std::string& heard)
    {
        std::size_t count = 0;
        for (auto at = heard.find("HTTP/1.1 "); at != std::string::npos; at = heard.find("HTTP/1.1 ", at + 1))
            ++count;
        return count;
    }

    RunningOffice office;
};

const std::string Health = "GET /v1/health HTTP/1.1\r\nHost: x\r\n\r\n";

TEST_F(Wire, AnUnreadBodyNeverRunsAsTheNextRequest)
{
    office.start();
    // The login is refused unread (its type); the body is a whole request.
    const auto heard =
        ask("POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: "
            + std::to_string(Health.size()) + "\r\n\r\n" + Health);
    EXPECT_NE(heard.find("HTTP/1.1 415"), std::string::npos) << heard;
    EXPECT_EQ(countAnswers(heard), 1U) << heard;
}

TEST_F(Wire, ABodyOnAGetNeverRunsAsTheNextRequest)
{
    office.start();
    const auto heard = ask("GET /v1/health HTTP/1.1\r\nHost: x\r\nContent-Length: "
                           + std::to_string(Health.size()) + "\r\n\r\n" + Health);
    EXPECT_EQ(countAnswers(heard), 1U) << heard;
}

TEST_F(Wire, ATrailerOfAChunkedBodyNeverRunsAsTheNextRequest)
{
    office.start();
    const auto heard = ask("POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                           "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX: y\r\n"
                           + Health);
    EXPECT_NE(heard.find("HTTP/1.1 400"), std::string::npos) << heard;
    EXPECT_EQ(countAnswers(heard), 1U) << heard;
}

TEST_F(Wire, AmbiguousLengthsAreRefused)
{
    office.start();
    const std::string start = "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    for (const std::string header : {"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
                                     "Content-Length: 2\r\nContent-Length: 3\r\n",
                                     "Content-Length: +2\r\n",
                                     "Content-Length: 2, 2\r\n",
                                     "Transfer-Encoding: gzip, chunked\r\n",
                                     "Content-Length : 2\r\n"})
    {
        const auto heard = ask(start + header + "\r\n{}");
        EXPECT_NE(heard.find("HTTP/1.1 400"), std::string::npos) << header << heard;
        EXPECT_NE(heard.find("urn:onewindow:problem:bad-request"), std::string::npos) << header;
    }
}

TEST_F(Wire, WhatIsNoHttpIsToldSo)
{
    office.start();
    EXPECT_NE(ask("GET /" + std::string(20'000, 'x') + " HTTP/1.1\r\n\r\n").find("HTTP/1.1 400"),
              std::string::npos);
    EXPECT_NE(
        ask("GET /v1/health HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n").find("HTTP/1.1 400"),
        std::string::npos);
}

TEST_F(Wire, WithoutALengthItAsksForOneInsteadOfWaiting)
{
    office.start();
    for (const std::string method : {"POST", "PUT", "PATCH"}) {
        const auto heard = ask(method + " /v1/sessions HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_NE(heard.find("HTTP/1.1 411"), std::string::npos) << heard;
        EXPECT_NE(heard.find("length-required"), std::string::npos) << heard;
    }
    EXPECT_NE(
        ask("OPTIONS /v1/uploads/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").find("HTTP/1.1 204"),
        std::string::npos);
}

TEST_F(Wire, OneConnectionServesManyRequests)
{
    office.start();
    TlsLine line(office);
    line.say(Health + Health + "GET /v1/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(countAnswers(line.hear()), 3U);
    EXPECT_TRUE(line.wasClosed());
}

TEST_F(Wire, ExpectContinueIsAnsweredOnlyWhenTheBodyIsWanted)
{
    office.start();
    const std::string start =
        "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n";
    TlsLine wanted(office);
    wanted.say(start + "Content-Type: application/json\r\n\r\n");
    EXPECT_NE(wanted.hearUntil("\r\n\r\n").find("100 Continue"), std::string::npos);
    TlsLine refused(office);
    refused.say(start + "Content-Type: text/plain\r\n\r\n");
    EXPECT_NE(refused.hearUntil("\r\n\r\n").find("415"), std::string::npos);
}

TEST_F(Wire, AnEndlessHeaderHasATotalDeadline)
{
    office.setLimits(R"({"headerMilliseconds": 700})");
    office.start();
    TlsLine line(office);
    line.say("GET /v1/health HTTP/1.1\r\nHost: x\r\n");
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 100 && !line.wasClosed(); ++i) {
        line.say("X-" + std::to_string(i) + ": y\r\n");
        static_cast<void>(line.hear(1));
    }
    EXPECT_TRUE(line.wasClosed());
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5));
}

TEST_F(Wire, AnEndlessBodyHasATotalDeadline)
{
    office.setLimits(R"({"bodyMilliseconds": 700, "slowestBytesPerSecond": 1000000})");
    office.start();
    TlsLine line(office);
    line.say(
        "POST /v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n");
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 100 && !line.wasClosed(); ++i) {
        line.say(" ");
        static_cast<void>(line.hear(1));
    }
    EXPECT_TRUE(line.wasClosed());
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5));
}

TEST_F(Wire, AboveTheLimitItSaysBusyAndServesAgainWhenThereIsPlace)
{
    office.setLimits(R"({"connections": 3})");
    office.start();
    std::vector<std::unique_ptr<TlsLine>> lines;
    for (int i = 0; i < 3; ++i) {
        lines.push_back(std::make_unique<TlsLine>(office));
        lines.back()->say(Health);
        ASSERT_NE(lines.back()->hearUntil("\r\n\r\n").find("200"), std::string::npos);
    }
    const HttpsClient client(office);
    const auto busy = client.get("/v1/health");
    EXPECT_EQ(busy.status, 503);
    EXPECT_EQ(busy.problem(), "busy");
    EXPECT_FALSE(busy.header("retry-after").empty());
    lines.clear();
    int status = 503;
    for (int i = 0; i < 200 && status == 503; ++i)
        status = client.get("/v1/health").status;
    EXPECT_EQ(status, 200);
}

TEST_F(Wire, OnlyABoundedNumberWaitsForChanges)
{
    office.setLimits(R"({"waiters": 1})");
    office.start();
    HttpsClient client(office);
    client.login("reviewer");
    const auto wait =
        "GET /v1/changes?wait=20 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + client.token() + "\r\n\r\n";
    TlsLine first(office);
    first.say(wait);
    Reply second;
    for (int i = 0; i < 20 && second.status != 503; ++i)
        second = client.get("/v1/changes?wait=1");
    EXPECT_EQ(second.problem(), "busy");
    EXPECT_FALSE(second.header("retry-after").empty());
    EXPECT_EQ(client.get("/v1/changes").status, 200);
}

TEST_F(Wire, OldTlsIsRefused)
{
    office.start();
    const auto command = "curl -s --tls-max 1.1 --ciphers DEFAULT@SECLEVEL=0 --cacert "
                         + (office.folder() / "ca.pem").string() + " " + office.url()
                         + "/v1/health >/dev/null 2>&1";
    EXPECT_NE(std::system(command.c_str()), 0);
}

}  // namespace

}  // namespace server_tests
