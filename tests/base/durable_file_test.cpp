#include <base/durable_file.h>

#include <support/scratch_folder.h>

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace base;

namespace {

using FileStatus = struct stat;

std::size_t countEntries(const std::filesystem::path& folder)
{
    const std::filesystem::directory_iterator all(folder);
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

unsigned modeOf(const std::filesystem::path& path)
{
    FileStatus about{};
    EXPECT_EQ(::stat(path.c_str(), &about), 0);
    return about.st_mode & 0777U;
}

TEST(DurableFile, IsReadAsItWasWritten)
{
    const ScratchFolder folder;
    const std::string bytes("a\0b\xFF\n", 5);
    ASSERT_TRUE(writeDurably(folder / "f", bytes));
    EXPECT_EQ(readFile(folder / "f"), bytes);
    ASSERT_TRUE(writeDurably(folder / "empty", ""));
    EXPECT_EQ(readFile(folder / "empty"), "");
}

TEST(DurableFile, ReplacesTheOldContentAndLeavesNothingBeside)
{
    const ScratchFolder folder;
    ASSERT_TRUE(writeDurably(folder / "f", std::string(100'000, 'o')));
    ASSERT_TRUE(writeDurably(folder / "f", "new"));
    EXPECT_EQ(readFile(folder / "f"), "new");
    EXPECT_EQ(countEntries(folder.path()), 1U);
}

TEST(DurableFile, IsForItsOwnerOnly)
{
    const ScratchFolder folder;
    ASSERT_TRUE(writeDurably(folder / "f", "x"));
    EXPECT_EQ(modeOf(folder / "f"), 0600U);
    ASSERT_TRUE(makeFolder(folder / "a"));
    EXPECT_EQ(modeOf(folder / "a"), 0700U);
}

TEST(DurableFile, ThatCannotBeWrittenLeavesTheOldOneAlone)
{
    const ScratchFolder folder;
    const auto status = writeDurably(folder.path() / "none" / "f", "x");
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::NotFound);
    EXPECT_EQ(countEntries(folder.path()), 0U);
}

TEST(DurableFile, ThatCannotTakeItsNameLeavesNothingBeside)
{
    const ScratchFolder folder;
    ASSERT_TRUE(makeFolder(folder / "taken"));
    EXPECT_FALSE(writeDurably(folder / "taken", "x")) << "a folder has that name";
    EXPECT_EQ(countEntries(folder.path()), 1U);
}

TEST(DurableFile, AboveTheLimitIsNotRead)
{
    const ScratchFolder folder;
    ASSERT_TRUE(writeDurably(folder / "f", "12345"));
    EXPECT_EQ(readFile(folder / "f", 5), "12345");
    EXPECT_EQ(readFile(folder / "f", 4).error().code, ErrorCode::NoSpace);
    EXPECT_EQ(readFile("/dev/zero", 100'000).error().code, ErrorCode::NoSpace) << "its size says nothing";
}

TEST(DurableFile, ThatIsNotThereIsNotFound)
{
    const ScratchFolder folder;
    EXPECT_EQ(readFile(folder / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readFile(folder.path()).error().code, ErrorCode::BadArgument);
    EXPECT_EQ(syncFolder(folder / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(renameDurably(folder / "none", folder / "f").error().code, ErrorCode::NotFound);
}

TEST(DurableFile, IsRenamedOverAnother)
{
    const ScratchFolder folder;
    ASSERT_TRUE(writeDurably(folder / "from", "new"));
    ASSERT_TRUE(writeDurably(folder / "to", "old"));
    ASSERT_TRUE(renameDurably(folder / "from", folder / "to"));
    EXPECT_EQ(readFile(folder / "to"), "new");
    EXPECT_FALSE(std::filesystem::exists(folder / "from"));
}

TEST(DurableFile, FoldersAreMadeAllTheWay)
{
    const ScratchFolder folder;
    ASSERT_TRUE(makeFolder(folder.path() / "a" / "b" / "c"));
    EXPECT_TRUE(std::filesystem::is_directory(folder.path() / "a" / "b" / "c"));
    EXPECT_TRUE(makeFolder(folder.path() / "a" / "b" / "c")) << "already there";
    ASSERT_TRUE(writeDurably(folder / "f", "x"));
    EXPECT_FALSE(makeFolder(folder.path() / "f" / "d")) << "a file has that name";
    EXPECT_FALSE(makeFolder(folder / "f")) << "a file has that name";
}

}  // namespace
