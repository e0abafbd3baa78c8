#include "vectors.h"

#include <forms/number_check.h>

#include <gtest/gtest.h>

namespace {

constexpr base::Date Today{std::chrono::year{2026}, std::chrono::month{4}, std::chrono::day{8}};

forms::NumberJudgement judgeNumber(std::string_view text)
{
    return forms::judgeNumber(text, Today);
}

using forms::NumberFault;
using forms::NumberKind;

TEST(NumberCheck, ThePersonsOfTheVectorsHaveRightNumbersThatTellBirthAndSex)
{
    for (const auto& person : tests::vectors()["persons"]) {
        const auto judged = judgeNumber(person["idno"].get<std::string>());
        EXPECT_EQ(judged.kind, NumberKind::Citizen);
        EXPECT_FALSE(judged.fault);
        ASSERT_TRUE(judged.citizen);
        auto birth = base::formatDate(judged.citizen->birth);
        std::erase(birth, '-');
        EXPECT_EQ(birth, person["birth"].get<std::string>());
        EXPECT_EQ(judged.citizen->male, person["sex_gbt2261_1"] == 1);
    }
}

TEST(NumberCheck, TheUnitsOfTheVectorsHaveRightCodes)
{
    for (const auto& unit : tests::vectors()["units"]) {
        const auto judged = judgeNumber(unit["uscc"].get<std::string>());
        EXPECT_EQ(judged.kind, NumberKind::CreditCode) << unit;
        EXPECT_FALSE(judged.fault) << unit;
    }
}

TEST(NumberCheck, SaysWhatIsWrong)
{
    EXPECT_EQ(judgeNumber("330399198506150130").fault, NumberFault::CheckCharacter);
    EXPECT_EQ(judgeNumber("330399198502300150").fault, NumberFault::Date);
    EXPECT_EQ(judgeNumber("33039919850615013Y").fault, NumberFault::Character);
    EXPECT_EQ(judgeNumber("33039919850615013").fault, NumberFault::Length);
    EXPECT_EQ(judgeNumber("").fault, NumberFault::Length);
    EXPECT_EQ(judgeNumber("示例甲").fault, NumberFault::Length);
    EXPECT_EQ(judgeNumber("9133O399MA00000150").fault, NumberFault::Character);
    EXPECT_EQ(judgeNumber("91330399MI00000150").fault, NumberFault::Character);
}

TEST(NumberCheck, AnOlderCreditCodeThatDoesNotComputeIsDoubted)
{
    const auto old = judgeNumber("91350203M0001QKT19");
    EXPECT_EQ(old.kind, NumberKind::CreditCode);
    EXPECT_FALSE(old.fault);
    EXPECT_EQ(old.doubt, NumberFault::CheckCharacter);
    EXPECT_FALSE(judgeNumber("92141127MA0KD1Y64A").doubt);
    EXPECT_EQ(judgeNumber("91330399MA00000150").fault, NumberFault::CheckCharacter)
        << "those of the national pool are computed";
}

TEST(NumberCheck, PapersOfPeopleFromElsewhereAreKnown)
{
    using forms::IdentityPaper;
    const auto paper = [](std::string_view text) {
        const auto judged = judgeNumber(text);
        return judged.fault ? std::nullopt : judged.paper;
    };
    EXPECT_EQ(paper("810000199003078017"), IdentityPaper::ResidencePermit);
    EXPECT_EQ(paper("83000019781011009x"), IdentityPaper::ResidencePermit);
    EXPECT_EQ(paper("93384019780405001X"), IdentityPaper::PermanentResidence);
    EXPECT_EQ(paper("USA330078040501"), IdentityPaper::PermanentResidence);
    EXPECT_EQ(paper("E12345678"), IdentityPaper::Passport);
    EXPECT_EQ(judgeNumber("USA330078040501").kind, NumberKind::OtherPaper);
}

TEST(NumberCheck, NobodyIsBornInTheFuture)
{
    const auto judged = judgeNumber("110101209001010011");
    EXPECT_EQ(judged.fault, NumberFault::Future);
    EXPECT_FALSE(judged.citizen);
    EXPECT_FALSE(
        forms::judgeNumber("110101209001010011",
                           base::Date{std::chrono::year{2090}, std::chrono::month{1}, std::chrono::day{1}})
            .fault);
}

TEST(NumberCheck, APrefixThatIsNoDivisionTodayIsNoFault)
{
    // 110103 (Beijing Chongwen) went in 2010, 999999 never was.
    for (const char* digits : {"11010319850615013", "99999919850615013"}) {
        bool right = false;
        for (const char check : std::string("0123456789X"))
            right = right || !judgeNumber(std::string(digits) + check).fault;
        EXPECT_TRUE(right) << digits;
    }
}

TEST(NumberCheck, FifteenDigitsAreOfThePastAndBecomeEighteen)
{
    const auto judged = judgeNumber("330399850615013");
    EXPECT_EQ(judged.kind, NumberKind::OldCitizen);
    EXPECT_FALSE(judged.fault);
    ASSERT_TRUE(judged.citizen);
    EXPECT_EQ(judged.citizen->text, "330399198506150139");
    EXPECT_EQ(judgeNumber("330399850230013").fault, NumberFault::Date);
    EXPECT_EQ(judgeNumber("33039985061501X").fault, NumberFault::Character);
}

TEST(NumberCheck, WhatFoldingTakesAwayIsNoFault)
{
    EXPECT_FALSE(judgeNumber("  330399198506150139 ").fault);
    EXPECT_FALSE(judgeNumber("330399-19850615-0139\u200b").fault);
}

}  // namespace
