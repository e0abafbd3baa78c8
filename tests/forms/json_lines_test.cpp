#include "json_lines.h"

#include <gtest/gtest.h>

namespace {

using forms::JsonLines;

constexpr std::string_view Text = R"({
  "name": {
    "main": "A",
    "sub": 1,

    "list": [1,
      2,
      {"deep": [
        true]}]
  },
  "a/b~c": null
})";

TEST(JsonLines, AValueStandsOnItsLine)
{
    const JsonLines lines(Text);
    EXPECT_EQ(lines.lineOf(""), 1);
    EXPECT_EQ(lines.lineOf("/name"), 2);
    EXPECT_EQ(lines.lineOf("/name/main"), 3);
    EXPECT_EQ(lines.lineOf("/name/sub"), 4);
    EXPECT_EQ(lines.lineOf("/name/list"), 6);
    EXPECT_EQ(lines.lineOf("/name/list/0"), 6);
    EXPECT_EQ(lines.lineOf("/name/list/1"), 7);
    EXPECT_EQ(lines.lineOf("/name/list/2/deep/0"), 9);
    EXPECT_EQ(lines.lineOf("/a~1b~0c"), 11);
    EXPECT_EQ(lines.brokenAt(), 0);
}

TEST(JsonLines, ANumberBeforeALineEndIsOnTheLineItStandsOn)
{
    EXPECT_EQ(JsonLines("[1,\n2\n,\n3\n]").lineOf("/1"), 2);
    EXPECT_EQ(JsonLines("[1,\n2\n,\n3\n]").lineOf("/2"), 4);
    EXPECT_EQ(JsonLines("\n7").lineOf(""), 2);
}

TEST(JsonLines, WhatIsNotThereStandsWhereItBelongs)
{
    const JsonLines lines(Text);
    EXPECT_EQ(lines.lineOf("/name/list/7/x"), 6);
    EXPECT_EQ(lines.lineOf("/nothing"), 1);
}

TEST(JsonLines, ABrokenTextIsBrokenAtALine)
{
    EXPECT_EQ(JsonLines("{\n\"a\": 1,\n\"b\" 2\n}").brokenAt(), 3);
    EXPECT_EQ(JsonLines("").brokenAt(), 1);
    EXPECT_EQ(JsonLines("[1,\n2").brokenAt(), 2);
}

}  // namespace
