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

/// The number of 示例乙, a woman.
constexpr const char* Number = "330399198711020245";

TEST(IdentityCard, AWordOfTheAddressIsNoLabel)
{
    for (const char* address : {"贵州省测试市民族路12号3栋",
                                "测试市民族白云路1号",
                                "测试市出生村2组",
                                "测试市姓名巷3号",
                                "测试市性别桥4号",
                                "测试市证件号弄5号",
                                "测试省测试市\n民族路6号"})
    {
        const auto card =
            IdentityCard::read(std::string("姓名 示例丙\n性别 女 民族 苗\n出生 1987年11月2日\n住址 ")
                               + address + "\n公民身份号码 " + Number);
        ASSERT_TRUE(card) << address;
        std::string whole = address;
        std::erase(whole, '\n');
        EXPECT_EQ(card->address, whole);
        EXPECT_EQ(card->nation, "苗") << address;
        EXPECT_EQ(card->sex, "女");
        EXPECT_EQ(card->name, "示例丙");
        EXPECT_EQ(base::formatDate(card->birth.value()), "1987-11-02");
    }
}

TEST(IdentityCard, IsReadWithoutAnyBlanks)
{
    const auto card = IdentityCard::read(
        "姓名示例丙性别女民族土家族出生1987年11月2日住址测试市民族路2号1幢301室公民身份号码330399198711020245"
        "签发机关测试市公安局有效期限2015.06.15-长期");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->name, "示例丙");
    EXPECT_EQ(card->nation, "土家");
    EXPECT_EQ(card->address, "测试市民族路2号1幢301室");
    EXPECT_EQ(card->number, Number);
}

TEST(IdentityCard, KeepsTheDotOfANameAndItsRareCharacters)
{
    EXPECT_EQ(IdentityCard::read(std::string("姓名 阿卜杜勒•\n艾海提 公民身份号码 ") + Number)->name,
              "阿卜杜勒•艾海提");
    EXPECT_EQ(IdentityCard::read(std::string("姓名 张𡌴 公民身份号码 ") + Number)->name, "张𡌴");
    EXPECT_EQ(IdentityCard::read(std::string("姓名\u200b 示例丙\ufeff 公民身份号码 ") + Number)->name,
              "示例丙");
}

TEST(IdentityCard, ReadsTheCardsOfPeopleFromElsewhere)
{
    const auto resident = IdentityCard::read(
        "姓名/Name SHILI JIA\n性别/Sex 女/F 出生日期/Date of Birth 1978.04.05\n国籍/Nationality 示例国/XXX\n"
        "有效期限/Period of Validity 2024.01.01-2034.01.01\n证件号码/ID No. 93384019780405001X");
    ASSERT_TRUE(resident);
    EXPECT_EQ(resident->name, "SHILI JIA");
    EXPECT_EQ(resident->sex, "女");
    EXPECT_EQ(base::formatDate(resident->birth.value()), "1978-04-05");
    EXPECT_EQ(resident->number, "93384019780405001X");
    EXPECT_EQ(resident->paper, forms::IdentityPaper::PermanentResidence);
    const auto permit =
        IdentityCard::read("姓名 示例丙 出生日期 1990.03.07 性别 男 证件号码 H12345678 签发机关 测试局");
    ASSERT_TRUE(permit);
    EXPECT_EQ(permit->number, "H12345678");
    EXPECT_EQ(permit->paper, forms::IdentityPaper::HongKongMacauPermit);
    EXPECT_EQ(IdentityCard::read("姓名 示例丙 公民身份号码 810000199003078017")->paper,
              forms::IdentityPaper::ResidencePermit);
    EXPECT_FALSE(IdentityCard::read("姓名 测试区民政局 证件号码 11330399MB0000107R"))
        << "a unit has no such card";
}

TEST(IdentityCard, SaysWhatOnItCannotBe)
{
    constexpr base::Date Today{std::chrono::year{2026}, std::chrono::month{4}, std::chrono::day{8}};
    const auto said = [&](const std::string& rest) {
        return forms::contradictionsOf(IdentityCard::read("姓名 示例丙 " + rest).value(), Today).size();
    };
    const std::string number = std::string(" 公民身份号码 ") + Number;
    EXPECT_EQ(said("性别 女 出生 1987年11月2日" + number), 0U);
    EXPECT_EQ(said("性别 男 出生 1987年11月2日" + number), 1U);
    EXPECT_EQ(said("性别 女 出生 1990年5月5日" + number), 1U);
    EXPECT_EQ(said("性别 男 出生 2099年5月5日" + number), 3U);
    EXPECT_EQ(said("公民身份号码 110101209001010011"), 1U);
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
