#pragma once

#include <kit/page_image.h>

#include <cstddef>
#include <list>
#include <string>

namespace kit {

/// The last few decoded pages, so that going back and forth decodes nothing. UI thread.
class PageCache
{
  public:
    explicit PageCache(std::size_t most);

    /// The page when it is here with at least that many pixels across, or with all it has; nullptr else.
    [[nodiscard]] const DecodedPage* find(const std::string& key, int wantedWidth);

    /// The page with whatever pixels are here: something to show while more are decoded.
    [[nodiscard]] const DecodedPage* findAny(const std::string& key);

    /// Takes the place of a smaller one of that key; the page looked at longest ago goes.
    void keep(const std::string& key, DecodedPage page);

  private:
    struct Entry {
        std::string key;
        DecodedPage page;
    };

    std::size_t m_most;
    std::list<Entry> m_entries;  ///< the last one looked at is first
};

}  // namespace kit
