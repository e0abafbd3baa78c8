#include <desk/person_name.h>

#include <gtest/gtest.h>

TEST(PersonName, IsKnownOfWhoIsLoggedInHere)
{
    const api::Identity here{"clerk", "窗口人员", {forms::Role::Clerk}, "330399", {}};
    EXPECT_EQ(desk::personName(here, "clerk"), "窗口人员");
    EXPECT_EQ(desk::personName(here, "colleague"), "colleague");
    EXPECT_EQ(desk::personName({"clerk", "", {}, "330399", {}}, "clerk"), "clerk");
}
