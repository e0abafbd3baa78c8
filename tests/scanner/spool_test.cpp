#include <scanner/batch_spool.h>
#include <scanner/row_encoder.h>
#include <scanner/row_spill.h>

#include "temp_folder.h"

#include <base/encoding.h>

#include <gtest/gtest.h>

namespace scanner {

using scanner_tests::readAll;
using scanner_tests::TempFolder;

namespace {

std::string jpegOf(std::uint32_t width)
{
    std::string bytes;
    const auto encoder =
        makeRowEncoder({ColourMode::Gray, width, 32, {200}}, [&](std::span<const std::byte> part) {
            bytes.append(base::asText(part));
            return base::Status();
        });
    EXPECT_TRUE((*encoder)->finish());
    return bytes;
}

/// A spool of three pages, the second one a back side.
class SpoolOfThree : public testing::Test
{
  protected:
    SpoolOfThree()
    {
        BatchSpool spool({m_folder.path(), m_key, 1},
                         [this](const ScannedPage& page) { m_pages.push_back(page); });
        for (std::uint32_t i = 0; i < 3; ++i) {
            EXPECT_TRUE(spool.begin());
            EXPECT_TRUE(spool.write(base::asBytes(jpegOf(16 + i))));
            EXPECT_TRUE(
                spool.commit({ImageType::Jpeg, 16 + i, 32, {200}, i == 1 ? Side::Back : Side::Front, {}}));
        }
        EXPECT_TRUE(spool.flush());
    }

    TempFolder m_folder;
    base::Key m_key = base::Key::random();
    std::vector<ScannedPage> m_pages;
};

}  // namespace

TEST_F(SpoolOfThree, IsFoundAgainAsItWasAnnounced)
{
    m_folder.write("0004.part", "the page in flight");
    const auto recovered = recoverSpool(m_folder.path(), m_key).value();
    EXPECT_EQ(recovered.pages, m_pages);
    EXPECT_EQ(recovered.incomplete, std::vector{m_folder.path() / "0004.part"});
    EXPECT_TRUE(recovered.damaged.empty());
}

TEST_F(SpoolOfThree, FinishesAPageThatWasWholeWhenItsProcessDied)
{
    std::filesystem::rename(m_folder.path() / "0003.page", m_folder.path() / "0003.part");
    const auto recovered = recoverSpool(m_folder.path(), m_key).value();
    EXPECT_EQ(recovered.pages, m_pages);
    EXPECT_TRUE(recovered.incomplete.empty());
    EXPECT_TRUE(std::filesystem::exists(m_folder.path() / "0003.page"));
}

TEST_F(SpoolOfThree, DoesNotTakeAPageInFlightForAWholeOne)
{
    const auto whole = readAll(m_folder.path() / "0003.page");
    std::filesystem::remove(m_folder.path() / "0003.page");
    m_folder.write("0003.part", whole.substr(0, whole.size() - 1));
    const auto recovered = recoverSpool(m_folder.path(), m_key).value();
    EXPECT_EQ(recovered.pages.size(), 2u);
    EXPECT_EQ(recovered.incomplete, std::vector{m_folder.path() / "0003.part"});
}

TEST_F(SpoolOfThree, LosesOnlySideAndFlagsWithADescription)
{
    std::filesystem::remove(m_folder.path() / "0002.meta");
    const auto recovered = recoverSpool(m_folder.path(), m_key).value();
    ASSERT_EQ(recovered.pages.size(), 3u);
    auto expected = m_pages[1];
    expected.side = Side::Front;
    expected.flags = {PageFlag::Recovered};
    EXPECT_EQ(recovered.pages[1], expected);
}

TEST_F(SpoolOfThree, DoesNotBelieveTheDescriptionOfAnotherPage)
{
    std::filesystem::copy_file(m_folder.path() / "0001.meta",
                               m_folder.path() / "0002.meta",
                               std::filesystem::copy_options::overwrite_existing);
    const auto recovered = recoverSpool(m_folder.path(), m_key).value();
    ASSERT_EQ(recovered.pages.size(), 3u);
    EXPECT_EQ(recovered.pages[1].sha256, m_pages[1].sha256);
    EXPECT_TRUE(has(recovered.pages[1], PageFlag::Recovered));
}

TEST_F(SpoolOfThree, ReportsAPageThatWasChanged)
{
    auto bytes = readAll(m_pages[2].file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    m_folder.write("0003.page", bytes);
    const auto recovered = recoverSpool(m_folder.path(), m_key).value();
    EXPECT_EQ(recovered.pages.size(), 2u);
    EXPECT_EQ(recovered.damaged, std::vector{m_pages[2].file});
}

TEST_F(SpoolOfThree, GivesNothingToAnotherKey)
{
    const auto recovered = recoverSpool(m_folder.path(), base::Key::random()).value();
    EXPECT_TRUE(recovered.pages.empty());
    EXPECT_EQ(recovered.damaged.size(), 3u);
}

TEST_F(SpoolOfThree, IsNotRemovedBeforeItsPagesAreTaken)
{
    EXPECT_EQ(removeSpool(m_folder.path()).error().code, base::ErrorCode::Conflict);
    for (const auto& page : m_pages)
        EXPECT_TRUE(removeFromSpool(m_folder.path(), page.number));
    EXPECT_TRUE(removeFromSpool(m_folder.path(), 1));
    EXPECT_TRUE(removeSpool(m_folder.path()));
    EXPECT_FALSE(std::filesystem::exists(m_folder.path()));
    EXPECT_TRUE(removeSpool(m_folder.path()));
}

TEST(Spool, SaysThatThereIsNone)
{
    const auto recovered = recoverSpool("/nowhere/at/all", base::Key::random());
    ASSERT_FALSE(recovered);
    EXPECT_EQ(recovered.error().code, base::ErrorCode::NotFound);
}

TEST(Spool, NamesPagesSoThatTheySort)
{
    EXPECT_EQ(spoolFileName(7, "page"), "0007.page");
    EXPECT_EQ(spoolFileName(9999, "part"), "9999.part");
}

TEST(RowSpill, GivesBackWhatItTookAndLeavesNothing)
{
    const TempFolder folder;
    const auto file = folder.path() / "rows.part";
    const std::string rows(200'000, 'r');
    {
        auto spill = RowSpill::create(file, base::Key::random());
        ASSERT_TRUE(spill);
        ASSERT_TRUE(spill->add(base::asBytes(rows)));
        EXPECT_EQ(spill->size(), rows.size());
        std::string back;
        ASSERT_TRUE(spill->replay([&](std::span<const std::byte> part) {
            back.append(base::asText(part));
            return base::Status();
        }));
        EXPECT_EQ(back, rows);
        EXPECT_EQ(readAll(file).find("rrrr"), std::string::npos);
    }
    EXPECT_FALSE(std::filesystem::exists(file));
}

}  // namespace scanner
