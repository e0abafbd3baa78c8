#pragma once

#include <offline/catalogue_store.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offline {

// How guides get into the database, for CatalogueStore. Every function may throw SQLite::Exception.

/// Asked about a hundred thousand guides in a row.
class GuidesHere
{
  public:
    explicit GuidesHere(SQLite::Database& database)
        : m_row(database, "SELECT code, version FROM guides WHERE sha256 = ?")
        , m_leftOut(database, "SELECT 1 FROM guides_left_out WHERE sha256 = ?")
    {}

    /// Under the code and version that the index calls it by.
    bool hasAsNamed(const forms::CatalogueEntry& entry)
    {
        return has(entry.sha256) && m_row.getColumn(0).getString() == entry.code
               && m_row.getColumn(1).getString() == entry.version;
    }

    bool has(const base::Digest& guide)
    {
        m_row.reset();
        m_row.bind(1, guide.toString());
        return m_row.executeStep();
    }

    /// Kept unread, because its format is newer than this program.
    bool isLeftOut(const base::Digest& guide)
    {
        m_leftOut.reset();
        m_leftOut.bind(1, guide.toString());
        return m_leftOut.executeStep();
    }

  private:
    SQLite::Statement m_row;
    SQLite::Statement m_leftOut;
};

enum class Source { Hand, Release };

/// A guide that was read and found good, with the bytes it was read from.
struct ReadGuide {
    forms::Guide guide;
    base::Digest sha256;
    std::string_view bytes;
};

/// What keeping a guide of a release came to: it was read, or its format is newer and it is left out.
struct TriedGuide {
    std::optional<ReadGuide> read;
    const GuideToKeep* named = nullptr;
    std::string newerFormat;  ///< where it was not read
};

[[nodiscard]] base::Result<ReadGuide> readForKeeping(std::string_view bytes, const base::Digest& sha256);

/// Those of them that are not here yet; error Damaged when one has not the bytes that were promised.
[[nodiscard]] base::Result<std::vector<const GuideToKeep*>> newOnes(SQLite::Database& database,
                                                                    const std::vector<GuideToKeep>& guides);

/// Reads them, shared out over the processors; error BadInput when one is not what the index calls it or is no guide.
[[nodiscard]] base::Result<std::vector<TriedGuide>> readAll(const std::vector<const GuideToKeep*>& guides);

/// Writes guides row by row.
class GuideWriter
{
  public:
    GuideWriter(SQLite::Database& database, Source source);
    void write(const ReadGuide& read);
    void leaveOut(const TriedGuide& tried);

  private:
    /// One that had been left out takes its place in the releases that name it.
    void takeUp(const std::string& sha256);

    Source m_source;
    SQLite::Statement m_guide;
    SQLite::Statement m_text;
    SQLite::Statement m_leftOut;
    SQLite::Statement m_releases;
    SQLite::Statement m_noRelease;
    SQLite::Statement m_notLeftOut;
};

}  // namespace offline
