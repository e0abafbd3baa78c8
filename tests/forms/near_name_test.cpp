#include "near_name.h"

#include <gtest/gtest.h>

#include <vector>

namespace {

const std::vector<std::string> Known{"necessity", "name", "basis", "when", "copies", "offline_acceptance"};

TEST(NearName, IsTheOneASlipAway)
{
    for (const auto& [written, meant] : {std::pair{"nessecity", "necessity"},
                                         {"necesity", "necessity"},
                                         {"nmae", "name"},
                                         {"Name", "name"},
                                         {"basiss", "basis"},
                                         {"wehn", "when"},
                                         {"offline-acceptance", "offline_acceptance"},
                                         {"offlineAcceptance", "offline_acceptance"},
                                         {"ofline_acceptence", "offline_acceptance"}})
        EXPECT_EQ(forms::nearestName(written, Known), meant) << written;
}

TEST(NearName, OfAnotherWordOrAKnownOneThereIsNone)
{
    for (const char* other : {"local", "note", "name", "when", "necessity", "anything", "x", ""})
        EXPECT_EQ(forms::nearestName(other, Known), "") << other;
}

}  // namespace
