#include "matter_texts.h"

#include <base/utf8.h>
#include <i18n/pinyin.h>

#include <algorithm>
#include <limits>

namespace forms {

namespace {

constexpr std::size_t MaxWord = 64;
constexpr int MaxSteps = 2'000;

bool isLetter(char32_t point)
{
    return point >= U'a' && point <= U'z';
}

}  // namespace

std::u32string foldText(std::string_view text)
{
    auto points = base::decodeUtf8(text);
    for (auto& point : points) {
        if (point >= 0xFF01 && point <= 0xFF5E)
            point -= 0xFEE0;
        if (point >= U'A' && point <= U'Z')
            point += U'a' - U'A';
    }
    return points;
}

MatterTexts::Sign MatterTexts::signOf(char32_t point)
{
    const auto known = m_signs.find(point);
    if (known != m_signs.end())
        return known->second;
    // More distinct characters than Unicode's common ones: the rest cannot be searched for.
    if (m_characters.size() > std::numeric_limits<Sign>::max())
        return std::numeric_limits<Sign>::max();
    const auto sign = static_cast<Sign>(m_characters.size());
    Character character{point, {}};
    if (point > 0x7F)
        character.readings = i18n::readingsOf(point);
    m_characters.push_back(std::move(character));
    m_signs.emplace(point, sign);
    return sign;
}

void MatterTexts::add(std::uint32_t owner, TextKind kind, std::string_view text)
{
    if (text.empty())
        return;
    m_texts.push_back({static_cast<std::uint32_t>(m_places.size()), owner, kind});
    for (const char32_t point : foldText(text))
        m_places.push_back(signOf(point));
    m_places.push_back(0);
    m_textOf.resize(m_places.size(), static_cast<std::uint32_t>(m_texts.size() - 1));
}

void MatterTexts::finish()
{
    m_firstOf.assign(m_characters.size() + 1, 0);
    for (const auto sign : m_places)
        ++m_firstOf[sign + 1u];
    for (std::size_t i = 1; i < m_firstOf.size(); ++i)
        m_firstOf[i] += m_firstOf[i - 1];
    auto next = m_firstOf;
    m_placesOf.resize(m_places.size());
    for (std::uint32_t place = 0; place < m_places.size(); ++place)
        m_placesOf[next[m_places[place]]++] = place;
}

bool MatterTexts::mayBegin(const Character& character, const std::u32string& word) const
{
    if (character.point == word[0])
        return true;
    return isLetter(word[0])
           && std::any_of(character.readings.begin(), character.readings.end(), [&word](std::string_view reading) {
                  return static_cast<char32_t>(reading[0]) == word[0];
              });
}

/// Tries the ways in which the rest of the word may be written or read from this place on: as the character itself,
/// as one of its readings, as the beginning of a reading where the word ends, or as a reading's first letter.
bool MatterTexts::matchAt(std::size_t place,
                          const std::u32string& word,
                          std::size_t used,
                          int& steps,
                          Match& match) const
{
    const auto sign = m_places[place];
    if (sign == 0 || --steps < 0)
        return false;
    const auto& character = m_characters[sign];
    const auto end = [&](bool complete) {
        match = {place + 1, complete};
        return true;
    };
    const auto goOn = [&](std::size_t taken) {
        return used + taken < word.size() ? matchAt(place + 1, word, used + taken, steps, match) : end(true);
    };
    if (character.point == word[used])
        return goOn(1);
    if (!isLetter(word[used]))
        return false;
    for (const auto reading : character.readings) {
        std::size_t same = 0;
        while (same < reading.size() && used + same < word.size()
               && static_cast<char32_t>(reading[same]) == word[used + same])
            ++same;
        if (same == 0)
            continue;
        if (same < reading.size() && used + same == word.size())
            return end(same == 1);
        if (same == reading.size() && goOn(same))
            return true;
        if (reading.size() > 1 && goOn(1))
            return true;
    }
    return false;
}

/// Tries only what could still make the owner's score better.
void MatterTexts::findAt(std::uint32_t place, const std::u32string& word, std::vector<Score>& scores) const
{
    const auto& text = m_texts[m_textOf[place]];
    auto& score = scores[text.owner];
    const bool atBegin = text.begin == place;
    if (score <= scoreOf(atBegin ? Fit::Whole : Fit::Piece, text.kind))
        return;
    int steps = MaxSteps;
    Match match{};
    if (!matchAt(place, word, 0, steps, match))
        return;
    const bool whole = atBegin && match.complete && m_places[match.end] == 0;
    score = std::min(score, scoreOf(whole ? Fit::Whole : atBegin ? Fit::Beginning : Fit::Piece, text.kind));
}

void MatterTexts::find(const std::u32string& word, std::vector<Score>& scores) const
{
    if (word.empty() || word.size() > MaxWord || m_places.empty())
        return;
    for (std::size_t sign = 1; sign < m_characters.size(); ++sign)
        if (mayBegin(m_characters[sign], word))
            for (auto i = m_firstOf[sign]; i < m_firstOf[sign + 1]; ++i)
                findAt(m_placesOf[i], word, scores);
}

}  // namespace forms
