#include "vectors.h"

#include <forms/identity_number.h>

#include <gtest/gtest.h>

namespace {

using forms::CitizenNumber;

TEST(CitizenNumber, TakesEveryPersonOfTheVectors)
{
    for (const auto& person : tests::vectors()["persons"]) {
        const auto text = person["idno"].get<std::string>();
        const auto number = CitizenNumber::parse(text);
        ASSERT_TRUE(number) << text;
        EXPECT_EQ(number->male, person["sex_gbt2261_1"] == 1);
        auto birth = base::formatDate(number->birth);
        std::erase(birth, '-');
        EXPECT_EQ(birth, person["birth"].get<std::string>());
    }
}

TEST(CitizenNumber, RefusesTheBadOnesOfTheVectors)
{
    for (const auto& bad : tests::vectors()["bad_ids"])
        EXPECT_FALSE(CitizenNumber::parse(bad["idno"].get<std::string>())) << bad["why"];
}

TEST(CitizenNumber, RefusesAnImpossibleDateEvenWithARightCheckCharacter)
{
    // 30 February with its own check character.
    int right = 0;
    for (const char last : std::string("0123456789X"))
        right += CitizenNumber::parse(std::string("33039919850228015") + last).has_value();
    EXPECT_EQ(right, 1);
    for (const char last : std::string("0123456789X"))
        EXPECT_FALSE(CitizenNumber::parse(std::string("33039919850230015") + last));
}

TEST(CitizenNumber, EveryOtherLastCharacterIsWrong)
{
    const std::string good = "330399198506150139";
    for (const char last : std::string("0123456789X"))
        EXPECT_EQ(CitizenNumber::parse(good.substr(0, 17) + last).has_value(), last == '9');
}

TEST(CitizenNumber, RefusesOtherLengthsAndSigns)
{
    EXPECT_FALSE(CitizenNumber::parse(""));
    EXPECT_FALSE(CitizenNumber::parse("33039919850615013"));
    EXPECT_FALSE(CitizenNumber::parse("3303991985061501399"));
    EXPECT_FALSE(CitizenNumber::parse("33039919850615O139"));
    EXPECT_FALSE(CitizenNumber::parse(" 30399198506150139"));
}

TEST(CreditCode, JudgesTheVectors)
{
    for (const auto& unit : tests::vectors()["units"])
        EXPECT_TRUE(forms::isCreditCode(unit["uscc"].get<std::string>())) << unit;
    for (const auto& unit : tests::vectors()["bad_usccs"])
        EXPECT_FALSE(forms::isCreditCode(unit["uscc"].get<std::string>())) << unit;
}

TEST(CreditCode, RefusesTheLettersThatLookLikeDigits)
{
    EXPECT_FALSE(forms::isCreditCode("11330399MB000001IB"));
    EXPECT_FALSE(forms::isCreditCode("11330399MB000O019B"));
    EXPECT_FALSE(forms::hasCreditCodeForm("11330399MB000001IB"));
    EXPECT_FALSE(forms::isCreditCode(""));
}

TEST(CitizenNumber, IsJudgedAsFolded)
{
    for (const char* pasted : {"330399 19871102 0245",
                               "\u202d330399198711020245\u202c",
                               "330399198711020245\u200b",
                               "\ufeff330399198711020245",
                               "330399198711020245\u00a0",
                               "３３０３９９１９８７１１０２０２４５",
                               "330399198711020245\n",
                               "330399-19871102-0245"})
    {
        const auto number = CitizenNumber::parse(pasted);
        ASSERT_TRUE(number) << pasted;
        EXPECT_EQ(number->text, "330399198711020245");
    }
    EXPECT_EQ(CitizenNumber::parse("83000019781011009x")->text, "83000019781011009X");
}

TEST(CreditCode, IsJudgedAsFolded)
{
    EXPECT_TRUE(forms::isCreditCode("11330399mb0000019b"));
    EXPECT_TRUE(forms::isCreditCode(" 11330399-MB000001-9B\u200b"));
}

TEST(CreditCode, OneThatDoesNotComputeStillHasItsForm)
{
    for (const char* code : {"91350203M0001QKT19", "91330399MA00000150"}) {
        EXPECT_FALSE(forms::isCreditCode(code)) << code;
        EXPECT_TRUE(forms::hasCreditCodeForm(code)) << code;
        EXPECT_TRUE(forms::looksLikeCreditCode(code)) << code;
    }
    EXPECT_FALSE(forms::looksLikeCreditCode("330399198506150130")) << "a mistyped citizen number";
    EXPECT_TRUE(forms::hasCreditCodeForm("330399198506150130"));
}

TEST(CreditCode, SignsOutsideItsAlphabetHaveNoCheckCharacterAtAll)
{
    const std::string zeros(" K1133039\301q\f\0``\0\0\0", 18);
    EXPECT_FALSE(forms::isCreditCode(zeros));
    EXPECT_FALSE(forms::isCreditCode(std::string(2, ' ') + "330399" + std::string(10, '\0')));
}

}  // namespace
