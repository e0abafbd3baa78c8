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
}

namespace {

/// Sorts 0…count-1 by a number each has, keeping their order within it: `first[n]` is where the n-th group begins.
template <class NumberOf>
void group(std::size_t numbers,
           std::size_t count,
           NumberOf numberOf,
           std::vector<std::uint32_t>& first,
           std::vector<std::uint32_t>& sorted)
{
    first.assign(numbers + 1, 0);
    for (std::size_t i = 0; i < count; ++i)
        ++first[numberOf(i) + 1u];
    for (std::size_t i = 1; i < first.size(); ++i)
        first[i] += first[i - 1];
    auto next = first;
    sorted.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        sorted[next[numberOf(i)]++] = static_cast<std::uint32_t>(i);
}

}  // namespace

void MatterTexts::finish()
{
    const auto signs = m_characters.size();
    group(
        signs,
        m_texts.size(),
        [this](std::size_t i) { return m_places[m_texts[i].begin]; },
        m_firstOf,
        m_textsOf);
    group(
        signs, m_places.size(), [this](std::size_t i) { return m_places[i]; }, m_firstPlaceOf, m_placesOf);
    m_textAt.resize(m_places.size());
    for (std::uint32_t text = 0; text < m_texts.size(); ++text)
        for (std::size_t place = m_texts[text].begin; m_places[place] != 0; ++place)
            m_textAt[place] = text;
}

/// One look-up. What a character can be for the first two signs of the word is found out once per character, so
/// that nearly all places are passed by with two table reads.
class MatterTexts::Search
{
  public:
    Search(const MatterTexts& texts, const std::u32string& word);

    void findBeginnings(std::vector<Score>& scores) const;
    void findPieces(std::size_t enough, std::vector<Score>& scores) const;

  private:
    [[nodiscard]] static bool startsLike(const Character& character, char32_t first);
    [[nodiscard]] bool readsLike(const Character& character) const;
    [[nodiscard]] bool mayMatch(std::size_t place) const;
    [[nodiscard]] bool matchAt(std::size_t place, std::size_t used, int& steps, Match& match) const;
    [[nodiscard]] bool holdsPiece(const Text& text) const;
    [[nodiscard]] bool isRare() const;
    void visitPlaces(std::size_t firstText, std::vector<Score>& scores) const;

    const MatterTexts& m_texts;
    const std::u32string& m_word;
    std::vector<std::uint8_t> m_begins;   ///< may stand for the word's first sign
    std::vector<std::uint8_t> m_reaches;  ///< may stand for the first two, or the word has only one
    std::vector<std::uint8_t> m_follows;  ///< may stand for the second sign
};

MatterTexts::Search::Search(const MatterTexts& texts, const std::u32string& word)
    : m_texts(texts)
    , m_word(word)
    , m_begins(texts.m_characters.size(), 0)
    , m_reaches(texts.m_characters.size(), 0)
    , m_follows(texts.m_characters.size(), 0)
{
    for (std::size_t sign = 1; sign < texts.m_characters.size(); ++sign) {
        const auto& character = texts.m_characters[sign];
        m_begins[sign] = startsLike(character, word[0]);
        m_reaches[sign] = m_begins[sign] && (word.size() == 1 || readsLike(character));
        m_follows[sign] = word.size() > 1 && startsLike(character, word[1]);
    }
}

bool MatterTexts::Search::startsLike(const Character& character, char32_t first)
{
    return character.point == first
           || (isLetter(first)
               && std::any_of(
                   character.readings.begin(), character.readings.end(), [first](std::string_view reading) {
                       return static_cast<char32_t>(reading[0]) == first;
                   }));
}

bool MatterTexts::Search::readsLike(const Character& character) const
{
    return std::any_of(
        character.readings.begin(), character.readings.end(), [this](std::string_view reading) {
            return reading.size() > 1 && static_cast<char32_t>(reading[0]) == m_word[0]
                   && static_cast<char32_t>(reading[1]) == m_word[1];
        });
}

bool MatterTexts::Search::mayMatch(std::size_t place) const
{
    const auto sign = m_texts.m_places[place];
    return m_begins[sign] && (m_reaches[sign] || m_follows[m_texts.m_places[place + 1]]);
}

