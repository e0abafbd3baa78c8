#include <forms/automatic_point.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using testing::UnorderedElementsAreArray;

std::vector<std::string> namesOf(bool decides)
{
    std::vector<std::string> names;
    for (const auto& point : forms::automaticPoints())
        if (point.decides == decides)
            names.emplace_back(point.name);
    return names;
}

TEST(AutomaticPoint, WhatTheProgramDecidesIsWhatItHasRulesFor)
{
    EXPECT_THAT(namesOf(true), UnorderedElementsAreArray(forms::decidedPoints()));
}

TEST(AutomaticPoint, IsKnownByItsNameAndSomeByWhatTheyLookInto)
{
    for (const char* known : {"gb11643", "luhn", "image_quality", "dict:经营范围", "share:税务"})
        EXPECT_TRUE(forms::isAutomaticPoint(known)) << known;
    for (const char* unknown : {"", "gb11634", "dict:", "share", "dict", "GB11643"})
        EXPECT_FALSE(forms::isAutomaticPoint(unknown)) << unknown;
}

}  // namespace
