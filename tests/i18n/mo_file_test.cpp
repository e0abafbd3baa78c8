#include <i18n/mo_file.h>

#include <base/durable_file.h>
#include <base/utf8.h>

#include <gtest/gtest.h>

#include <set>

using namespace i18n;

namespace {

std::string u32(std::size_t value)
{
    std::string bytes;
    for (int i = 0; i < 4; ++i)
        bytes.push_back(static_cast<char>(value >> (8 * i)));
    return bytes;
}

struct Message {
    std::string id;
    std::string text;
};

std::string compiled(const std::vector<Message>& messages)
{
    std::string ids;
    std::string texts;
    std::string pool;
    const std::size_t poolAt = 20 + messages.size() * 16;
    const auto row = [&](const std::string& text) {
        auto at = u32(text.size()) + u32(poolAt + pool.size());
        pool.append(text).push_back('\0');
        return at;
    };
    for (const auto& message : messages) {
        ids += row(message.id);
        texts += row(message.text);
    }
    return u32(0x950412DE) + u32(0) + u32(messages.size()) + u32(20) + u32(20 + messages.size() * 8) + ids
           + texts + pool;
}

/// A plural's id and its two texts, parted by NUL as gettext keeps them.
Message plural()
{
    using namespace std::string_literals;
    return {"one page\0{count} pages"s, "{count} 页\0第二"s};
}

std::string sorted()
{
    return compiled({{"", "Language: zh_CN\n"}, plural(), {"page", "页"}});
}

std::set<std::string> placesOf(std::string_view text)
{
    std::set<std::string> places;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
        if (const auto close = text.find('}', open); close != std::string_view::npos)
            places.emplace(text.substr(open, close - open + 1));
    return places;
}

TEST(MoFile, FindsMessagesAndPluralForms)
{
    const auto bytes = sorted();
    const auto file = MoFile::parse(bytes);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->find("page"), "页");
    EXPECT_EQ(file->find("one page"), "{count} 页");
    EXPECT_EQ(file->find("one page", 1), "第二");
    EXPECT_EQ(file->find("one page", 2), std::nullopt);
    EXPECT_EQ(file->find("pages"), std::nullopt);
    EXPECT_EQ(file->find(""), std::nullopt);
    EXPECT_EQ(file->header(), "Language: zh_CN\n");
    ASSERT_EQ(file->entries().size(), 2U);
    EXPECT_EQ(file->entries()[0].pluralId, "{count} pages");
}

TEST(MoFile, RefusesWhatIsNotSorted)
{
    const auto bytes = compiled({{"", "Language: zh_CN\n"}, {"page", "页"}, plural()});
    EXPECT_FALSE(MoFile::parse(bytes));
}

TEST(MoFile, RefusesAFileCutAnywhere)
{
    const auto whole = sorted();
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_FALSE(MoFile::parse(std::string_view(whole).substr(0, size))) << size;
}

TEST(MoFile, NeverReadsOutsideWhateverNumberIsChanged)
{
    const auto whole = sorted();
    for (std::size_t at = 0; at + 4 <= 20 + 3 * 16; at += 4)
        for (const std::size_t value : {0UL, 1UL, whole.size() - 1, whole.size(), 0x7FFFFFFFUL, 0xFFFFFFFFUL})
        {
            auto changed = whole;
            changed.replace(at, 4, u32(value));
            // A copy of exactly that size, so that the sanitizers see a step beyond it.
            const std::vector<char> exact(changed.begin(), changed.end());
            const auto file = MoFile::parse({exact.data(), exact.size()});
            EXPECT_LE(file.value_or(MoFile()).entries().size(), 3U);
        }
}

TEST(MoFile, WithoutMessagesFindsNothing)
{
    EXPECT_EQ(MoFile().find("page"), std::nullopt);
    EXPECT_EQ(MoFile().header(), "");
    EXPECT_TRUE(MoFile().entries().empty());
}

class ShippedCatalogue : public testing::Test
{
  protected:
    void SetUp() override
    {
        auto bytes = base::readFile(std::string(OW_CATALOGUES) + "/zh_CN.mo");
        ASSERT_TRUE(bytes);
        m_bytes = *std::move(bytes);
        const auto file = MoFile::parse(m_bytes);
        ASSERT_TRUE(file);
        m_file = *file;
        ASSERT_FALSE(m_file.entries().empty());
    }

    std::string m_bytes;
    MoFile m_file;
};

TEST_F(ShippedCatalogue, HasOneFormForEveryCount)
{
    EXPECT_NE(m_file.header().find("nplurals=1;"), std::string_view::npos);
    for (const auto& entry : m_file.entries())
        EXPECT_EQ(entry.texts.size(), 1U) << entry.id;
}

TEST_F(ShippedCatalogue, KeepsThePlacesOfEveryMessage)
{
    for (const auto& entry : m_file.entries()) {
        const auto places = placesOf(entry.pluralId.empty() ? entry.id : entry.pluralId);
        EXPECT_EQ(places, placesOf(entry.texts.front())) << entry.id;
    }
}

TEST_F(ShippedCatalogue, SpeaksChineseInWellFormedText)
{
    for (const auto& entry : m_file.entries()) {
        EXPECT_TRUE(base::isUtf8(entry.texts.front())) << entry.id;
        EXPECT_FALSE(entry.texts.front().empty()) << entry.id;
    }
}

TEST_F(ShippedCatalogue, EndsASentenceWhereTheMessageDoes)
{
    // "No." is the head of a column.
    const auto endsSentence = [](std::string_view text) {
        return text.ends_with('.') && text.find(' ') != std::string_view::npos;
    };
    for (const auto& entry : m_file.entries())
        EXPECT_EQ(endsSentence(entry.id), entry.texts.front().ends_with("。")) << entry.id;
}

}  // namespace
