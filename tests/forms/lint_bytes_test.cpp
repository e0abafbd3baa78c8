#include "guide_folder.h"

#include <forms/guide_lint.h>

#include <gtest/gtest.h>

namespace {

/// What the linter says of the text itself: "line: level: sentence".
std::string said(const std::string& bytes)
{
    const auto findings = forms::lintGuide(bytes);
    if (findings.empty())
        return "nothing";
    const auto& first = findings.front();
    EXPECT_EQ(first.path, "");
    return std::to_string(first.line) + (first.level == forms::LintLevel::Error ? ": error: " : ": warning: ")
           + base::fillPlaces(first.text.id, first.text.arguments);
}

TEST(LintBytes, NamesTheEncodingThatATextIsIn)
{
    EXPECT_EQ(said("{\n \"name\": \"\xB7\xBF\xB2\xFA\"\n}"),
              "2: error: The text is GBK (GB 18030): save it as UTF-8.");
    EXPECT_EQ(said("{\n \"name\": \"\x95\x32\x82\x36\"\n}"),
              "2: error: The text is GBK (GB 18030): save it as UTF-8.");
    EXPECT_EQ(said(std::string("\xFF\xFE{\0}\0", 6)), "1: error: The text is UTF-16: save it as UTF-8.");
    EXPECT_EQ(said(std::string("\0{\0}", 4)), "1: error: The text is UTF-16: save it as UTF-8.");
    EXPECT_EQ(said("{\n\n\"name\": \"\xFF\"}"), "3: error: The text is not UTF-8.");
}

TEST(LintBytes, AByteOrderMarkIsWarnedOfAndTheRestIsRead)
{
    const auto bytes = "\xEF\xBB\xBF" + tests::guideText("gt-sl");
    EXPECT_EQ(said(bytes),
              "1: warning: The text begins with a byte order mark: save it as UTF-8 without one.");
    EXPECT_EQ(forms::lintGuide(bytes).size(), 1u);
    EXPECT_TRUE(forms::readGuide(bytes));
}

TEST(LintBytes, SignsOfChineseWritingInPlaceOfThoseOfJsonAreNamed)
{
    EXPECT_EQ(said("{\n“name”: 1}"), "2: error: “ is a sign of Chinese writing where JSON needs \".");
    EXPECT_EQ(said("{\n\"name\"：1}"), "2: error: ： is a sign of Chinese writing where JSON needs :.");
    EXPECT_EQ(said("{\n\n\"a\": 1，\n\"b\": 2}"),
              "3: error: ， is a sign of Chinese writing where JSON needs ,.");
    EXPECT_EQ(said("{\n\"a\": [1】\n}"), "2: error: 】 is a sign of Chinese writing where JSON needs ].");
    EXPECT_EQ(said("{\n\u3000\"a\": 1}"),
              "2: error: \u3000 is a sign of Chinese writing where JSON needs  .");
    // A quote that closes nothing: the text runs on to the end of its line.
    EXPECT_EQ(said("{\n\"a\": \"房屋”,\n\"b\": 2}"),
              "2: error: ” is a sign of Chinese writing where JSON needs \".");
}

TEST(LintBytes, QuotesOfChineseWritingInsideATextAreNoFault)
{
    EXPECT_EQ(said("{\n\"a\": \"“房屋”，及：其他\" 1}"), "2: error: The text is not valid JSON.");
}

TEST(LintBytes, OtherBreakagesAreNamedWithTheirLine)
{
    EXPECT_EQ(said("{\n\"a\": [1,\n2,\n]}"),
              "4: error: There is a comma before a closing bracket: JSON has none there.");
    EXPECT_EQ(said("{\n\"a\": 1 // why\n}"), "2: error: JSON has no comments: take them out.");
    EXPECT_EQ(said("{\n\"a\": [1,\n2"),
              "3: error: The text ends before its JSON does: a bracket or a quote is open.");
    EXPECT_EQ(said("{\n\"a\": \"\\\""),
              "2: error: The text ends before its JSON does: a bracket or a quote is open.");
    EXPECT_EQ(said("{\n\"a\" 1,\n\"b\": 2}"), "2: error: The text is not valid JSON.");
    EXPECT_EQ(said(""), "1: error: The text is not valid JSON.");
    EXPECT_EQ(said(std::string(100, '[')), "1: error: The JSON text is nested deeper than 64 levels.");
    EXPECT_EQ(said(std::string(5u << 20, ' ')), "1: error: The JSON text is larger than 4 MiB.");
}

TEST(LintBytes, EveryPlaceToBreakAGuideAtHasALine)
{
    const auto good = tests::guideText("sb-jfzm");
    for (std::size_t length = 1; length < good.find_last_of('}'); length += 211) {
        const auto findings = forms::lintGuide(std::string_view(good).substr(0, length));
        ASSERT_EQ(findings.size(), 1u);
        const auto lines =
            1 + std::count(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length), '\n');
        EXPECT_GE(findings[0].line, 1);
        EXPECT_LE(findings[0].line, lines);
    }
}

}  // namespace
