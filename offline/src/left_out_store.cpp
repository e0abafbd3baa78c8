#include <offline/catalogue_store.h>

#include "guide_rows.h"
#include "sql.h"

namespace offline {

base::Result<std::vector<LeftOutGuide>> CatalogueStore::leftOut(int release) const
{
    return sql::guarded(m_database, [&]() -> base::Result<std::vector<LeftOutGuide>> {
        SQLite::Statement row(m_database.sqlite(),
                              "SELECT g.code, g.version, g.format FROM release_left_out r "
                              "JOIN guides_left_out g ON g.sha256 = r.sha256 WHERE r.release = ? "
                              "ORDER BY g.code, g.version");
        row.bind(1, release);
        std::vector<LeftOutGuide> guides;
        while (row.executeStep())
            guides.push_back(
                {row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString()});
        return guides;
    });
}

base::Status CatalogueStore::takeUpLeftOut()
{
    const auto kept = sql::guarded(m_database, [&]() -> base::Result<std::vector<GuideToKeep>> {
        SQLite::Statement row(m_database.sqlite(),
                              "SELECT sha256, code, version, bytes FROM guides_left_out");
        std::vector<GuideToKeep> guides;
        while (row.executeStep()) {
            const auto sha256 = base::Digest::parse(row.getColumn(0).getString());
            auto bytes = sql::bytesOf(row.getColumn(3));
            // What is damaged stays where it is; the next release brings it again.
            if (!sha256 || base::Digest::of(bytes) != *sha256 || !forms::newerFormatOf(bytes).empty())
                continue;
            const base::ByteCount size{bytes.size()};
            guides.push_back({{row.getColumn(1).getString(), row.getColumn(2).getString(), *sha256, size},
                              std::move(bytes)});
        }
        return guides;
    });
    if (!kept)
        return base::passOn(kept);
    return keepGuides(*kept);
}

}  // namespace offline
