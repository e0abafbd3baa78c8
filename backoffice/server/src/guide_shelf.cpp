#include <server/guide_shelf.h>

#include <server/fields.h>
#include <server/guide_store.h>

namespace server {

namespace {

constexpr std::size_t MostKept = 512;

base::Result<std::shared_ptr<const forms::Guide>> readGuide(Transaction& transaction,
                                                            const base::Digest& sha256)
{
    const auto bytes = GuideStore(transaction).find(sha256);
    if (!bytes)
        return base::fail(base::ErrorCode::NotFound, "This guide version was never published here.");
    auto guide = forms::readGuide(*bytes);
    if (!guide)
        return damaged({"guides", sha256.toString()});
    return std::make_shared<const forms::Guide>(std::move(*guide));
}

}  // namespace

GuideShelf::GuideShelf(Database& database)
    : m_database(database)
{}

base::Result<std::shared_ptr<const forms::Guide>> GuideShelf::find(const base::Digest& sha256)
{
    return m_database.read([&](Transaction& transaction) { return find(transaction, sha256); });
}

base::Result<std::shared_ptr<const forms::Guide>> GuideShelf::find(Transaction& transaction,
                                                                   const base::Digest& sha256)
{
    {
        const std::lock_guard lock(m_guard);
        if (const auto kept = m_guides.find(sha256); kept != m_guides.end())
            return kept->second;
    }
    auto guide = readGuide(transaction, sha256);
    if (!guide)
        return guide;
    const std::lock_guard lock(m_guard);
    if (m_guides.size() >= MostKept)
        m_guides.erase(m_guides.begin());
    m_guides[sha256] = *guide;
    return guide;
}

base::Result<std::shared_ptr<const Rules>> GuideShelf::rules(Transaction& transaction,
                                                             const std::string& division)
{
    const auto newest = CatalogueStore(transaction).newestRelease(division);
    {
        const std::lock_guard lock(m_guard);
        if (const auto kept = m_rules.find(division);
            kept != m_rules.end() && kept->second->release == newest)
            return kept->second;
    }
    auto rules = readRules(transaction, division);
    if (!rules)
        return base::passOn(rules);
    auto kept = std::make_shared<const Rules>(std::move(*rules));
    const std::lock_guard lock(m_guard);
    m_rules[division] = kept;
    return kept;
}

}  // namespace server
