#include <base/uuid.h>

#include <gtest/gtest.h>

#include <set>

using namespace base;

namespace {

Timestamp at(std::int64_t milliseconds)
{
    return Timestamp{std::chrono::milliseconds{milliseconds}};
}

TEST(Uuid, HasTheTimeVersionAndVariantOfRfc9562)
{
    // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22.000Z.
    const auto text = Uuid::make(at(0x017F22E279B0)).toString();
    EXPECT_EQ(text.substr(0, 13), "017f22e2-79b0");
    EXPECT_EQ(text[14], '7');
    EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos);
    EXPECT_EQ(text.size(), 36U);
}

TEST(Uuid, SortsByBirth)
{
    Uuid before;
    for (const auto when :
         {0L, 1L, 255L, 256L, 65'536L, 1'800'000'000'000L, 1'800'000'000'001L, (1L << 48) - 1}) {
        const auto id = Uuid::make(at(when));
        EXPECT_LT(before, id);
        EXPECT_LT(before.toString(), id.toString());
        before = id;
    }
}

TEST(Uuid, IsUniqueInOneMillisecond)
{
    std::set<Uuid> all;
    for (int i = 0; i < 1000; ++i)
        all.insert(Uuid::make(at(1)));
    EXPECT_EQ(all.size(), 1000U);
}

TEST(Uuid, IsReadInEitherCase)
{
    const auto id = Uuid::parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->toString(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    EXPECT_FALSE(id->isNil());
}

TEST(Uuid, IsNothingForOtherText)
{
    for (const auto* text : {"",
                             "017f22e279b07cc398c4dc0c0c07398f",
                             "017f22e2-79b0-7cc3-98c4-dc0c0c07398",
                             "017f22e2-79b0-7cc3-98c4-dc0c0c07398ff",
                             "{017f22e2-79b0-7cc3-98c4-dc0c0c07398}",
                             "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
                             "017f22e2-79b0-7cc3-98c4+dc0c0c07398f",
                             "017f22e27-9b0-7cc3-98c4-dc0c0c07398f"})
        EXPECT_EQ(Uuid::parse(text), std::nullopt) << text;
}

TEST(Uuid, OfNothingIsNil)
{
    EXPECT_TRUE(Uuid().isNil());
    EXPECT_EQ(Uuid().toString(), "00000000-0000-0000-0000-000000000000");
}

}  // namespace
