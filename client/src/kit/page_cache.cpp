#include <kit/page_cache.h>

#include <algorithm>
#include <utility>

namespace kit {

PageCache::PageCache(std::size_t most)
    : m_most(most)
{}

const DecodedPage* PageCache::findAny(const std::string& key)
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.key == key; });
    if (found == m_entries.end()) {
        return nullptr;
    }
    m_entries.splice(m_entries.begin(), m_entries, found);
    return &m_entries.front().page;
}

const DecodedPage* PageCache::find(const std::string& key, int wantedWidth)
{
    const DecodedPage* page = findAny(key);
    const bool isEnough =
        page != nullptr && (page->isFull() || (wantedWidth > 0 && page->pixels.GetWidth() >= wantedWidth));
    return isEnough ? page : nullptr;
}

void PageCache::keep(const std::string& key, DecodedPage page)
{
    m_entries.remove_if([&](const Entry& entry) { return entry.key == key; });
    m_entries.push_front({key, std::move(page)});
    while (m_entries.size() > m_most) {
        m_entries.pop_back();
    }
}

}  // namespace kit