/// Tries the ways in which the rest of the word may be written or read from this place on: as the character itself,
/// as one of its readings, as the beginning of a reading where the word ends, or as a reading's first letter.
bool MatterTexts::Search::matchAt(std::size_t place, std::size_t used, int& steps, Match& match) const
{
    const auto sign = m_texts.m_places[place];
    if (sign == 0 || --steps < 0)
        return false;
    const auto& character = m_texts.m_characters[sign];
    const auto end = [&](bool complete) {
        match = {place + 1, complete};
        return true;
    };
    const auto goOn = [&](std::size_t taken) {
        return used + taken < m_word.size() ? matchAt(place + 1, used + taken, steps, match) : end(true);
    };
    if (character.point == m_word[used])
        return goOn(1);
    if (!isLetter(m_word[used]))
        return false;
    for (const auto reading : character.readings) {
        std::size_t same = 0;
        while (same < reading.size() && used + same < m_word.size()
               && static_cast<char32_t>(reading[same]) == m_word[used + same])
            ++same;
        if (same == 0)
            continue;
        if (same < reading.size() && used + same == m_word.size())
            return end(same == 1);
        if (same == reading.size() && goOn(same))
            return true;
        if (reading.size() > 1 && goOn(1))
            return true;
    }
    return false;
}

void MatterTexts::Search::findBeginnings(std::vector<Score>& scores) const
{
    for (std::size_t sign = 1; sign < m_begins.size(); ++sign) {
        if (!m_begins[sign])
            continue;
        for (auto i = m_texts.m_firstOf[sign]; i < m_texts.m_firstOf[sign + 1]; ++i) {
            const auto& text = m_texts.m_texts[m_texts.m_textsOf[i]];
            int steps = MaxSteps;
            Match match{};
            if (!mayMatch(text.begin) || !matchAt(text.begin, 0, steps, match))
                continue;
            const bool whole = match.complete && m_texts.m_places[match.end] == 0;
            scores[text.owner] =
                std::min(scores[text.owner], scoreOf(whole ? Fit::Whole : Fit::Beginning, text.kind));
        }
    }
}

bool MatterTexts::Search::holdsPiece(const Text& text) const
{
    for (std::size_t place = text.begin + 1u; m_texts.m_places[place] != 0; ++place) {
        int steps = MaxSteps;
        Match match{};
        if (mayMatch(place) && matchAt(place, 0, steps, match))
            return true;
    }
    return false;
}

/// Whether few enough places can begin the word to be visited one by one.
bool MatterTexts::Search::isRare() const
{
    std::size_t places = 0;
    for (std::size_t sign = 1; sign < m_begins.size(); ++sign)
        if (m_begins[sign])
            places += m_texts.m_firstPlaceOf[sign + 1] - m_texts.m_firstPlaceOf[sign];
    return places < m_texts.m_places.size() / 4;
}

void MatterTexts::Search::visitPlaces(std::size_t firstText, std::vector<Score>& scores) const
{
    const auto from = m_texts.m_texts[firstText].begin;
    for (std::size_t sign = 1; sign < m_begins.size(); ++sign) {
        if (!m_begins[sign])
            continue;
        const auto begin = m_texts.m_placesOf.begin() + m_texts.m_firstPlaceOf[sign];
        const auto end = m_texts.m_placesOf.begin() + m_texts.m_firstPlaceOf[sign + 1];
        for (auto place = std::lower_bound(begin, end, from); place != end; ++place) {
            if (!mayMatch(*place))
                continue;
            const auto& text = m_texts.m_texts[m_texts.m_textAt[*place]];
            const auto score = scoreOf(Fit::Piece, text.kind);
            int steps = MaxSteps;
            Match match{};
            if (scores[text.owner] > score && matchAt(*place, 0, steps, match))
                scores[text.owner] = score;
        }
    }
}

void MatterTexts::Search::findPieces(std::size_t enough, std::vector<Score>& scores) const
{
    // A common word is found often enough in the first of them.
    const std::size_t sample = m_texts.m_texts.size() / 16 + 100;
    constexpr auto BestPiece = scoreOf(Fit::Piece, TextKind::Name);
    auto good = static_cast<std::size_t>(
        std::count_if(scores.begin(), scores.end(), [](Score score) { return score < BestPiece; }));
    const auto& texts = m_texts.m_texts;
    for (std::size_t i = 0; i < texts.size() && good < enough; ++i) {
        if (i == sample && isRare()) {
            visitPlaces(i, scores);
            return;
        }
        const auto score = scoreOf(Fit::Piece, texts[i].kind);
        if (scores[texts[i].owner] <= score || !holdsPiece(texts[i]))
            continue;
        scores[texts[i].owner] = score;
        good += score == BestPiece ? 1 : 0;
    }
}

void MatterTexts::find(const std::u32string& word, std::size_t enough, std::vector<Score>& scores) const
{
    if (word.empty() || word.size() > MaxWord || m_places.empty())
        return;
    const Search search(*this, word);
    search.findBeginnings(scores);
    search.findPieces(enough, scores);
}

}  // namespace forms
