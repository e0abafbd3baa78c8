#include "matter_texts.h"

#include <forms/folding.h>
#include <i18n/pinyin.h>

#include <algorithm>
#include <limits>

namespace forms {

namespace {

std::uint32_t letterBit(char32_t letter)
{
    return 1U << (letter - U'a');
}

std::uint32_t lettersOf(const MatterTexts::Character& character)
{
    std::uint32_t letters = isLetter(character.point) ? letterBit(character.point) : 0;
    for (const auto reading : character.readings)
        if (isLetter(static_cast<char32_t>(reading[0])))
            letters |= letterBit(static_cast<char32_t>(reading[0]));
    return letters;
}

}  // namespace

MatterTexts::Sign MatterTexts::signOf(char32_t point)
{
    const auto known = m_signs.find(point);
    if (known != m_signs.end())
        return known->second;
    // More distinct characters than Unicode's common ones: the rest cannot be searched for.
    if (m_characters.size() >= std::numeric_limits<Sign>::max())
        return static_cast<Sign>(m_characters.size() - 1);
    const auto sign = static_cast<Sign>(m_characters.size());
    Character character{point, 0, {}};
    if (point > 0x7F)
        character.readings = i18n::readingsOf(point);
    character.letters = lettersOf(character);
    m_characters.push_back(std::move(character));
    m_signs.emplace(point, sign);
    return sign;
}

void MatterTexts::add(std::uint32_t owner, TextKind kind, std::string_view text)
{
    const auto folded = foldText(text, Blanks::Dropped);
    if (folded.empty())
        return;
    while (m_firstTextOf.size() <= owner)
        m_firstTextOf.push_back(static_cast<std::uint32_t>(m_texts.size()));
    m_texts.push_back({static_cast<std::uint32_t>(m_places.size()), owner, kind});
    for (const char32_t point : folded)
        m_places.push_back(signOf(point));
    m_places.push_back(0);
}

void MatterTexts::finish()
{
    m_places.shrink_to_fit();
    m_texts.shrink_to_fit();
    m_textAt.resize(m_places.size());
    for (std::uint32_t text = 0; text < m_texts.size(); ++text)
        for (std::size_t place = m_texts[text].begin; m_places[place] != 0; ++place)
            m_textAt[place] = text;
    sortPlaces();
    collectReadings();
}

namespace {

/// Sorts by a number that each has, keeping their order within it.
template <class NumberOf>
std::vector<std::uint32_t> sortedBy(NumberOf numberOf,
                                    std::size_t numbers,
                                    const std::vector<std::uint32_t>& places)
{
    std::vector<std::uint32_t> next(numbers + 1, 0);
    for (const auto place : places)
        ++next[numberOf(place) + 1u];
    for (std::size_t i = 1; i < next.size(); ++i)
        next[i] += next[i - 1];
    std::vector<std::uint32_t> sorted(places.size());
    for (const auto place : places)
        sorted[next[numberOf(place)]++] = place;
    return sorted;
}

}  // namespace

void MatterTexts::sortPlaces()
{
    const auto isInner = [this](std::uint32_t place) {
        return place > 0 && m_places[place - 1] != 0 ? 1u : 0u;
    };
    std::vector<std::uint32_t> places;
    places.reserve(m_places.size() - m_texts.size());
    for (std::uint32_t place = 0; place < m_places.size(); ++place)
        if (m_places[place] != 0)
            places.push_back(place);
    const auto signs = m_characters.size();
    places = sortedBy(isInner, 2, places);
    places = sortedBy([this](std::uint32_t place) { return m_places[place + 1]; }, signs, places);
    m_placesOf = sortedBy([this](std::uint32_t place) { return m_places[place]; }, signs, places);

    m_firstPairOf.assign(signs + 1, 0);
    Sign first = 0;
    for (std::uint32_t i = 0; i < m_placesOf.size(); ++i) {
        const auto place = m_placesOf[i];
        const bool newFirst = m_places[place] != first;
        while (first < m_places[place])
            m_firstPairOf[++first] = static_cast<std::uint32_t>(m_pairs.size());
        if (newFirst || m_pairs.back().second != m_places[place + 1])
            m_pairs.push_back({m_places[place + 1], i, i, i});
        auto& pair = m_pairs.back();
        pair.end = i + 1;
        if (isInner(place) == 0)
            pair.inner = i + 1;
    }
    while (first < signs)
        m_firstPairOf[++first] = static_cast<std::uint32_t>(m_pairs.size());
    m_pairs.shrink_to_fit();
}

void MatterTexts::collectReadings()
{
    std::vector<std::string_view> readings;
    for (std::size_t sign = 1; sign < m_characters.size(); ++sign) {
        const auto& character = m_characters[sign];
        for (std::size_t letter = 0; letter < m_byLetter.size(); ++letter)
            if ((character.letters >> letter & 1U) != 0)
                m_byLetter[letter].push_back(static_cast<Sign>(sign));
        readings.insert(readings.end(), character.readings.begin(), character.readings.end());
    }
    m_syllables = Syllables(std::move(readings));
    for (std::size_t sign = 1; sign < m_characters.size(); ++sign)
        for (const auto& pair : pairsOf(static_cast<Sign>(sign)))
            for (const auto first : m_characters[sign].readings)
                for (const auto second : m_characters[pair.second].readings)
                    m_syllables.follow(first, second);
}

std::span<const MatterTexts::Text> MatterTexts::textsOf(std::uint32_t owner) const
{
    if (owner >= m_firstTextOf.size())
        return {};
    const auto first = m_firstTextOf[owner];
    const auto end = owner + 1 < m_firstTextOf.size() ? m_firstTextOf[owner + 1] : m_texts.size();
    return std::span(m_texts).subspan(first, end - first);
}

std::span<const MatterTexts::Pair> MatterTexts::pairsOf(Sign first) const
{
    const auto begin = m_firstPairOf[first];
    return std::span(m_pairs).subspan(begin, m_firstPairOf[first + 1u] - begin);
}

std::span<const std::uint32_t> MatterTexts::beginnings(const Pair& pair) const
{
    return std::span(m_placesOf).subspan(pair.first, pair.inner - pair.first);
}

std::span<const std::uint32_t> MatterTexts::innerPlaces(const Pair& pair) const
{
    return std::span(m_placesOf).subspan(pair.inner, pair.end - pair.inner);
}

std::vector<MatterTexts::Sign> MatterTexts::signsFor(char32_t point) const
{
    if (isLetter(point))
        return m_byLetter[point - U'a'];
    const auto known = m_signs.find(point);
    return known == m_signs.end() ? std::vector<Sign>() : std::vector<Sign>{known->second};
}

}  // namespace forms
