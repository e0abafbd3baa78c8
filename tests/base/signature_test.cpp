#include <base/signature.h>

#include <base/encoding.h>

#include <gtest/gtest.h>

using namespace base;

namespace {

// RFC 8037, appendix A: the key, its thumbprint and a signature.
constexpr const char* Rfc8037Seed = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
constexpr const char* Rfc8037X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
constexpr const char* Rfc8037Message = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
constexpr const char* Rfc8037Signature =
    "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

SigningKey rfc8037Key()
{
    return SigningKey::fromSeed(*Key::fromBytes(*fromBase64Url(Rfc8037Seed)));
}

TEST(PublicKey, HasTheThumbprintOfRfc8037)
{
    const auto key = rfc8037Key().publicKey();
    EXPECT_EQ(key.thumbprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    EXPECT_EQ(key.toBase64Url(), Rfc8037X);
    EXPECT_EQ(PublicKey::fromBase64Url(Rfc8037X), key);
}

TEST(PublicKey, IsNothingForOtherBytes)
{
    EXPECT_FALSE(PublicKey::fromBytes(std::string(31, 'x')));
    EXPECT_FALSE(PublicKey::fromBytes(std::string(33, 'x')));
    EXPECT_FALSE(PublicKey::fromBase64Url("not base64!"));
    EXPECT_FALSE(PublicKey::fromBase64Url("AAAA"));
}

TEST(Signature, IsThatOfRfc8037)
{
    const auto key = rfc8037Key();
    EXPECT_EQ(toBase64Url(key.sign(Rfc8037Message)), Rfc8037Signature);
    EXPECT_TRUE(key.publicKey().verifies(Rfc8037Message, *fromBase64Url(Rfc8037Signature)));
}

TEST(Signature, DoesNotHoldForAnotherMessageKeyOrSignature)
{
    const auto key = SigningKey::generate();
    const auto signature = key.sign("receipt");
    EXPECT_TRUE(key.publicKey().verifies("receipt", signature));
    EXPECT_FALSE(key.publicKey().verifies("Receipt", signature));
    EXPECT_FALSE(key.publicKey().verifies("", signature));
    EXPECT_FALSE(SigningKey::generate().publicKey().verifies("receipt", signature));
    EXPECT_FALSE(PublicKey().verifies("receipt", signature));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        auto changed = signature;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(key.publicKey().verifies("receipt", changed)) << i;
    }
    EXPECT_FALSE(key.publicKey().verifies("receipt", signature + "x"));
    EXPECT_FALSE(key.publicKey().verifies("receipt", signature.substr(1)));
}

TEST(SigningKey, IsKeptAsItsSeed)
{
    const auto key = SigningKey::generate();
    const auto again = SigningKey::fromSeed(key.seed());
    EXPECT_EQ(again.publicKey(), key.publicKey());
    EXPECT_EQ(again.sign("x"), key.sign("x"));
}

}  // namespace
