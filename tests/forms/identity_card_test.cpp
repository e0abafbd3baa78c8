#include <forms/identity_card.h>

#include <gtest/gtest.h>

namespace {

using forms::IdentityCard;

constexpr const char* OnOneLine =
    "姓名 示例甲 性别 男 民族 汉 出生 1985年6月15日 住址 测试区测试路1号2幢301室 公民身份号码 330399198506150139";

TEST(IdentityCard, IsReadFromOneLine)
{
    const auto card = IdentityCard::read(OnOneLine);
    ASSERT_TRUE(card);
    EXPECT_EQ(card->name, "示例甲");
    EXPECT_EQ(card->sex, "男");
    EXPECT_EQ(card->nation, "汉");
    EXPECT_EQ(base::formatDate(card->birth.value()), "1985-06-15");
    EXPECT_EQ(card->address, "测试区测试路1号2幢301室");
    EXPECT_EQ(card->number, "330399198506150139");
}

TEST(IdentityCard, IsReadInThePrintedLayout)
{
    const auto card = IdentityCard::read(
        "姓　名　示例甲\n性　别　男　民　族　汉\n出　生　1985 年 6 月 15 日\n住　址　测试区测试路\n"
        "　　　　1号2幢301室\n\n公民身份号码　330399198506150139\n");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->name, "示例甲");
    EXPECT_EQ(card->sex, "男");
    EXPECT_EQ(card->nation, "汉");
    EXPECT_TRUE(card->birth);
    EXPECT_EQ(card->address, "测试区测试路1号2幢301室");
}

TEST(IdentityCard, TakesColonsOtherOrdersAndBothSides)
{
    const auto card = IdentityCard::read(
        "公民身份号码：330399198506150139；姓名：示例甲\r\n民族：汉族 性别：女 出生日期：1985-06-15，签发机关 测试区公安局 有效期限 长期");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->name, "示例甲");
    EXPECT_EQ(card->nation, "汉");
    EXPECT_EQ(card->sex, "女");
    EXPECT_TRUE(card->birth);
    EXPECT_EQ(card->address, "");
}

TEST(IdentityCard, LeavesOtherTextsAlone)
{
    EXPECT_FALSE(IdentityCard::read("330399198506150139"));
    EXPECT_FALSE(IdentityCard::read("公民身份号码 330399198506150139"));
    EXPECT_FALSE(IdentityCard::read("姓名 示例甲 公民身份号码 330399198506150130")) << "a wrong check digit";
    EXPECT_FALSE(IdentityCard::read("姓名 示例甲"));
    EXPECT_FALSE(IdentityCard::read(""));
    EXPECT_FALSE(IdentityCard::read(std::string(5'000, 'x') + OnOneLine));
}

}  // namespace
