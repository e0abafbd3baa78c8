#include <review/dossier_pages.h>

#include <algorithm>

namespace review {

namespace {

constexpr std::size_t MostKept = 16;

}  // namespace

DossierPages::DossierPages(const workbench::Surroundings& surroundings)
    : m_surroundings(surroundings)
{}

base::Result<std::string> DossierPages::read(const base::Digest& page, std::stop_token stop)
{
    const std::lock_guard lock(m_mutex);
    const auto found =
        std::find_if(m_kept.begin(), m_kept.end(), [&page](const Kept& kept) { return kept.first == page; });
    if (found != m_kept.end()) {
        m_kept.splice(m_kept.begin(), m_kept, found);
        return m_kept.front().second;
    }
    if (!m_desks) {
        auto opened = workbench::Desks::open(m_surroundings);
        if (!opened)
            return base::passOn(opened);
        m_desks = std::move(*opened);
    }
    auto image = m_desks->review.pageImage(page, std::move(stop));
    if (!image)
        return image;
    m_kept.emplace_front(page, *image);
    if (m_kept.size() > MostKept)
        m_kept.pop_back();
    return image;
}

}  // namespace review
