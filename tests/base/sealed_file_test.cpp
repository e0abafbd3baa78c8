#include <base/sealed_file.h>

#include <base/durable_file.h>
#include <base/encoding.h>
#include <support/scratch_folder.h>

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace base;

namespace {

using FileStatus = struct stat;

constexpr std::size_t Header = 4 + 1 + 8 + 24;
constexpr std::size_t Chunk = 65536;
constexpr std::size_t SealedChunk = Chunk + 17;

std::string patterned(std::size_t size)
{
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 31 + i / 257) & 0xFF);
    return bytes;
}

class SealedFile : public testing::Test
{
  protected:
    std::filesystem::path sealed(std::string_view plain, std::size_t step = 10'007)
    {
        auto path = m_folder / "page.enc";
        auto writer = SealedFileWriter::create(path, m_key);
        EXPECT_TRUE(writer);
        for (auto rest = plain; !rest.empty(); rest.remove_prefix(std::min(step, rest.size())))
            EXPECT_TRUE(writer->write(asBytes(rest.substr(0, step))));
        EXPECT_EQ(writer->plainSize(), plain.size());
        EXPECT_TRUE(writer->finish());
        return path;
    }

    std::filesystem::path changed(const std::string& bytes)
    {
        auto path = m_folder / "changed.enc";
        EXPECT_TRUE(writeDurably(path, bytes));
        return path;
    }

    void expectDamaged(const std::string& bytes, const std::string& what)
    {
        const auto read = readSealedFile(changed(bytes), m_key);
        ASSERT_FALSE(read) << what;
        EXPECT_EQ(read.error().code, ErrorCode::Damaged) << what;
    }

    ScratchFolder m_folder;
    Key m_key = Key::random();
};

TEST_F(SealedFile, GivesBackEverySizeAroundTheChunkEdges)
{
    for (const std::size_t size : {std::size_t{0},
                                   std::size_t{1},
                                   Chunk - 1,
                                   Chunk,
                                   Chunk + 1,
                                   2 * Chunk,
                                   3 * Chunk - 1,
                                   3 * Chunk + 5})
    {
        const auto plain = patterned(size);
        const auto path = sealed(plain);
        const auto read = readSealedFile(path, m_key);
        ASSERT_TRUE(read) << size;
        EXPECT_EQ(*read, plain) << size;
        EXPECT_EQ(sealedPlainSize(path), size);
    }
}

TEST_F(SealedFile, IsWholeForEveryReaderWhenCompletedAndFinishesOnce)
{
    const auto path = m_folder / "page.enc";
    auto writer = SealedFileWriter::create(path, m_key);
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->write(asBytes(patterned(Chunk + 5))));
    EXPECT_FALSE(readSealedFile(path, m_key));
    ASSERT_TRUE(writer->complete());
    EXPECT_EQ(readSealedFile(path, m_key).value(), patterned(Chunk + 5));
    ASSERT_TRUE(writer->finish());
    EXPECT_EQ(readSealedFile(path, m_key).value(), patterned(Chunk + 5));
    EXPECT_TRUE(syncFile(path));
    EXPECT_EQ(syncFile(m_folder / "nothing").error().code, ErrorCode::NotFound);
}

TEST_F(SealedFile, DoesNotDependOnThePiecesItWasWrittenIn)
{
    const auto plain = patterned(2 * Chunk + 3);
    for (const std::size_t step : {std::size_t{4099}, Chunk, 2 * Chunk, 3 * Chunk})
        EXPECT_EQ(readSealedFile(sealed(plain, step), m_key), plain) << step;
}

TEST_F(SealedFile, HasTheLayoutOthersReadItBy)
{
    const auto bytes = *readFile(sealed(patterned(Chunk + 1)));
    EXPECT_EQ(bytes.size(), Header + SealedChunk + 1 + 17);
    EXPECT_EQ(bytes.substr(0, 5), "OWV1\x01");
    const auto id = m_key.keyId();
    EXPECT_EQ(bytes.substr(5, 8), std::string(id.begin(), id.end()));
}

