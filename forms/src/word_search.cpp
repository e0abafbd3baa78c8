#include "word_search.h"

#include <algorithm>

namespace forms {

namespace {

constexpr std::size_t MaxWord = 64;
constexpr int MaxSteps = 2'000;
constexpr auto BestPiece = scoreOf(Fit::Piece, TextKind::Name);

std::size_t sameLetters(std::string_view reading, const std::u32string& word, std::size_t used)
{
    std::size_t same = 0;
    while (same < reading.size() && used + same < word.size()
           && static_cast<char32_t>(reading[same]) == word[used + same])
        ++same;
    return same;
}

}  // namespace

WordSearch::WordSearch(const MatterTexts& texts, std::u32string word)
    : m_texts(&texts)
    , m_word(std::move(word))
{
    if (m_word.empty() || m_word.size() > MaxWord)
        return;
    for (const auto sign : texts.signsFor(m_word[0])) {
        const auto behind = following(texts.characterOf(sign));
        for (const auto& pair : texts.pairsOf(sign))
            if (mayFollow(behind, pair.second)) {
                m_pairs.push_back(&pair);
                m_reach += pair.end - pair.first;
            }
    }
}

void WordSearch::follow(std::size_t used, Following& following) const
{
    if (used >= m_word.size())
        following.nothing = true;
    else if (m_word[used] == AnyCharacter)
        following.anything = true;
    else if (isLetter(m_word[used]))
        following.letters |= 1U << (m_word[used] - U'a');
    else
        following.points.push_back(m_word[used]);
}

WordSearch::Following WordSearch::following(const MatterTexts::Character& first) const
{
    Following following;
    if (first.point == m_word[0]) {
        follow(1, following);
        return following;
    }
    for (const auto reading : first.readings) {
        const auto same = sameLetters(reading, m_word, 0);
        if (same > 0)
            follow(1, following);
        if (same == reading.size() || same == m_word.size())
            follow(same, following);
    }
    return following;
}

bool WordSearch::mayFollow(const Following& following, MatterTexts::Sign second) const
{
    if (following.nothing)
        return true;
    if (second == 0)
        return false;
    const auto& character = m_texts->characterOf(second);
    return following.anything || (character.letters & following.letters) != 0
           || std::find(following.points.begin(), following.points.end(), character.point)
                  != following.points.end();
}

/// Tries the ways in which the rest of the word may be written or read from this place on: as the character itself,
/// as one of its readings, as the beginning of a reading where the word ends, or as a reading's first letter.
bool WordSearch::matchAt(
    std::size_t place, std::size_t used, std::size_t length, Walk& walk, Match& match) const
{
    walk.looked = std::max(walk.looked, length + 1);
    const auto sign = m_texts->signAt(place);
    if (sign == 0 || --walk.steps < 0)
        return false;
    const auto& character = m_texts->characterOf(sign);
    const auto end = [&](bool complete) {
        match = {length + 1, complete};
        return true;
    };
    const auto goOn = [&](std::size_t taken) {
        return used + taken < m_word.size() ? matchAt(place + 1, used + taken, length + 1, walk, match)
                                            : end(true);
    };
    if (character.point == m_word[used] || m_word[used] == AnyCharacter)
        return goOn(1);
    if (!isLetter(m_word[used]) || (character.letters >> (m_word[used] - U'a') & 1U) == 0)
        return false;
    for (const auto reading : character.readings) {
        const auto same = sameLetters(reading, m_word, used);
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

void WordSearch::visit(const MatterTexts::Pair& pair,
                       Fit fit,
                       std::size_t enough,
                       std::vector<Score>& scores) const
{
    const auto places = fit == Fit::Piece ? m_texts->innerPlaces(pair) : m_texts->beginnings(pair);
    std::size_t good = 0;
    // Where the first two characters decide, they do so for every place of the pair.
    bool settled = false;
    bool found = false;
    Match match{};
    for (const auto place : places) {
        if (!settled) {
            Walk walk{MaxSteps, 0};
            found = matchAt(place, 0, 0, walk, match);
            settled = walk.looked <= 2;
        }
        if (!found && settled)
            return;
        if (!found)
            continue;
        const auto& text = m_texts->textAt(place);
        const bool whole = fit != Fit::Piece && match.complete && m_texts->signAt(place + match.length) == 0;
        const auto score = forms::scoreOf(whole ? Fit::Whole : fit, text.kind);
        if (scores[text.owner] <= score)
            continue;
        scores[text.owner] = score;
        if (score == BestPiece && ++good >= enough)
            return;
    }
}

void WordSearch::find(std::size_t enough, std::vector<Score>& scores) const
{
    for (const auto* pair : m_pairs)
        visit(*pair, Fit::Beginning, enough, scores);
    const auto better = static_cast<std::size_t>(
        std::count_if(scores.begin(), scores.end(), [](Score score) { return score < BestPiece; }));
    if (better >= enough)
        return;
    for (const auto* pair : m_pairs)
        visit(*pair, Fit::Piece, enough, scores);
}

Score WordSearch::scoreOf(std::uint32_t owner) const
{
    Score best = NotFound;
    if (m_pairs.empty())
        return best;
    for (const auto& text : m_texts->textsOf(owner))
        for (std::size_t place = text.begin; m_texts->signAt(place) != 0; ++place) {
            Walk walk{MaxSteps, 0};
            Match match{};
            if (!matchAt(place, 0, 0, walk, match))
                continue;
            const bool first = place == text.begin;
            const bool whole = first && match.complete && m_texts->signAt(place + match.length) == 0;
            const auto fit = whole ? Fit::Whole : first ? Fit::Beginning : Fit::Piece;
            best = std::min(best, forms::scoreOf(fit, text.kind));
        }
    return best;
}

}  // namespace forms
