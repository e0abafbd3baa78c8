#include "vectors.h"

#include <forms/identity_paper.h>

#include <gtest/gtest.h>

#include <set>

namespace {

using forms::IdentityPaper;
using forms::identityPaperOf;

TEST(IdentityPaper, EveryKindHasATokenThatReadsBackAndATitle)
{
    std::set<std::string_view> tokens;
    for (const auto paper : forms::allIdentityPapers()) {
        EXPECT_EQ(forms::parseIdentityPaper(forms::nameOf(paper)), paper);
        EXPECT_FALSE(forms::titleOf(paper).empty());
        EXPECT_TRUE(tokens.insert(forms::nameOf(paper)).second) << forms::nameOf(paper);
    }
    EXPECT_EQ(tokens.size(), 8U);
    EXPECT_FALSE(forms::parseIdentityPaper(""));
    EXPECT_FALSE(forms::parseIdentityPaper("112"));
}

TEST(IdentityPaper, IsGuessedFromTheNumber)
{
    for (const auto& person : tests::vectors()["persons"])
        EXPECT_EQ(identityPaperOf(person["idno"].get<std::string>()), IdentityPaper::IdentityCard);
    for (const auto& unit : tests::vectors()["units"])
        EXPECT_EQ(identityPaperOf(unit["uscc"].get<std::string>()), IdentityPaper::CreditCode);
    for (const char* permit : {"810000199003078017", "820000199003078027", "83000019781011009x"})
        EXPECT_EQ(identityPaperOf(permit), IdentityPaper::ResidencePermit) << permit;
    for (const char* card : {"93384019780405001X", "USA330078040501"})
        EXPECT_EQ(identityPaperOf(card), IdentityPaper::PermanentResidence) << card;
    for (const char* permit : {"H12345678", "M12345678", "h1234567800"})
        EXPECT_EQ(identityPaperOf(permit), IdentityPaper::HongKongMacauPermit) << permit;
    for (const char* permit : {"12345678", "1234567890(B)"})
        EXPECT_EQ(identityPaperOf(permit), IdentityPaper::TaiwanPermit) << permit;
    for (const char* passport : {"E12345678", "EA1234567", "G12345678", "123456789", "AB123456"})
        EXPECT_EQ(identityPaperOf(passport), IdentityPaper::Passport) << passport;
}

TEST(IdentityPaper, WhatFitsNoPaperIsNoIdentityCard)
{
    for (const char* number : {"",
                               "3303",
                               "3303991985",
                               "330399198506150130",    // mistyped
                               "330399850615013",       // of before 1999: for looking somebody up only
                               "31103303992018000123",  // a boiler
                               "TZ-2024-0001",
                               "USA330078043501",  // the 35th of April
                               "示例甲"})
        EXPECT_FALSE(identityPaperOf(number)) << number;
}

TEST(IdentityPaper, ANumberIsJudgedAsFolded)
{
    EXPECT_EQ(identityPaperOf(" 330399-19850615-0139\u200b"), IdentityPaper::IdentityCard);
    EXPECT_EQ(identityPaperOf("ｈ１２３４５６７８"), IdentityPaper::HongKongMacauPermit);
    EXPECT_EQ(identityPaperOf("11330399mb0000019b"), IdentityPaper::CreditCode);
}

TEST(IdentityPaper, EachTakesItsOwnNumbersOnly)
{
    EXPECT_TRUE(forms::fits(IdentityPaper::IdentityCard, "330399198506150139"));
    EXPECT_FALSE(forms::fits(IdentityPaper::IdentityCard, "330399198506150130"));
    EXPECT_FALSE(forms::fits(IdentityPaper::IdentityCard, "810000199003078017"));
    EXPECT_FALSE(forms::fits(IdentityPaper::IdentityCard, "93384019780405001X"));
    EXPECT_FALSE(forms::fits(IdentityPaper::ResidencePermit, "330399198506150139"));
    EXPECT_FALSE(forms::fits(IdentityPaper::PermanentResidence, "330399198506150139"));
    EXPECT_TRUE(forms::fits(IdentityPaper::Passport, "C01X00T47"));
    EXPECT_TRUE(forms::fits(IdentityPaper::Passport, "H12345678"));
    EXPECT_FALSE(forms::fits(IdentityPaper::Passport, "ABCDEFGH"));
    EXPECT_TRUE(forms::fits(IdentityPaper::TaiwanPermit, "1234567890"));
    EXPECT_FALSE(forms::fits(IdentityPaper::TaiwanPermit, "123456789"));
    EXPECT_FALSE(forms::fits(IdentityPaper::CreditCode, "330399198506150139"));
    EXPECT_FALSE(forms::fits(IdentityPaper::HongKongMacauPermit, "H123456789"));
    for (const auto paper : forms::allIdentityPapers())
        EXPECT_EQ(forms::fits(paper, ""), paper == IdentityPaper::OrganisationWithoutCode);
}

TEST(IdentityPaper, ACreditCodeThatDoesNotComputeIsStillOne)
{
    EXPECT_TRUE(forms::fits(IdentityPaper::CreditCode, "91350203M0001QKT19"));
    EXPECT_EQ(identityPaperOf("91350203M0001QKT19"), IdentityPaper::CreditCode);
    EXPECT_FALSE(forms::fits(IdentityPaper::CreditCode, "91350203M0001QKTI9"));
    EXPECT_FALSE(forms::fits(IdentityPaper::CreditCode, "91350203M0001QKT1"));
    EXPECT_TRUE(forms::isOrganisation(IdentityPaper::CreditCode));
    EXPECT_FALSE(forms::isOrganisation(IdentityPaper::Passport));
}

}  // namespace
