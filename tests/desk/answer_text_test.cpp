#include <desk/answer_text.h>

#include <base/durable_file.h>

#include <gtest/gtest.h>

namespace {

forms::Guide guideOf(const std::string& code)
{
    const auto bytes = base::readFile(OW_SOURCE_DIR "/forms/guides/" + code + ".guide.json");
    return forms::readGuide(bytes.value()).value();
}

TEST(AnswerText, IsReadByValueOrByTheTextPeopleSee)
{
    forms::Answers answers;
    const auto guide = guideOf("hk-qy");
    ASSERT_TRUE(desk::readAnswers(guide, {{"kind", "marry"}, {"dir", "迁入"}}, answers));
    EXPECT_EQ(answers, (forms::Answers{{"kind", "marry"}, {"dir", "in"}}));
    ASSERT_TRUE(desk::readAnswers(guide, {{"kind", ""}}, answers));
    EXPECT_EQ(answers, (forms::Answers{{"dir", "in"}}));
}

TEST(AnswerText, SeveralValuesStandInTheGuidesOrder)
{
    forms::Answers answers;
    ASSERT_TRUE(desk::readAnswers(guideOf("sdqg-gh"), {{"utilities", "gas,water"}}, answers));
    EXPECT_EQ(answers.at("utilities"), forms::Answer(std::vector<std::string>{"water", "gas"}));
}

TEST(AnswerText, OneWrongAnswerChangesNothing)
{
    forms::Answers answers{{"age", 30.0}};
    const auto before = answers;
    const auto guide = guideOf("jmyl-cb");
    EXPECT_EQ(desk::readAnswers(guide, {{"student", "no"}, {"age", "old"}}, answers).error().code,
              base::ErrorCode::BadArgument);
    EXPECT_EQ(desk::readAnswers(guide, {{"student", "perhaps"}}, answers).error().code,
              base::ErrorCode::BadArgument);
    EXPECT_EQ(desk::readAnswers(guide, {{"nothing", "1"}}, answers).error().code, base::ErrorCode::NotFound);
    EXPECT_EQ(answers, before);
}

}  // namespace
