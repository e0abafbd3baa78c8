#include "case_support.h"

#include <gtest/gtest.h>

namespace {

using forms::Answers;

TEST(Situation, AnAnswerToAHiddenQuestionDoesNotExist)
{
    const auto guide = tests::guideOf("hk-qy");
    const Answers given{{"kind", std::string("study")},
                        {"dir", std::string("out")},
                        {"house", std::string("own")},
                        {"local", std::string("no")}};
    const auto visible = forms::visibleAnswers(guide, given);
    EXPECT_EQ(visible, (Answers{{"kind", std::string("study")}, {"dir", std::string("out")}}));
    forms::Case draft;
    draft.answers = given;
    const auto result = forms::check(guide, draft, {tests::day("2025-06-30"), false});
    EXPECT_EQ(result.route, "");
    EXPECT_EQ(result.visibleQuestions, (std::vector<std::string>{"kind", "dir", "range", "child", "agent"}));
}

TEST(Situation, AnAnswerOfTheWrongKindIsNone)
{
    const auto guide = tests::guideOf("jmyl-cb");
    EXPECT_TRUE(forms::visibleAnswers(guide, {{"age", std::string("34")}}).empty());
    EXPECT_TRUE(forms::visibleAnswers(guide, {{"student", std::vector<std::string>{"no"}}}).empty());
    EXPECT_EQ(forms::visibleAnswers(guide, {{"age", 34.0}}).size(), 1u);
}

TEST(Situation, AMultipleChoiceOfNothingIsNoAnswer)
{
    const auto guide = tests::guideOf("sdqg-gh");
    EXPECT_TRUE(forms::visibleAnswers(guide, {{"utilities", std::vector<std::string>{}}}).empty());
    EXPECT_TRUE(
        forms::visibleAnswers(guide, {{"utilities", std::vector<std::string>{"water", "steam"}}}).empty());
}

}  // namespace
