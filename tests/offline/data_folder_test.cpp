#include "support/scratch_folder.h"

#include <offline/data_folder.h>

#include <gtest/gtest.h>

#include <fstream>

namespace fs = std::filesystem;

TEST(DataFolder, IsMadeForItsOwnerAlone)
{
    const ScratchFolder scratch;
    ASSERT_TRUE(offline::DataFolder::open(scratch / "new").has_value());
    for (const char* name : {"", "pages", "spool", "damaged", "keys", "keys/users"})
        EXPECT_EQ(fs::status(scratch / "new" / name).permissions(), fs::perms::owner_all) << name;
}

TEST(DataFolder, IsNotMadeAmongForeignThings)
{
    const ScratchFolder scratch;
    std::ofstream(scratch / "letter.txt") << "mine";
    const auto opened = offline::DataFolder::open(scratch.path());
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, base::ErrorCode::BadArgument);
    EXPECT_FALSE(fs::exists(scratch / "pages"));
}

TEST(DataFolder, IsNotMadeInAnotherOne)
{
    const ScratchFolder scratch;
    ASSERT_TRUE(offline::DataFolder::open(scratch / "first").has_value());
    std::ofstream(scratch / "first/keys/vault.json") << "{}";
    EXPECT_EQ(offline::DataFolder::open(scratch / "first/pages").error().code, base::ErrorCode::BadArgument);
    EXPECT_EQ(offline::DataFolder::open(scratch / "first/deep/er").error().code,
              base::ErrorCode::BadArgument);
    EXPECT_FALSE(fs::exists(scratch / "first/deep"));
    EXPECT_TRUE(offline::DataFolder::open(scratch / "first").has_value());
}

TEST(DataFolder, IsNoFile)
{
    const ScratchFolder scratch;
    std::ofstream(scratch / "file") << "x";
    EXPECT_EQ(offline::DataFolder::open(scratch / "file").error().code, base::ErrorCode::BadArgument);
}
