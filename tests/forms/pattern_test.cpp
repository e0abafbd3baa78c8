#include "pattern.h"

#include <gtest/gtest.h>

namespace {

using forms::Pattern;

bool matches(const char* expression, std::string_view text)
{
    return Pattern::compile(expression).value().matches(text);
}

TEST(Pattern, CountsCodePointsNotBytes)
{
    EXPECT_TRUE(matches("^.$", "中"));
    EXPECT_TRUE(matches("^[一-龥]{3}$", "示例甲"));
    EXPECT_FALSE(matches("^[一-龥]{3}$", "示例A"));
    EXPECT_TRUE(matches("\\p{L}", "中"));
    EXPECT_TRUE(matches("^\\u4e2d$", "中"));
}

TEST(Pattern, IsSearchedForAnywhere)
{
    EXPECT_TRUE(matches("b", "abc"));
    EXPECT_FALSE(matches("^b", "abc"));
    EXPECT_FALSE(matches("a$", "a\n"));
}

TEST(Pattern, DoesNotMatchWhenItWouldTakeTooLong)
{
    EXPECT_FALSE(matches("^(a+)+$", std::string(200, 'a') + "b"));
    EXPECT_FALSE(matches("(x+x+)+y", std::string(200'000, 'x')));
}

TEST(Pattern, RefusesWhatDoesNotCompile)
{
    for (const char* bad : {"(", "[", "a{2,1}", "(?<x>", "*"})
        EXPECT_FALSE(Pattern::compile(bad)) << bad;
    EXPECT_FALSE(Pattern::compile(std::string(5000, 'a')));
}

}  // namespace
