#include <forms/answers.h>

#include <gtest/gtest.h>

namespace {

using forms::Answers;

TEST(Answers, GoThroughJsonUnchanged)
{
    const Answers answers{{"kind", std::string("marry")},
                          {"utilities", std::vector<std::string>{"water", "gas"}},
                          {"age", 34.0},
                          {"share", 0.5}};
    EXPECT_EQ(forms::answersToJson(answers),
              R"({"age":34,"kind":"marry","share":0.5,"utilities":["water","gas"]})");
    EXPECT_EQ(forms::answersFromJson(forms::answersToJson(answers)).value(), answers);
}

TEST(Answers, NameTheMemberThatIsNoAnswer)
{
    for (const char* json : {R"({"q": true})", R"({"q": null})", R"({"q": {}})", R"({"q": ["a", 1]})"}) {
        const auto answers = forms::answersFromJson(json);
        ASSERT_FALSE(answers) << json;
        EXPECT_EQ(answers.error().code, base::ErrorCode::BadInput);
        EXPECT_EQ(answers.error().arguments, (std::vector<base::Argument>{{"question", "q"}}));
    }
    EXPECT_FALSE(forms::answersFromJson("[]"));
    EXPECT_FALSE(forms::answersFromJson("{"));
}

}  // namespace
