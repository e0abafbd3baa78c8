#include <base/sealed_blob.h>

#include <gtest/gtest.h>

using namespace base;

namespace {

TEST(SealedBlob, OpensToWhatWasSealed)
{
    const auto key = Key::random();
    for (const std::string& plain : {std::string(), std::string("示例甲"), std::string(100'000, '\0')})
        EXPECT_EQ(openBlob(sealBlob(plain, key, "cases/1"), key, "cases/1"), plain);
}

TEST(SealedBlob, DoesNotShowWhatItHolds)
{
    const auto key = Key::random();
    const std::string plain = "330399198506150139";
    const auto sealed = sealBlob(plain, key, "cases/1");
    EXPECT_EQ(sealed.find(plain), std::string::npos);
    EXPECT_NE(sealed, sealBlob(plain, key, "cases/1")) << "the same text twice must not look the same";
    EXPECT_EQ(sealed.size(), plain.size() + 1 + 8 + 24 + 16);
}

TEST(SealedBlob, ChangedInAnyByteDoesNotOpen)
{
    const auto key = Key::random();
    const auto sealed = sealBlob("secret", key, "cases/1");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        const auto opened = openBlob(changed, key, "cases/1");
        ASSERT_FALSE(opened) << i;
        EXPECT_EQ(opened.error().code, ErrorCode::Damaged);
    }
}

TEST(SealedBlob, CutAnywhereDoesNotOpen)
{
    const auto key = Key::random();
    const auto sealed = sealBlob("secret", key, "");
    for (std::size_t size = 0; size < sealed.size(); ++size)
        EXPECT_FALSE(openBlob(std::string_view(sealed).substr(0, size), key, "")) << size;
    EXPECT_FALSE(openBlob(sealed + "x", key, ""));
}

TEST(SealedBlob, MovedToAnotherPlaceDoesNotOpen)
{
    const auto key = Key::random();
    EXPECT_FALSE(openBlob(sealBlob("secret", key, "cases/1"), key, "cases/2"));
}

TEST(SealedBlob, OfAnotherKeySaysSo)
{
    const auto opened = openBlob(sealBlob("secret", Key::random(), "c"), Key::random(), "c");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().message, "An encrypted record was written with another key.");
}

TEST(KeyedHash, IsTheSameForTheSameValueAndKeyOnly)
{
    const auto key = Key::random();
    EXPECT_EQ(keyedHash("330399198506150139", key), keyedHash("330399198506150139", key));
    EXPECT_NE(keyedHash("330399198506150139", key), keyedHash("330399198711020245", key));
    EXPECT_NE(keyedHash("330399198506150139", key), keyedHash("330399198506150139", Key::random()));
    EXPECT_EQ(keyedHash("", key).size(), 32U);
}

}  // namespace
