#include <base/error.h>
#include <base/result.h>

#include <gtest/gtest.h>

#include <set>

using namespace base;

namespace {

Result<int> refuse()
{
    return fail(ErrorCode::NotFound, "There is no matter {matter}.", {{"matter", "gt-sl"}});
}

Result<std::string> passItOn()
{
    const auto failed = refuse();
    return passOn(failed);
}

TEST(Error, IsDescribedWithItsPlacesFilled)
{
    EXPECT_EQ(describe(refuse().error()), "There is no matter gt-sl.");
}

TEST(Error, IsPassedOnAsItIs)
{
    EXPECT_EQ(passItOn().error(), refuse().error());
}

TEST(Error, CodesHaveNamesOfTheirOwn)
{
    std::set<std::string_view> names;
    const auto last = static_cast<int>(ErrorCode::Failed);
    for (int code = 0; code <= last; ++code)
        names.insert(nameOf(static_cast<ErrorCode>(code)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(last) + 1);
    EXPECT_EQ(nameOf(ErrorCode::NotOurServer), "not-our-server");
}

TEST(Places, AreFilledEverywhere)
{
    EXPECT_EQ(fillPlaces("{a}{b} and {a}", {{"a", "1"}, {"b", "2"}}), "12 and 1");
    EXPECT_EQ(fillPlaces("{a}", {{"a", ""}}), "");
    EXPECT_EQ(fillPlaces("", {{"a", "1"}}), "");
}

TEST(Places, ThatAreUnknownStayAsTheyAre)
{
    EXPECT_EQ(fillPlaces("{a} {other} {a", {{"a", "1"}}), "1 {other} {a");
    EXPECT_EQ(fillPlaces("{{a}}", {{"a", "1"}}), "{1}");
    EXPECT_EQ(fillPlaces("}{", {{"a", "1"}}), "}{");
}

TEST(Places, AreNotFilledInWhatWasFilledIn)
{
    EXPECT_EQ(fillPlaces("{a}-{b}", {{"a", "{b}"}, {"b", "{a}"}}), "{b}-{a}");
}

}  // namespace
