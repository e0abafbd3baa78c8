#include "guide_rows.h"

#include "sql.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

namespace offline {

namespace {

std::string entryToJson(const forms::MatterEntry& entry)
{
    const nlohmann::json stored = {{"code", entry.code},
                                   {"name", entry.name},
                                   {"aliases", entry.aliases},
                                   {"initials", entry.initials},
                                   {"department", entry.department},
                                   {"level", entry.level},
                                   {"local", entry.localNames}};
    return stored.dump();
}

base::Result<TriedGuide> readAsNamed(const GuideToKeep& named)
{
    auto guide = readForKeeping(named.bytes, named.entry.sha256);
    if (!guide) {
        auto format = forms::newerFormatOf(named.bytes);
        if (format.empty())
            return base::passOn(guide);
        return TriedGuide{std::nullopt, &named, std::move(format)};
    }
    if (guide->guide.code != named.entry.code || guide->guide.version != named.entry.version)
        return base::fail(
            base::ErrorCode::BadInput,
            "The catalogue calls a guide {matter} {version}, but the file is {other}.",
            {{"matter", named.entry.code}, {"version", named.entry.version}, {"other", guide->guide.code}});
    return TriedGuide{std::move(*guide), &named, {}};
}

}  // namespace

base::Result<ReadGuide> readForKeeping(std::string_view bytes, const base::Digest& sha256)
{
    auto guide = forms::readGuide(bytes);
    if (!guide)
        return base::passOn(guide);
    return ReadGuide{std::move(*guide), sha256, bytes};
}

base::Result<std::vector<const GuideToKeep*>> newOnes(SQLite::Database& database,
                                                      const std::vector<GuideToKeep>& guides)
{
    std::vector<const GuideToKeep*> fresh;
    GuidesHere here(database);
    for (const auto& guide : guides) {
        if (base::Digest::of(guide.bytes) != guide.entry.sha256)
            return base::fail(base::ErrorCode::Damaged,
                              "The guide {matter} that came is not the one the catalogue names.",
                              {{"matter", guide.entry.code}});
        if (!here.hasAsNamed(guide.entry))
            fresh.push_back(&guide);
    }
    return fresh;
}

base::Result<std::vector<TriedGuide>> readAll(const std::vector<const GuideToKeep*>& guides)
{
    constexpr unsigned MostThreads = 4;
    constexpr std::size_t WorthAThread = 16;
    std::vector<std::optional<base::Result<TriedGuide>>> results(guides.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto i = next++; i < guides.size(); i = next++)
            results[i] = readAsNamed(*guides[i]);
    };
    {
        std::vector<std::jthread> others;
        const auto threads = std::min(MostThreads, std::max(1U, std::thread::hardware_concurrency()));
        for (unsigned i = 1; i < threads && guides.size() / WorthAThread >= i; ++i)
            others.emplace_back(work);
        work();
    }
    std::vector<TriedGuide> read;
    for (auto& result : results) {
        if (!*result)
            return base::passOn(*result);
        read.push_back(std::move(**result));
    }
    return read;
}

GuideWriter::GuideWriter(SQLite::Database& database, Source source)
    : m_source(source)
    , m_guide(database,
              "INSERT INTO guides (sha256, code, version, effective_from, effective_until, by_hand, name, "
              "department, entry) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (sha256) DO UPDATE SET by_hand = max(by_hand, excluded.by_hand)")
    , m_text(database, "INSERT OR IGNORE INTO guide_texts (sha256, bytes) VALUES (?, ?)")
    , m_leftOut(
          database,
          "INSERT OR IGNORE INTO guides_left_out (sha256, code, version, format, bytes) VALUES (?, ?, ?, ?, ?)")
    , m_releases(database,
                 "INSERT OR IGNORE INTO release_guides (release, sha256) "
                 "SELECT release, sha256 FROM release_left_out WHERE sha256 = ?")
    , m_noRelease(database, "DELETE FROM release_left_out WHERE sha256 = ?")
    , m_notLeftOut(database, "DELETE FROM guides_left_out WHERE sha256 = ?")
{}

void GuideWriter::write(const ReadGuide& read)
{
    const auto& guide = read.guide;
    m_guide.reset();
    m_guide.clearBindings();
    m_guide.bind(1, read.sha256.toString());
    m_guide.bind(2, guide.code);
    m_guide.bind(3, guide.version);
    m_guide.bind(4, base::formatDate(guide.effectiveFrom));
    if (guide.effectiveUntil)
        m_guide.bind(5, base::formatDate(*guide.effectiveUntil));
    m_guide.bind(6, m_source == Source::Hand ? 1 : 0);
    m_guide.bind(7, guide.name());
    m_guide.bind(8, guide.department.name);
    m_guide.bind(9, entryToJson(forms::matterEntryOf(guide)));
    m_guide.exec();
    m_text.reset();
    m_text.bind(1, read.sha256.toString());
    sql::bindBlob(m_text, 2, read.bytes);
    m_text.exec();
    takeUp(read.sha256.toString());
}

void GuideWriter::leaveOut(const TriedGuide& tried)
{
    const auto& entry = tried.named->entry;
    m_leftOut.reset();
    m_leftOut.bind(1, entry.sha256.toString());
    m_leftOut.bind(2, entry.code);
    m_leftOut.bind(3, entry.version);
    m_leftOut.bind(4, tried.newerFormat);
    sql::bindBlob(m_leftOut, 5, tried.named->bytes);
    m_leftOut.exec();
}

void GuideWriter::takeUp(const std::string& sha256)
{
    for (auto* each : {&m_releases, &m_noRelease, &m_notLeftOut}) {
        each->reset();
        each->bind(1, sha256);
        each->exec();
    }
}

}  // namespace offline