TEST_F(SealedFile, IsForItsOwnerOnly)
{
    FileStatus about{};
    ASSERT_EQ(::stat(sealed("x").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0600U);
}

TEST_F(SealedFile, CutAtEveryEdgeIsDamaged)
{
    for (const std::size_t size : {2 * Chunk, 2 * Chunk + 10}) {
        const auto bytes = *readFile(sealed(patterned(size)));
        for (std::size_t edge = Header; edge < bytes.size(); edge += SealedChunk)
            for (const std::size_t cut : {edge - 1, edge, edge + 1, edge + 16, edge + 17, edge + 18})
                if (cut < bytes.size())
                    expectDamaged(bytes.substr(0, cut), "cut at " + std::to_string(cut));
        for (std::size_t cut = 0; cut < Header; ++cut)
            expectDamaged(bytes.substr(0, cut), "cut at " + std::to_string(cut));
        expectDamaged(bytes.substr(0, bytes.size() - 1), "the last byte");
    }
}

TEST_F(SealedFile, WithMoreBehindItsEndIsDamaged)
{
    const auto bytes = *readFile(sealed(patterned(Chunk + 10)));
    expectDamaged(bytes + "x", "one byte more");
    expectDamaged(bytes + bytes.substr(Header), "its chunks again");
}

TEST_F(SealedFile, WithSwappedRepeatedOrDroppedChunksIsDamaged)
{
    const auto bytes = *readFile(sealed(patterned(3 * Chunk + 10)));
    const auto chunk = [&](std::size_t n) { return bytes.substr(Header + n * SealedChunk, SealedChunk); };
    const auto header = bytes.substr(0, Header);
    expectDamaged(header + chunk(1) + chunk(0) + chunk(2) + chunk(3), "swapped");
    expectDamaged(header + chunk(0) + chunk(0) + chunk(2) + chunk(3), "repeated");
    expectDamaged(header + chunk(0) + chunk(2) + chunk(3), "dropped");
    expectDamaged(header + chunk(3), "only the last");
}

TEST_F(SealedFile, ChangedInAByteIsDamaged)
{
    const auto bytes = *readFile(sealed(patterned(Chunk + 100)));
    for (const std::size_t at : {std::size_t{0},
                                 std::size_t{4},
                                 std::size_t{5},
                                 std::size_t{12},
                                 std::size_t{13},
                                 Header - 1,
                                 Header,
                                 Header + Chunk,
                                 Header + SealedChunk,
                                 bytes.size() - 1})
    {
        auto flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x40);
        expectDamaged(flipped, "byte " + std::to_string(at));
    }
}

TEST_F(SealedFile, OfAnotherKeySaysSo)
{
    const auto read = readSealedFile(sealed("x"), Key::random());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().message, "The encrypted file {file} was written with another key.");
}

TEST_F(SealedFile, ThatWasNotFinishedIsDamaged)
{
    const auto path = m_folder / "unfinished.enc";
    {
        auto writer = SealedFileWriter::create(path, m_key);
        ASSERT_TRUE(writer);
        ASSERT_TRUE(writer->write(asBytes(patterned(2 * Chunk + 5))));
    }
    const auto read = readSealedFile(path, m_key);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Damaged);
}

TEST_F(SealedFile, AboveTheLimitIsNotRead)
{
    const auto path = sealed(patterned(Chunk));
    EXPECT_TRUE(readSealedFile(path, m_key, Chunk));
    EXPECT_EQ(readSealedFile(path, m_key, Chunk - 1).error().code, ErrorCode::NoSpace);
}

TEST_F(SealedFile, GivesARangeOfItself)
{
    const auto plain = patterned(2 * Chunk + 100);
    const auto path = sealed(plain);
    EXPECT_EQ(readSealedRange(path, m_key, 0, 10), plain.substr(0, 10));
    EXPECT_EQ(readSealedRange(path, m_key, Chunk - 5, 10), plain.substr(Chunk - 5, 10));
    EXPECT_EQ(readSealedRange(path, m_key, 2 * Chunk + 90, 50), plain.substr(2 * Chunk + 90));
    EXPECT_EQ(readSealedRange(path, m_key, plain.size() + 1, 5), "");
    EXPECT_EQ(readSealedRange(path, m_key, 5, 0), "");
}

TEST_F(SealedFile, StopsWhenItsReaderSaysSo)
{
    const auto path = sealed(patterned(3 * Chunk));
    int calls = 0;
    const auto status = readSealedFile(path, m_key, [&](std::span<const std::byte>) -> Status {
        ++calls;
        return fail(ErrorCode::Cancelled, "stop");
    });
    EXPECT_EQ(status.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(calls, 1);
}

TEST_F(SealedFile, ThatIsNotThereIsNotFound)
{
    EXPECT_EQ(readSealedFile(m_folder / "none", m_key).error().code, ErrorCode::NotFound);
    EXPECT_EQ(sealedPlainSize(m_folder / "none").error().code, ErrorCode::NotFound);
    EXPECT_EQ(SealedFileWriter::create(m_folder.path() / "none" / "f", m_key).error().code,
              ErrorCode::NotFound);
}

TEST_F(SealedFile, TooShortToBeOneHasNoSize)
{
    EXPECT_EQ(sealedPlainSize(changed("OWV1")).error().code, ErrorCode::Damaged);
}

}  // namespace
