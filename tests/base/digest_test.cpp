#include <base/digest.h>

#include <base/encoding.h>
#include <support/scratch_folder.h>

#include <gtest/gtest.h>

#include <sodium.h>

#include <fstream>
#include <unordered_set>

using namespace base;

namespace {

constexpr const char* OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST(Digest, IsSha256)
{
    EXPECT_EQ(Digest::of("abc").toString(), OfAbc);
    EXPECT_EQ(Digest::of("").toString(), OfNothing);
    EXPECT_EQ(Digest::of(asBytes("abc")), Digest::of("abc"));
}

TEST(Digest, IsReadInEitherCase)
{
    EXPECT_EQ(Digest::parse(OfAbc), Digest::of("abc"));
    EXPECT_EQ(Digest::parse("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"),
              Digest::of("abc"));
}

TEST(Digest, IsNothingForOtherText)
{
    const std::string good = OfAbc;
    EXPECT_EQ(Digest::parse(""), std::nullopt);
    EXPECT_EQ(Digest::parse(good.substr(1)), std::nullopt);
    EXPECT_EQ(Digest::parse(good + "0"), std::nullopt);
    EXPECT_EQ(Digest::parse("g" + good.substr(1)), std::nullopt);
    EXPECT_EQ(Digest::parse(" " + good.substr(1)), std::nullopt);
}

TEST(Digest, OfPiecesIsThatOfTheWhole)
{
    Hasher hasher;
    hasher.add("a");
    hasher.add(std::string_view());
    hasher.add(asBytes("bc"));
    EXPECT_EQ(hasher.finish(), Digest::of("abc"));
}

TEST(Digest, IsThatOfLibsodiumForEveryLengthAndCut)
{
    std::string bytes;
    for (int i = 0; i < 400; ++i)
        bytes.push_back(static_cast<char>(i * 37 + i / 7));
    for (std::size_t length = 0; length <= bytes.size(); ++length) {
        std::array<std::uint8_t, 32> expected{};
        crypto_hash_sha256(expected.data(), reinterpret_cast<const unsigned char*>(bytes.data()), length);
        const std::string_view whole(bytes.data(), length);
        EXPECT_EQ(Digest::of(whole), Digest::fromBytes(expected)) << length;
        for (std::size_t cut = 0; cut <= length; cut += 7) {
            Hasher hasher;
            hasher.add(whole.substr(0, cut));
            hasher.add(whole.substr(cut, 65));
            hasher.add(whole.substr(std::min(length, cut + 65)));
            EXPECT_EQ(hasher.finish(), Digest::fromBytes(expected)) << length << " cut at " << cut;
        }
    }
}

TEST(Digest, OfAFileIsThatOfItsBytes)
{
    const ScratchFolder folder;
    std::string content(200'001, 'x');
    content[70'000] = '\0';
    std::ofstream(folder / "page", std::ios::binary) << content;
    EXPECT_EQ(Digest::ofFile(folder / "page"), Digest::of(content));
    EXPECT_EQ(Digest::ofFile(folder / "none").error().code, ErrorCode::NotFound);
}

TEST(Digest, ZeroIsTheOneOfNoBytesAtAll)
{
    EXPECT_TRUE(Digest().isZero());
    EXPECT_FALSE(Digest::of("").isZero());
    EXPECT_EQ(Digest::fromBytes(Digest::of("abc").bytes()), Digest::of("abc"));
}

TEST(Digest, CanBeAKeyOfASet)
{
    std::unordered_set<Digest> all{Digest::of("a"), Digest::of("b"), Digest::of("a")};
    EXPECT_EQ(all.size(), 2U);
}

}  // namespace
