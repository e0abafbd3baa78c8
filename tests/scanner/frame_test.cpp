#include <scanner/frame.h>

#include <gtest/gtest.h>

namespace scanner {

TEST(Frame, IsALengthInLittleEndianAndTheMessage)
{
    EXPECT_EQ(encodeFrame("abc").value(), std::string("\x03\0\0\0abc", 7));
}

TEST(Frame, RefusesAMessageAboveOneMebibyte)
{
    EXPECT_TRUE(encodeFrame(std::string(LongestFrame, 'x')));
    EXPECT_FALSE(encodeFrame(std::string(LongestFrame + 1, 'x')));
}

TEST(FrameReader, PutsMessagesTogetherFromSingleBytes)
{
    const auto stream = *encodeFrame("one") + *encodeFrame("") + *encodeFrame("three");
    FrameReader reader;
    std::vector<std::string> messages;
    for (const char byte : stream) {
        reader.add(std::string_view(&byte, 1));
        while (auto message = reader.next().value())
            messages.push_back(*message);
    }
    EXPECT_EQ(messages, (std::vector<std::string>{"one", "", "three"}));
}

TEST(FrameReader, GivesAllMessagesOfOnePiece)
{
    FrameReader reader;
    reader.add(*encodeFrame("one") + *encodeFrame("two") + "\x05");
    EXPECT_EQ(reader.next().value(), "one");
    EXPECT_EQ(reader.next().value(), "two");
    EXPECT_EQ(reader.next().value(), std::nullopt);
}

TEST(FrameReader, EndsAtALengthAboveTheLimitBeforeAnyByteOfIt)
{
    FrameReader reader;
    reader.add(std::string_view("\x01\0\x10\0", 4));
    ASSERT_FALSE(reader.next());
    EXPECT_EQ(reader.next().error().code, base::ErrorCode::BadInput);
}

}  // namespace scanner
