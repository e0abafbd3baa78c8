#include <forms/jws.h>

#include <base/encoding.h>

#include <gtest/gtest.h>

namespace {

constexpr std::string_view Typ = "onewindow-manifest/1";

/// RFC 8037 appendix A.1: the private key's seed.
base::SigningKey appendixKey()
{
    const auto seed = base::fromBase64Url("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").value();
    return base::SigningKey::fromSeed(base::Key::fromBytes(seed).value());
}

forms::KeyFinder only(const base::PublicKey& key)
{
    return
        [key](std::string_view kid) { return kid == key.thumbprint() ? std::optional(key) : std::nullopt; };
}

base::ErrorCode refusal(std::string_view compact, const base::PublicKey& key, std::string_view typ = Typ)
{
    const auto jws = forms::verifyJws(compact, typ, only(key));
    EXPECT_FALSE(jws) << compact.substr(0, 80);
    return jws ? base::ErrorCode::Failed : jws.error().code;
}

std::string signedWith(std::string_view header, std::string_view payload, const base::SigningKey& key)
{
    const auto text = base::toBase64Url(header) + '.' + base::toBase64Url(payload);
    return text + '.' + base::toBase64Url(key.sign(text));
}

TEST(Jws, AgreesWithTheVectorsOfRfc8037)
{
    const auto key = appendixKey();
    EXPECT_EQ(key.publicKey().toBase64Url(), "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    EXPECT_EQ(key.publicKey().thumbprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    const std::string vector =
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki"
        "4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    EXPECT_EQ(signedWith(R"({"alg":"EdDSA"})", "Example of Ed25519 signing", key), vector);
    EXPECT_EQ(forms::peekJws(vector).value().payload, "Example of Ed25519 signing");
    EXPECT_EQ(refusal(vector, key.publicKey()), base::ErrorCode::BadInput) << "it names no type";
}

TEST(Jws, VerifiesWhatWasSigned)
{
    const auto key = appendixKey();
    const std::string payload("{\"a\":\"受理\"}\0x", 16);
    const auto jws = forms::verifyJws(forms::signJws(payload, Typ, key), Typ, only(key.publicKey()));
    ASSERT_TRUE(jws) << base::describe(jws.error());
    EXPECT_EQ(jws->payload, payload);
    EXPECT_EQ(jws->kid, key.publicKey().thumbprint());
    EXPECT_EQ(jws->typ, Typ);
    EXPECT_EQ(jws->digest(), base::Digest::of(payload));
}

TEST(Jws, EveryChangedCharacterIsFound)
{
    const auto key = appendixKey();
    const auto good = forms::signJws("{\"a\":1}", Typ, key);
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bad = good;
        bad[i] = bad[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(forms::verifyJws(bad, Typ, only(key.publicKey()))) << i;
    }
}

TEST(Jws, EveryCutIsFound)
{
    const auto key = appendixKey();
    const auto good = forms::signJws("{\"a\":1}", Typ, key);
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_EQ(refusal(good.substr(0, length), key.publicKey()) == base::ErrorCode::Failed, false)
            << length;
}

TEST(Jws, OfAnUnknownKeyOrAnothersSignatureIsNotAllowed)
{
    const auto key = appendixKey();
    const auto other = base::SigningKey::generate();
    EXPECT_EQ(refusal(forms::signJws("{}", Typ, other), key.publicKey()), base::ErrorCode::NotAllowed);
    const auto header =
        R"({"alg":"EdDSA","kid":")" + key.publicKey().thumbprint() + R"(","typ":"onewindow-manifest/1"})";
    EXPECT_EQ(refusal(signedWith(header, "{}", other), key.publicKey()), base::ErrorCode::NotAllowed);
    EXPECT_TRUE(forms::verifyJws(signedWith(header, "{}", key), Typ, only(key.publicKey())));
}

TEST(Jws, OfAnotherTypeIsNotTakenForThisOne)
{
    const auto key = appendixKey();
    EXPECT_EQ(refusal(forms::signJws("{}", "onewindow-receipt/1", key), key.publicKey()),
              base::ErrorCode::BadInput);
}

TEST(Jws, KnowsOneAlgorithmAndNoExtension)
{
    const auto key = appendixKey();
    const auto kid = key.publicKey().thumbprint();
    const std::string rest = R"(,"kid":")" + kid + R"(","typ":"onewindow-manifest/1")";
    for (const auto& header : {R"({"alg":"none")" + rest + '}',
                               R"({"alg":"HS256")" + rest + '}',
                               R"({"alg":"eddsa")" + rest + '}',
                               R"({"alg":["EdDSA"])" + rest + '}',
                               R"({"alg":"EdDSA","crit":["exp"])" + rest + '}',
                               R"({"alg":"EdDSA","b64":false)" + rest + '}',
                               std::string(R"({"alg":"EdDSA","typ":"onewindow-manifest/1","kid":7})"),
                               std::string("[]"),
                               std::string("{")})
        EXPECT_EQ(refusal(signedWith(header, "{}", key), key.publicKey()), base::ErrorCode::BadInput)
            << header;
    EXPECT_EQ(
        refusal(signedWith(R"({"alg":"EdDSA","typ":"onewindow-manifest/1"})", "{}", key), key.publicKey()),
        base::ErrorCode::NotAllowed)
        << "it names no key";
}

TEST(Jws, RefusesWhatIsNoCompactForm)
{
    const auto key = appendixKey();
    const auto good = forms::signJws("{}", Typ, key);
    for (const auto& text : std::vector<std::string>{
             "", ".", "..", good + ".", good + "=", " " + good, good + "\n", "a.b", R"({"payload":"e30"})"})
        EXPECT_EQ(refusal(text, key.publicKey()), base::ErrorCode::BadInput) << text;
}

TEST(Jws, RefusesToReadTooMuch)
{
    const auto key = appendixKey();
    const auto huge = forms::signJws(std::string(std::size_t{37} << 20, 'x'), Typ, key);
    EXPECT_EQ(refusal(huge, key.publicKey()), base::ErrorCode::BadInput);
    EXPECT_EQ(refusal(signedWith(std::string(5000, ' '), "{}", key), key.publicKey()),
              base::ErrorCode::BadInput);
}

}  // namespace
