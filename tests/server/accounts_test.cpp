#include "https_client.h"

#include <api/get_health.h>
#include <api/get_keys.h>
#include <api/post_keys.h>
#include <base/signature.h>
#include <forms/jws.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace server_tests {

namespace {

class Accounts : public testing::Test
{
  protected:
    Accounts() { office.start(); }

    static std::string loginJson(const std::string& user, const std::string& password)
    {
        return nlohmann::json{{"user", user}, {"password", password}}.dump();
    }

    RunningOffice office;
};

TEST_F(Accounts, LoginTellsWhoOneIsAndUntilWhen)
{
    const HttpsClient client(office);
    const auto reply = client.postJson("/v1/sessions", loginJson("clerk", office.passwordOf("clerk")));
    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto session = nlohmann::json::parse(reply.body);
    EXPECT_GE(session.at("token").get<std::string>().size(), 43U);
    EXPECT_EQ(session.at("user").at("name"), "clerk");
    EXPECT_EQ(session.at("user").at("division"), "330399");
    EXPECT_TRUE(session.contains("expires"));
}

TEST_F(Accounts, WrongPasswordAndUnknownUserSoundTheSame)
{
    const HttpsClient client(office);
    const auto wrong = client.postJson("/v1/sessions", loginJson("clerk", "not it"));
    const auto unknown = client.postJson("/v1/sessions", loginJson("nobody", "not it"));
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(wrong.problem(), "unauthenticated");
    EXPECT_EQ(wrong.body, unknown.body);
}

TEST_F(Accounts, TooManyFailedLoginsAreToldToWait)
{
    const HttpsClient client(office);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(client.postJson("/v1/sessions", loginJson("clerk", "not it")).status, 401);
    const auto limited = client.postJson("/v1/sessions", loginJson("clerk", office.passwordOf("clerk")));
    EXPECT_EQ(limited.status, 429);
    EXPECT_EQ(limited.problem(), "rate-limited");
    EXPECT_GT(std::stoi(limited.header("retry-after")), 0);
    EXPECT_EQ(client.postJson("/v1/sessions", loginJson("agent", office.passwordOf("agent"))).status, 200);
}

TEST_F(Accounts, ASessionEndsWithLogout)
{
    HttpsClient client(office);
    client.login("clerk");
    EXPECT_EQ(client.get("/v1/catalogue").status, 200);
    EXPECT_EQ(client.ask("DELETE", "/v1/sessions").status, 204);
    EXPECT_EQ(client.get("/v1/catalogue").status, 401);
}

TEST_F(Accounts, AMadeUpTokenIsNoSession)
{
    HttpsClient client(office);
    client.useToken("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    const auto reply = client.get("/v1/catalogue");
    EXPECT_EQ(reply.status, 401);
    EXPECT_FALSE(reply.header("www-authenticate").empty());
}

TEST_F(Accounts, OnlyJsonLogsIn)
{
    const HttpsClient client(office);
    EXPECT_EQ(client.send("POST", "/v1/sessions", "text/plain", "{}").problem(), "unsupported-type");
    EXPECT_EQ(client.postJson("/v1/sessions", "{").problem(), "bad-request");
    EXPECT_EQ(client.postJson("/v1/sessions", std::string(70'000, ' ')).problem(), "too-large");
}

TEST_F(Accounts, AClerkEnrolsAKeyOnce)
{
    HttpsClient clerk(office);
    clerk.login("clerk");
    const auto key = base::SigningKey::generate().publicKey();
    const auto request = api::toJson(api::KeyRequest{"ws-1", key});
    const auto first = clerk.postJson("/v1/keys", request);
    EXPECT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(api::parseKeyAnswer(first.body)->kid, key.thumbprint());
    EXPECT_EQ(clerk.postJson("/v1/keys", request).status, 200);
    HttpsClient agent(office);
    agent.login("agent");
    EXPECT_EQ(agent.postJson("/v1/keys", request).problem(), "conflict");
}

TEST_F(Accounts, WhoSealsNothingHasNoKey)
{
    HttpsClient admin(office);
    admin.login("admin");
    const auto request = api::toJson(api::KeyRequest{"ws-1", base::SigningKey::generate().publicKey()});
    EXPECT_EQ(admin.postJson("/v1/keys", request).problem(), "forbidden");
}

TEST_F(Accounts, StrangersSeeTheOfficesKeysButNoClerks)
{
    HttpsClient clerk(office);
    clerk.login("clerk");
    const auto key = base::SigningKey::generate().publicKey();
    ASSERT_EQ(clerk.postJson("/v1/keys", api::toJson(api::KeyRequest{"ws-1", key})).status, 201);
    const HttpsClient stranger(office);
    const auto seen = api::parseKeySet(stranger.get("/v1/keys").body).value();
    EXPECT_EQ(seen.keys.size(), 2U);
    const auto all = api::parseKeySet(clerk.get("/v1/keys").body).value();
    EXPECT_EQ(all.find(key.thumbprint(), api::KeyUse::Clerk), key);
}

TEST_F(Accounts, HealthIsSignedAndEchoesTheNonce)
{
    const HttpsClient client(office);
    const auto keys = api::parseKeySet(client.get("/v1/keys").body).value();
    const auto reply = client.get("/v1/health?nonce=abc123");
    const auto jws = forms::verifyJws(reply.body, api::HealthFormat, [&](std::string_view kid) {
        return keys.find(kid, api::KeyUse::Receipt);
    });
    ASSERT_TRUE(jws) << reply.body;
    EXPECT_EQ(api::parseHealth(jws->payload)->nonce, "abc123");
    EXPECT_EQ(client.get("/v1/health?nonce=" + std::string(200, 'x')).problem(), "bad-request");
}

TEST_F(Accounts, PasswordsAndTokensAreStoredAsHashesOnly)
{
    HttpsClient client(office);
    client.login("clerk");
    ASSERT_EQ(office.stop(), 0);
    std::string stored;
    for (const auto* name : {"backoffice.db", "backoffice.db-wal"}) {
        std::ifstream file(office.folder() / name, std::ios::binary);
        stored.append(std::istreambuf_iterator<char>(file), {});
    }
    ASSERT_NE(stored.find("argon2id"), std::string::npos);
    EXPECT_EQ(stored.find(client.token()), std::string::npos);
    EXPECT_EQ(stored.find(office.passwordOf("clerk")), std::string::npos);
}

}  // namespace

}  // namespace server_tests
