#include <workbench/page_reader.h>

namespace workbench {

PageReader::PageReader(const Surroundings& surroundings)
    : m_surroundings(surroundings)
{}

base::Result<std::string> PageReader::read(const base::Digest& page)
{
    const std::lock_guard lock(m_mutex);
    if (!m_workplace) {
        auto opened =
            offline::Workplace::open(m_surroundings.folder, m_surroundings.vault, m_surroundings.clock);
        if (!opened)
            return base::passOn(opened);
        m_workplace = std::move(*opened);
    }
    return m_workplace->pages().read(page);
}

}  // namespace workbench
