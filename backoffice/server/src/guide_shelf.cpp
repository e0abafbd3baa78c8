#include <forms/catalogue.h>
#include <forms/jws.h>
#include <server/guide_shelf.h>
#include <server/guide_store.h>
#include <server/office_store.h>

#include "office_release.h"

namespace server {

namespace {

constexpr std::size_t MostKept = 512;
constexpr std::size_t MostOffices = 16;

}  // namespace

GuideShelf::GuideShelf(Database& database)
    : m_database(database)
{}

base::Result<std::shared_ptr<const forms::Guide>> GuideShelf::find(const base::Digest& sha256)
{
    {
        const std::lock_guard lock(m_guard);
        if (const auto kept = m_guides.find(sha256); kept != m_guides.end())
            return kept->second;
    }
    const auto bytes = m_database.read([&](Transaction& transaction) -> base::Result<std::string> {
        auto found = GuideStore(transaction).find(sha256);
        if (!found)
            return base::fail(base::ErrorCode::NotFound, "This guide version was never published here.");
        return std::move(*found);
    });
    if (!bytes)
        return base::passOn(bytes);
    auto guide = forms::readGuide(*bytes);
    if (!guide)
        return base::passOn(guide);
    auto kept = std::make_shared<const forms::Guide>(std::move(*guide));
    const std::lock_guard lock(m_guard);
    if (m_guides.size() >= MostKept)
        m_guides.erase(m_guides.begin());
    m_guides[sha256] = kept;
    return kept;
}

base::Result<forms::Calendar> GuideShelf::calendar(const std::string& division)
{
    const auto jws = m_database.read([&](Transaction& transaction) -> base::Result<std::string> {
        auto found = CatalogueStore(transaction).newest(division);
        if (!found)
            return base::fail(base::ErrorCode::NotFound, "No catalogue was published for this division.");
        return std::move(*found);
    });
    if (!jws)
        return base::passOn(jws);
    const auto opened = forms::peekJws(*jws);
    if (!opened)
        return base::passOn(opened);
    const auto catalogue = forms::catalogueFromJson(opened->payload);
    if (!catalogue)
        return base::passOn(catalogue);
    return catalogue->calendar;
}

base::Result<std::shared_ptr<const forms::Office>> GuideShelf::office(const std::string& division)
{
    const auto digest =
        m_database.read([&](Transaction& transaction) -> base::Result<std::optional<base::Digest>> {
            return OfficeStore(transaction).newestDigest(division);
        });
    if (!digest)
        return base::passOn(digest);
    if (!*digest)
        return std::make_shared<const forms::Office>();
    {
        const std::lock_guard lock(m_guard);
        if (const auto kept = m_offices.find(**digest); kept != m_offices.end())
            return kept->second;
    }
    auto read =
        m_database.read([&](Transaction& transaction) { return newestOffice(transaction, division); });
    if (!read)
        return base::passOn(read);
    auto kept = std::make_shared<const forms::Office>(std::move(*read));
    const std::lock_guard lock(m_guard);
    if (m_offices.size() >= MostOffices)
        m_offices.erase(m_offices.begin());
    m_offices[**digest] = kept;
    return kept;
}

}  // namespace server
