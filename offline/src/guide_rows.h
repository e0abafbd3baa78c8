#pragma once

#include <offline/catalogue_store.h>

#include <SQLiteCpp/SQLiteCpp.h>

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

  private:
    SQLite::Statement m_row;
};

enum class Source { Hand, Release };

/// A guide that was read and found good, with the bytes it was read from.
struct ReadGuide {
    forms::Guide guide;
    base::Digest sha256;
    std::string_view bytes;
};

[[nodiscard]] base::Result<ReadGuide> readForKeeping(std::string_view bytes, const base::Digest& sha256);

/// Those of them that are not here yet; error Damaged when one has not the bytes that were promised.
[[nodiscard]] base::Result<std::vector<const GuideToKeep*>> newOnes(SQLite::Database& database,
                                                                    const std::vector<GuideToKeep>& guides);

/// Reads them, shared out over the processors; error BadInput when one is not what the index calls it.
[[nodiscard]] base::Result<std::vector<ReadGuide>> readAll(const std::vector<const GuideToKeep*>& guides);

/// Writes guides row by row.
class GuideWriter
{
  public:
    GuideWriter(SQLite::Database& database, Source source);
    void write(const ReadGuide& read);

  private:
    Source m_source;
    SQLite::Statement m_guide;
    SQLite::Statement m_text;
};

}  // namespace offline
