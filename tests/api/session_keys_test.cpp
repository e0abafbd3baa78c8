#include <api/get_keys.h>
#include <api/post_keys.h>
#include <api/post_pages_missing.h>
#include <api/post_sessions.h>

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

TEST(Session, IsTokenExpiryAndWhoItIs)
{
    const api::Session session{"t0ken",
                               base::parseTimestamp("2026-11-22T10:00:00Z").value(),
                               {"clerk",
                                "示例甲",
                                {forms::Role::Clerk, forms::Role::Reviewer},
                                "330399",
                                {"测试区政务服务中心", "0000-0000000", "12345"}}};
    const auto body = json::parse(toJson(session));
    EXPECT_EQ(body["token"], "t0ken");
    EXPECT_EQ(body["expires"], "2026-11-22T10:00:00.000Z");
    EXPECT_EQ(api::parseSession(toJson(session)).value(), session);
}

TEST(Session, LeavesOutRolesOfANewerBackOffice)
{
    const auto session = api::parseSession(R"({"token":"t","expires":"2026-11-22T10:00:00Z","new":1,
        "user":{"name":"clerk","roles":["clerk","astronaut"],"division":"330399"}})");
    ASSERT_TRUE(session);
    EXPECT_EQ(session->user.roles, std::vector{forms::Role::Clerk});
}

TEST(Session, RequestNeedsUserAndPassword)
{
    const auto request = api::parseSessionRequest(R"({"user":"clerk","password":"p"})");
    ASSERT_TRUE(request);
    EXPECT_EQ(request->password, "p");
    EXPECT_EQ(request->workstation, "");
    EXPECT_EQ(toJson(*request), R"({"password":"p","user":"clerk"})");
    const auto failed = api::parseSessionRequest(R"({"user":"clerk","password":7})");
    ASSERT_FALSE(failed);
    EXPECT_EQ(base::describe(failed.error()).find("clerk"), std::string::npos);
    EXPECT_FALSE(api::parseSessionRequest(R"(["clerk"])"));
    EXPECT_FALSE(api::parseSessionRequest(R"({"user":"clerk")"));
}

TEST(Keys, RequestCarriesAnEd25519Jwk)
{
    const auto key = base::SigningKey::generate().publicKey();
    const api::KeyRequest request{"w1", key};
    EXPECT_EQ(json::parse(toJson(request))["key"],
              (json{{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", key.toBase64Url()}}));
    EXPECT_EQ(api::parseKeyRequest(toJson(request)).value(), request);
    EXPECT_EQ(api::parseKeyAnswer(toJson(api::KeyAnswer{"kid"})).value().kid, "kid");
}

TEST(Keys, RefusePrivateKeysAndOtherKinds)
{
    const auto x = base::SigningKey::generate().publicKey().toBase64Url();
    const auto request = [](const json& key) { return json{{"workstation", "w1"}, {"key", key}}.dump(); };
    EXPECT_FALSE(api::parseKeyRequest(request({{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", x}, {"d", x}})));
    EXPECT_FALSE(api::parseKeyRequest(request({{"kty", "OKP"}, {"crv", "X25519"}, {"x", x}})));
    EXPECT_FALSE(api::parseKeyRequest(request({{"kty", "EC"}, {"crv", "Ed25519"}, {"x", x}})));
    EXPECT_FALSE(api::parseKeyRequest(request({{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", "AAAA"}})));
}

TEST(KeySet, FindsAKeyOnlyForItsUse)
{
    const auto receipt = base::SigningKey::generate().publicKey();
    const auto clerk = base::SigningKey::generate().publicKey();
    const api::KeySet set{{{receipt, api::KeyUse::Receipt, ""}, {clerk, api::KeyUse::Clerk, "clerk"}}};
    const auto parsed = api::parseKeySet(toJson(set));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(*parsed, set);
    EXPECT_EQ(parsed->find(receipt.thumbprint(), api::KeyUse::Receipt), receipt);
    EXPECT_FALSE(parsed->find(receipt.thumbprint(), api::KeyUse::Catalogue));
    EXPECT_FALSE(parsed->find(clerk.thumbprint(), api::KeyUse::Receipt));
}

TEST(KeySet, LeavesOutForeignKeysAndRefusesAWrongName)
{
    const auto parsed = api::parseKeySet(R"({"keys":[{"kty":"RSA","use":"sig","kid":"a"}]})");
    ASSERT_TRUE(parsed);
    EXPECT_TRUE(parsed->keys.empty());
    const auto x = base::SigningKey::generate().publicKey().toBase64Url();
    EXPECT_FALSE(api::parseKeySet(R"({"keys":[{"kty":"OKP","crv":"Ed25519","use":"receipt","kid":"a","x":")"
                                  + x + "\"}]}"));
    EXPECT_FALSE(api::parseKeySet("{}"));
}

TEST(PagesMissing, AreAskedAndAnsweredAsHex)
{
    const api::PagesMissingRequest request{{base::Digest::of("a"), base::Digest::of("b")}};
    EXPECT_EQ(json::parse(toJson(request))["pages"][1], base::Digest::of("b").toString());
    EXPECT_EQ(api::parsePagesMissingRequest(toJson(request)).value(), request);
    const api::PagesMissingAnswer answer{{base::Digest::of("b")}};
    EXPECT_EQ(api::parsePagesMissingAnswer(toJson(answer)).value(), answer);
    EXPECT_EQ(toJson(api::PagesMissingAnswer{}), R"({"missing":[]})");
}

TEST(PagesMissing, RefusesWhatIsNoListOfDigests)
{
    for (const auto* text : {"{}", R"({"pages":["zz"]})", R"({"pages":{}})", R"({"pages":[1]})", "[]"})
        EXPECT_FALSE(api::parsePagesMissingRequest(text)) << text;
    json many = json::array();
    for (std::size_t i = 0; i <= api::MaxPagesAsked; ++i)
        many.push_back(base::Digest::of("a").toString());
    EXPECT_FALSE(api::parsePagesMissingRequest(json{{"pages", many}}.dump()));
}

}  // namespace
