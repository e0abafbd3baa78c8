#include "syllables.h"

#include <algorithm>

namespace forms {

namespace {

constexpr std::size_t Longest = 6;

}  // namespace

Syllables::Syllables(std::vector<std::string_view> readings)
    : m_all(std::move(readings))
{
    std::sort(m_all.begin(), m_all.end());
    m_all.erase(std::unique(m_all.begin(), m_all.end()), m_all.end());
    m_follows.assign(m_all.size() * m_all.size(), false);
}

std::size_t Syllables::placeOf(std::string_view syllable) const
{
    const auto found = std::lower_bound(m_all.begin(), m_all.end(), syllable);
    return found != m_all.end() && *found == syllable ? static_cast<std::size_t>(found - m_all.begin())
                                                      : None;
}

void Syllables::follow(std::string_view first, std::string_view second)
{
    m_follows[placeOf(first) * m_all.size() + placeOf(second)] = true;
}

bool Syllables::mayFollow(std::size_t first, std::size_t second) const
{
    return first == None || m_follows[first * m_all.size() + second];
}

bool Syllables::splits(std::string_view letters) const
{
    return splits(letters, None);
}

bool Syllables::splits(std::string_view letters, std::size_t before) const
{
    if (letters.empty())
        return true;
    for (std::size_t length = 1; length <= std::min(letters.size(), Longest); ++length) {
        const auto syllable = placeOf(letters.substr(0, length));
        if (syllable != None && mayFollow(before, syllable) && splits(letters.substr(length), syllable))
            return true;
    }
    auto begun = std::lower_bound(m_all.begin(), m_all.end(), letters);
    for (; begun != m_all.end() && begun->starts_with(letters); ++begun)
        if (mayFollow(before, static_cast<std::size_t>(begun - m_all.begin())))
            return true;
    return false;
}

}  // namespace forms
