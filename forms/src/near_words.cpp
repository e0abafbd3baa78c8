#include "near_words.h"

#include "matter_texts.h"
#include "word_search.h"

#include <base/utf8.h>
#include <i18n/pinyin.h>

#include <algorithm>
#include <utility>

namespace forms {

namespace {

constexpr std::size_t LongestWord = 32;
constexpr std::size_t ShortestInLetters = 4;
constexpr std::size_t ShortestInInitials = 5;
constexpr std::size_t ShortestInCharacters = 3;
constexpr std::size_t Homophones = 4;

bool isLetters(const std::u32string& word)
{
    return std::all_of(word.begin(), word.end(), isLetter);
}

/// Initials rarely have vowels, and a syllable always has one.
bool isSpelled(const std::u32string& word)
{
    return word.find_first_of(U"aeiouv") != std::u32string::npos;
}

class Slips
{
  public:
    explicit Slips(const std::u32string& word)
        : m_word(word)
    {}

    void swapped()
    {
        for (std::size_t i = 0; i + 1 < m_word.size(); ++i) {
            auto near = m_word;
            std::swap(near[i], near[i + 1]);
            m_near.push_back(std::move(near));
        }
    }

    void oneTooMany()
    {
        for (std::size_t i = 0; i < m_word.size(); ++i)
            m_near.push_back(std::u32string(m_word).erase(i, 1));
    }

    /// At an end nothing need stand for what is wrong or missing: a piece is found anywhere.
    void wrongOrMissing(char32_t instead)
    {
        for (std::size_t i = 1; i + 1 < m_word.size(); ++i) {
            auto near = m_word;
            near[i] = instead;
            m_near.push_back(std::move(near));
        }
        for (std::size_t i = 1; i < m_word.size(); ++i)
            m_near.push_back(std::u32string(m_word).insert(i, 1, instead));
    }

    /// At the ends too: a letter alone is no character.
    void wrongOrMissingLetter(const Syllables& syllables)
    {
        for (std::size_t i = 0; i <= m_word.size(); ++i)
            for (char32_t letter = U'a'; letter <= U'z'; ++letter) {
                addSpelled(std::u32string(m_word).insert(i, 1, letter), syllables);
                if (i < m_word.size())
                    addSpelled(std::u32string(m_word).replace(i, 1, 1, letter), syllables);
            }
    }

    void soundingTheSame()
    {
        for (const auto& spelled : i18n::pinyinKeys(base::encodeUtf8(m_word), Homophones).full)
            m_near.push_back(base::decodeUtf8(spelled));
    }

    std::vector<std::u32string> take()
    {
        std::sort(m_near.begin(), m_near.end());
        m_near.erase(std::unique(m_near.begin(), m_near.end()), m_near.end());
        std::erase(m_near, m_word);
        return std::move(m_near);
    }

  private:
    void addSpelled(std::u32string near, const Syllables& syllables)
    {
        if (syllables.splits(base::encodeUtf8(near)))
            m_near.push_back(std::move(near));
    }

    const std::u32string& m_word;
    std::vector<std::u32string> m_near;
};

bool isChinese(const std::u32string& word)
{
    return std::all_of(
        word.begin(), word.end(), [](char32_t point) { return !i18n::readingsOf(point).empty(); });
}

}  // namespace

std::vector<std::u32string> nearWords(const std::u32string& word, const Syllables& syllables)
{
    const bool letters = isLetters(word);
    const bool spelled = letters && isSpelled(word);
    if (word.size() < (letters ? ShortestInLetters : 2) || word.size() > LongestWord)
        return {};
    Slips slips(word);
    slips.swapped();
    if (spelled || word.size() >= (letters ? ShortestInInitials : ShortestInCharacters)) {
        slips.oneTooMany();
        if (spelled)
            slips.wrongOrMissingLetter(syllables);
        else
            slips.wrongOrMissing(AnyCharacter);
    }
    if (isChinese(word))
        slips.soundingTheSame();
    return slips.take();
}

}  // namespace forms
