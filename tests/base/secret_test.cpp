#include <base/secret.h>

#include <gtest/gtest.h>

using namespace base;

namespace {

const std::string Salt = "0123456789abcdef";

TEST(Key, HasExactly32Bytes)
{
    const std::string bytes(32, 'k');
    ASSERT_TRUE(Key::fromBytes(bytes));
    EXPECT_EQ(Key::fromBytes(bytes)->toString(), bytes);
    EXPECT_FALSE(Key::fromBytes(std::string(31, 'k')));
    EXPECT_FALSE(Key::fromBytes(std::string(33, 'k')));
}

TEST(Key, IsAnotherEachTime)
{
    EXPECT_FALSE(Key::random() == Key::random());
    EXPECT_FALSE(Key::random() == Key());
}

TEST(Key, LeavesNothingBehindWhenItIsMoved)
{
    auto key = Key::random();
    const auto copy = key;
    const auto moved = std::move(key);
    EXPECT_TRUE(moved == copy);
    EXPECT_TRUE(key == Key());  // NOLINT(bugprone-use-after-move): that is the question
}

TEST(Key, MovedOntoItselfIsUnchanged)
{
    auto key = Key::random();
    const auto copy = key;
    auto& same = key;
    key = std::move(same);
    EXPECT_TRUE(key == copy);
}

TEST(Key, DerivesAKeyOfItsOwnForEachUse)
{
    const auto key = Key::random();
    EXPECT_TRUE(key.derive(1, "ow-pages") == key.derive(1, "ow-pages"));
    EXPECT_FALSE(key.derive(1, "ow-pages") == key.derive(2, "ow-pages"));
    EXPECT_FALSE(key.derive(1, "ow-pages") == key.derive(1, "ow-spool"));
    EXPECT_FALSE(key.derive(1, "ow-pages") == key);
}

TEST(Key, IsNamedByAnIdFromWhichItDoesNotFollow)
{
    const auto key = Key::random();
    EXPECT_EQ(key.keyId(), Key(key).keyId());
    EXPECT_NE(key.keyId(), Key::random().keyId());
    const auto id = key.keyId();
    EXPECT_EQ(key.toString().find(std::string(id.begin(), id.end())), std::string::npos);
}

TEST(Key, OfAPasswordNeedsTheSamePasswordAndSalt)
{
    const auto key = Key::fromPassword("示例 password", Salt);
    ASSERT_TRUE(key);
    EXPECT_EQ(Key::fromPassword("示例 password", Salt), key);
    EXPECT_NE(Key::fromPassword("示例 passworD", Salt), key);
    EXPECT_NE(Key::fromPassword("示例 password", "0123456789abcdeF"), key);
    EXPECT_FALSE(Key::fromPassword("示例 password", "short"));
}

TEST(RandomBytes, AreAsManyAsAskedAndOthersEachTime)
{
    EXPECT_EQ(randomBytes(0), "");
    EXPECT_EQ(randomBytes(100).size(), 100U);
    EXPECT_NE(randomBytes(16), randomBytes(16));
}

TEST(Wipe, OverwritesTheSecret)
{
    std::string secret(64, 's');
    const auto* place = secret.data();
    wipe(secret);
    EXPECT_TRUE(secret.empty());
    ASSERT_EQ(secret.data(), place);
    for (std::size_t i = 0; i < 64; ++i)
        EXPECT_EQ(place[i], '\0');  // the string keeps its 64 bytes
}

}  // namespace
