#include <server/change_bell.h>

namespace server {

ChangeBell::ChangeBell(int places)
    : m_free(places)
{}

std::uint64_t ChangeBell::rings()
{
    const std::lock_guard lock(m_guard);
    return m_rings;
}

ChangeBell::Wait ChangeBell::waitAfter(std::uint64_t heard, std::chrono::milliseconds longest)
{
    std::unique_lock lock(m_guard);
    if (m_free == 0)
        return Wait::NoPlace;
    --m_free;
    m_rang.wait_for(lock, longest, [&] { return m_closing || m_rings != heard; });
    ++m_free;
    if (m_closing)
        return Wait::Closing;
    return m_rings != heard ? Wait::Rang : Wait::TimeOver;
}

void ChangeBell::ring()
{
    {
        const std::lock_guard lock(m_guard);
        ++m_rings;
    }
    m_rang.notify_all();
}

void ChangeBell::close()
{
    {
        const std::lock_guard lock(m_guard);
        m_closing = true;
    }
    m_rang.notify_all();
}

}  // namespace server
