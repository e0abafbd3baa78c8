#include <desk/case_search.h>

#include <gtest/gtest.h>

namespace {

TEST(CaseSearch, AnEmptyTextAsksForNothing)
{
    for (const auto* text : {"", "   "}) {
        const auto filter = desk::caseSearch(text);
        EXPECT_TRUE(filter.name.empty() && filter.idNumber.empty() && filter.number.empty()) << text;
    }
}

TEST(CaseSearch, AnIdentityNumberIsKnownByItsCheckCharacter)
{
    EXPECT_EQ(desk::caseSearch(" 330399198506150139 ").idNumber, "330399198506150139");
    EXPECT_TRUE(desk::caseSearch("330399198506150138").idNumber.empty());
    EXPECT_EQ(desk::caseSearch("330399198506150138").number, "330399198506150138");
}

TEST(CaseSearch, APastedNumberIsThePersonsOfWhateverPaper)
{
    EXPECT_EQ(desk::caseSearch("\u202d330399 19850615 0139\u202c").idNumber, "330399198506150139");
    EXPECT_EQ(desk::caseSearch("330399-19850615-0139").idNumber, "330399198506150139");
    EXPECT_EQ(desk::caseSearch("h12345678").idNumber, "H12345678");
    EXPECT_EQ(desk::caseSearch("E12345678").idNumber, "E12345678");
    EXPECT_EQ(desk::caseSearch("91350203M0001QKT19").idNumber, "91350203M0001QKT19");
    EXPECT_EQ(desk::caseSearch("W7-261122-1").number, "W7-261122-1");
}

TEST(CaseSearch, AnOldNumberLooksForThePersonOfTheNewOne)
{
    EXPECT_EQ(desk::caseSearch("330399850615013").idNumber, "330399198506150139");
    EXPECT_EQ(desk::caseSearch("330399850230013").number, "330399850230013");
}

TEST(CaseSearch, LettersAndDigitsAreACaseNumber)
{
    EXPECT_EQ(desk::caseSearch("W2ffd22-261124-1").number, "W2ffd22-261124-1");
    EXPECT_EQ(desk::caseSearch("330399-20261124-00001").number, "330399-20261124-00001");
}

TEST(CaseSearch, AnythingElseIsAName)
{
    EXPECT_EQ(desk::caseSearch("示例甲").name, "示例甲");
    EXPECT_EQ(desk::caseSearch("𠮷田").name, "𠮷田");
    EXPECT_EQ(desk::caseSearch("Li Ming").name, "Li Ming");
    EXPECT_TRUE(desk::caseSearch("示例甲").number.empty());
}

}  // namespace
