#include "offline/bench.h"

#include <offline/catalogue_update.h>
#include <offline/sign_in.h>

#include <gtest/gtest.h>

namespace {

class SigningIn : public testing::Test
{
  protected:
    SigningIn() { server.rememberUser("clerk", "secret"); }

    base::Result<offline::SignedIn> login(const std::string& password, const std::string& url = {})
    {
        return signIn.login({"clerk", password, url, {}});
    }

    ScriptedBackOffice server;
    tests::Bench bench;
    offline::SignIn signIn{bench.place, [](const std::string& url, const std::string& ca) {
                               return offline::CurlLine::open(url, ca).map([](auto line) {
                                   return std::unique_ptr<offline::HttpLine>(std::move(line));
                               });
                           }};
};

}  // namespace

TEST_F(SigningIn, PinsTheServerAndPublishesTheKey)
{
    const auto signedIn = login("secret", server.url());
    ASSERT_TRUE(signedIn.has_value()) << base::describe(signedIn.error());
    EXPECT_EQ(signedIn->how, offline::SignedInHow::Online);
    EXPECT_TRUE(signedIn->session.has(forms::Role::Clerk));
    const auto current = bench.place.sessions().current().value();
    EXPECT_EQ(current.token, "token-of-clerk");
    EXPECT_EQ(current.key.publicKey(), signedIn->session.key.publicKey());
    EXPECT_EQ(bench.place.sessions().backOffice().value()->pinned, server.keys());
    EXPECT_EQ(server.count("POST", "/v1/keys"), 1);
}

TEST_F(SigningIn, KeepsTheKeyFromLoginToLogin)
{
    const auto first = login("secret", server.url()).value();
    ASSERT_TRUE(signIn.logout().has_value());
    EXPECT_EQ(bench.place.sessions().current().error().code, base::ErrorCode::LoginNeeded);
    EXPECT_EQ(server.count("DELETE", "/v1/sessions"), 1);
    EXPECT_EQ(login("secret")->session.key.publicKey(), first.session.key.publicKey());
}

TEST_F(SigningIn, WorksWithoutALineAfterTheFirstTime)
{
    server.stop();
    EXPECT_EQ(login("secret", server.url()).error().code, base::ErrorCode::Network);
    server.start();
    const auto online = login("secret", server.url()).value();
    ASSERT_TRUE(signIn.logout().has_value());
    server.stop();
    EXPECT_EQ(login("wrong").error().code, base::ErrorCode::LoginNeeded);
    const auto offline = login("secret");
    ASSERT_TRUE(offline.has_value()) << base::describe(offline.error());
    EXPECT_EQ(offline->how, offline::SignedInHow::Offline);
    EXPECT_EQ(offline->session.user, online.session.user);
    EXPECT_EQ(offline->session.key.publicKey(), online.session.key.publicKey());
    EXPECT_FALSE(offline->session.hasToken(bench.clock.now()));
}

TEST_F(SigningIn, RefusesAWrongPassword)
{
    EXPECT_EQ(login("wrong", server.url()).error().code, base::ErrorCode::LoginNeeded);
    EXPECT_EQ(bench.place.sessions().current().error().code, base::ErrorCode::LoginNeeded);
}

TEST_F(SigningIn, SendsNoPasswordToAServerThatIsNotPinned)
{
    ASSERT_TRUE(login("secret", server.url()).has_value());
    const auto before = server.count("POST", "/v1/sessions");
    server.signWith(base::SigningKey::generate());
    EXPECT_EQ(login("secret").error().code, base::ErrorCode::NotOurServer);
    EXPECT_EQ(server.count("POST", "/v1/sessions"), before);
}

TEST_F(SigningIn, NeedsAnAddressTheFirstTime)
{
    EXPECT_EQ(login("secret").error().code, base::ErrorCode::BadArgument);
}

TEST(CurlLineOnLoopback, TakesNoUnprotectedAddress)
{
    EXPECT_FALSE(offline::CurlLine::open("http://back.office.example", {}).has_value());
    EXPECT_FALSE(offline::CurlLine::open("https://host/path", {}).has_value());
    EXPECT_FALSE(offline::CurlLine::open("https://user@host", {}).has_value());
    EXPECT_TRUE(offline::CurlLine::open("https://host:8443/", {}).has_value());
    EXPECT_TRUE(offline::CurlLine::open("http://127.0.0.1:1", {}).has_value());
}

TEST(CurlLineOnLoopback, BoundsWhatAnAnswerMayBe)
{
    ScriptedBackOffice server;
    server.keepPage(std::string(100000, 'x'));
    const auto line = offline::CurlLine::open(server.url(), {}).value();
    offline::HttpRequest request{"GET",
                                 "/v1/pages/" + base::Digest::of(std::string(100000, 'x')).toString(),
                                 {},
                                 {},
                                 1000,
                                 std::chrono::seconds(5)};
    EXPECT_EQ(line->exchange(request, {}).error().code, base::ErrorCode::NoSpace);
    request.answerLimit = 100000;
    EXPECT_EQ(line->exchange(request, {})->body.size(), 100000U);
}

TEST(CurlLineOnLoopback, SendsNoHeaderWithALineBreak)
{
    ScriptedBackOffice server;
    const auto line = offline::CurlLine::open(server.url(), {}).value();
    EXPECT_EQ(line->exchange({"GET",
                              "/v1/keys",
                              {{"Authorization", "Bearer x\r\nHost: y"}},
                              {},
                              1000,
                              std::chrono::seconds(5)},
                             {})
                  .error()
                  .code,
              base::ErrorCode::BadInput);
}

TEST(CurlLineOnLoopback, StopsWhenAsked)
{
    ScriptedBackOffice server;
    std::stop_source stop;
    server.fail({.method = "GET", .path = "/v1/keys", .loseAnswer = true, .beforeAnswer = [&] {
                     stop.request_stop();
                 }});
    const auto line = offline::CurlLine::open(server.url(), {}).value();
    stop.request_stop();
    const auto code =
        line->exchange({"GET", "/v1/keys", {}, {}, 1000, std::chrono::seconds(5)}, stop.get_token())
            .error()
            .code;
    EXPECT_EQ(code, base::ErrorCode::Cancelled);
}
