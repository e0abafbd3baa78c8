#include <desk/derived_answers.h>

#include <base/durable_file.h>

#include <gtest/gtest.h>

namespace {

class Derived : public testing::Test
{
  protected:
    void type(const char* number)
    {
        ASSERT_TRUE(m_guide.forms[0].fill(m_draft.forms["application"], "idno", number));
    }

    [[nodiscard]] std::optional<forms::Answer> age(const char* today) const
    {
        return desk::derivedAnswer(
            m_guide, *m_guide.findQuestion("age"), m_draft, base::parseDate(today).value());
    }

    forms::Guide m_guide =
        forms::readGuide(base::readFile(OW_SOURCE_DIR "/forms/guides/jmyl-cb.guide.json").value()).value();
    forms::Case m_draft;
};

TEST_F(Derived, TheAgeIsThatOfTheBirthdayInTheNumber)
{
    type("330399201004200460");
    EXPECT_EQ(age("2026-04-19"), forms::Answer(15.0));
    EXPECT_EQ(age("2026-04-20"), forms::Answer(16.0));
    EXPECT_EQ(age("2010-04-19"), std::nullopt);
}

TEST_F(Derived, ANumberThatIsNotRightGivesNothing)
{
    EXPECT_EQ(age("2026-04-20"), std::nullopt);
    type("330399198506150130");
    EXPECT_EQ(age("2026-04-20"), std::nullopt);
}

TEST_F(Derived, ACardReadAtTheCounterDoesAsWell)
{
    m_draft.materialEntry("m-id").facts["number"] = "330399195803090319";
    EXPECT_EQ(age("2026-04-20"), forms::Answer(68.0));
    type("330399201004200460");
    EXPECT_EQ(age("2026-04-20"), forms::Answer(16.0));
}

TEST_F(Derived, WhatIsComputedStandsOverWhatWasTyped)
{
    m_draft.answers = {{"age", 40.0}, {"student", "no"}};
    desk::deriveAnswers(m_guide, m_draft, base::parseDate("2026-04-20").value());
    EXPECT_EQ(m_draft.answers.at("age"), forms::Answer(40.0));
    type("330399201004200460");
    desk::deriveAnswers(m_guide, m_draft, base::parseDate("2026-04-20").value());
    EXPECT_EQ(m_draft.answers.at("age"), forms::Answer(16.0));
    EXPECT_EQ(m_draft.answers.at("student"), forms::Answer(std::string("no")));
}

}  // namespace
