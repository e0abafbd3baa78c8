#include <forms/matter_index.h>

#include "near_words.h"
#include "word_search.h"

#include <forms/folding.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace forms {

namespace {

constexpr std::size_t MostUsed = 200;
constexpr std::size_t FewMatters = 2'000;  ///< looked at one by one rather than by another walk over all
constexpr std::size_t MostPlacesOfSlips = 1'000'000;
constexpr auto DepartmentFound = scoreOf(Fit::Piece, TextKind::Department);

std::vector<std::u32string> wordsOf(std::string_view text)
{
    std::vector<std::u32string> words(1);
    for (const char32_t point : foldText(text, Blanks::Single)) {
        if (point != U' ')
            words.back().push_back(point);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

void takeBetter(std::vector<Score>& scores, const std::vector<Score>& others)
{
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i] = std::min(scores[i], others[i]);
}

void takeWorse(std::vector<Score>& scores, const std::vector<Score>& others)
{
    for (std::size_t i = 0; i < scores.size(); ++i)
        scores[i] = std::max(scores[i], others[i]);
}

}  // namespace

struct MatterIndex::Used {
    std::uint32_t matter;
    bool first;
};

/// Each department is looked up once however many matters it has.
class MatterIndex::Texts
{
  public:
    explicit Texts(const std::vector<MatterEntry>& matters);

    /// The score of every matter for all the words, right for the best `enough` of them and for the `wanted`.
    [[nodiscard]] std::vector<Score> scores(const std::vector<std::u32string>& words,
                                            std::size_t enough,
                                            const std::vector<Used>& wanted) const;

    /// The same with one slip mended in one of the words; what has none is NotFound.
    [[nodiscard]] std::vector<Score> nearScores(const std::vector<std::u32string>& words) const;

  private:
    struct Word {
        WordSearch texts;
        std::vector<Score> departments;
    };

    [[nodiscard]] Word wordOf(const std::u32string& word) const;
    [[nodiscard]] std::vector<Score> scoresOf(const Word& word, std::size_t enough) const;
    [[nodiscard]] Score scoreOf(const Word& word, std::uint32_t matter) const;
    void narrow(std::vector<Score>& scores, const Word& word) const;
    [[nodiscard]] std::vector<Score> nearScores(const std::u32string& word) const;

    std::size_t m_count;
    MatterTexts m_texts;
    MatterTexts m_departments;
    std::size_t m_departmentCount = 0;
    std::vector<std::uint32_t> m_departmentOf;  ///< per matter
};

MatterIndex::Texts::Texts(const std::vector<MatterEntry>& matters)
    : m_count(matters.size())
{
    std::map<std::string, std::uint32_t> departments;
    for (std::uint32_t i = 0; i < matters.size(); ++i) {
        const auto& matter = matters[i];
        m_texts.add(i, TextKind::Name, matter.name);
        for (const auto* others : {&matter.aliases, &matter.localNames})
            for (const auto& other : *others)
                m_texts.add(i, TextKind::Alias, other);
        for (const auto& initials : matter.initials)
            m_texts.add(i, TextKind::Alias, initials);
        m_texts.add(i, TextKind::Code, matter.code);
        const auto [known, added] =
            departments.emplace(matter.department, static_cast<std::uint32_t>(departments.size()));
        if (added)
            m_departments.add(known->second, TextKind::Department, matter.department);
        m_departmentOf.push_back(known->second);
    }
    m_departmentCount = departments.size();
    m_texts.finish();
    m_departments.finish();
}

MatterIndex::Texts::Word MatterIndex::Texts::wordOf(const std::u32string& word) const
{
    Word made{WordSearch(m_texts, word), std::vector<Score>(m_departmentCount, NotFound)};
    WordSearch(m_departments, word).find(m_departmentCount + 1, made.departments);
    return made;
}

std::vector<Score> MatterIndex::Texts::scoresOf(const Word& word, std::size_t enough) const
{
    std::vector<Score> scores(m_count, NotFound);
    word.texts.find(enough, scores);
    const auto& found = word.departments;
    if (std::any_of(found.begin(), found.end(), [](Score score) { return score != NotFound; }))
        for (std::size_t i = 0; i < m_count; ++i)
            if (found[m_departmentOf[i]] != NotFound)
                scores[i] = std::min(scores[i], DepartmentFound);
    return scores;
}

Score MatterIndex::Texts::scoreOf(const Word& word, std::uint32_t matter) const
{
    const auto department = word.departments[m_departmentOf[matter]] != NotFound ? DepartmentFound : NotFound;
    return std::min(word.texts.scoreOf(matter), department);
}

void MatterIndex::Texts::narrow(std::vector<Score>& scores, const Word& word) const
{
    const auto found = static_cast<std::size_t>(
        std::count_if(scores.begin(), scores.end(), [](Score score) { return score != NotFound; }));
    if (found > FewMatters) {
        takeWorse(scores, scoresOf(word, m_count + 1));
        return;
    }
    for (std::uint32_t i = 0; i < scores.size(); ++i)
        if (scores[i] != NotFound)
            scores[i] = std::max(scores[i], scoreOf(word, i));
}

std::vector<Score> MatterIndex::Texts::scores(const std::vector<std::u32string>& words,
                                              std::size_t enough,
                                              const std::vector<Used>& wanted) const
{
    if (words.empty())
        return std::vector<Score>(m_count, 0);
    if (words.size() == 1) {
        const auto word = wordOf(words.front());
        auto scores = scoresOf(word, enough);
        for (const auto& each : wanted)
            scores[each.matter] = scoreOf(word, each.matter);
        return scores;
    }
    // A matter far down for one word may be the only one for all, so each is looked for to the end; the rarest first.
    std::vector<Word> each;
    for (const auto& word : words)
        each.push_back(wordOf(word));
    std::sort(each.begin(), each.end(), [](const Word& one, const Word& other) {
        return one.texts.reach() < other.texts.reach();
    });
    auto total = scoresOf(each.front(), m_count + 1);
    for (std::size_t i = 1; i < each.size(); ++i)
        narrow(total, each[i]);
    return total;
}

std::vector<Score> MatterIndex::Texts::nearScores(const std::u32string& word) const
{
    std::vector<WordSearch> slips;
    for (const auto& near : nearWords(word, m_texts.syllables()))
        slips.emplace_back(m_texts, near);
    std::sort(slips.begin(), slips.end(), [](const WordSearch& one, const WordSearch& other) {
        return one.reach() < other.reach();
    });
    std::vector<Score> scores(m_count, NotFound);
    std::size_t places = 0;
    for (const auto& slip : slips) {
        places += slip.reach();
        if (places > MostPlacesOfSlips)
            break;  // only the most common beginnings are left: nobody looks for one among so many
        slip.find(m_count + 1, scores);
    }
    return scores;
}

std::vector<Score> MatterIndex::Texts::nearScores(const std::vector<std::u32string>& words) const
{
    std::vector<Score> best(m_count, NotFound);
    for (std::size_t mended = 0; mended < words.size(); ++mended) {
        auto total = nearScores(words[mended]);
        for (std::size_t i = 0; i < words.size(); ++i)
            if (i != mended)
                narrow(total, wordOf(words[i]));
        takeBetter(best, total);
    }
    const auto exact = scores(words, m_count + 1, {});
    for (std::size_t i = 0; i < m_count; ++i)
        if (exact[i] != NotFound)
            best[i] = NotFound;
    return best;
}

MatterEntry matterEntryOf(const Guide& guide)
{
    MatterEntry entry{
        guide.code, guide.name(), guide.aliases, guide.initials, guide.department.name, guide.level.name, {}};
    std::set<std::string_view> seen{entry.name};
    for (const auto& item : guide.localSubItems)
        if (seen.insert(item.name).second)
            entry.localNames.push_back(item.name);
    return entry;
}

MatterIndex::MatterIndex(std::vector<MatterEntry> matters)
    : m_matters(std::move(matters))
    , m_byCode(m_matters.size())
    , m_texts(std::make_shared<Texts>(m_matters))
{
    std::iota(m_byCode.begin(), m_byCode.end(), 0U);
    std::sort(m_byCode.begin(), m_byCode.end(), [this](std::uint32_t one, std::uint32_t other) {
        return m_matters[one].code < m_matters[other].code;
    });
}

std::size_t MatterIndex::placeOf(std::string_view code) const
{
    const auto found = std::lower_bound(
        m_byCode.begin(), m_byCode.end(), code, [this](std::uint32_t matter, std::string_view wanted) {
            return m_matters[matter].code < wanted;
        });
    return found != m_byCode.end() && m_matters[*found].code == code ? *found : m_matters.size();
}

const MatterEntry* MatterIndex::matter(std::string_view code) const
{
    const auto place = placeOf(code);
    return place < m_matters.size() ? &m_matters[place] : nullptr;
}

std::vector<MatterIndex::Used> MatterIndex::usedOf(const MatterRanking& ranking) const
{
    std::vector<Used> used;
    const auto add = [&](const std::string& code, bool first) {
        const auto place = placeOf(code);
        if (place < m_matters.size() && used.size() < MostUsed
            && std::none_of(used.begin(), used.end(), [&](const Used& each) { return each.matter == place; }))
            used.push_back({static_cast<std::uint32_t>(place), first});
    };
    for (const auto& code : ranking.first)
        add(code, true);
    for (const auto& code : ranking.used)
        add(code, false);
    return used;
}

std::vector<const MatterEntry*> MatterIndex::best(const std::vector<Score>& scores,
                                                  std::size_t limit,
                                                  const std::vector<Used>& used) const
{
    // Whole texts, then what comes first, then the rest; within them by score, use, and the catalogue's order.
    using Rank = std::tuple<int, Score, std::size_t, std::uint32_t>;
    const auto tierOf = [](Score score, bool first) {
        return score < forms::scoreOf(Fit::Beginning, TextKind::Name) ? 0 : first ? 1 : 2;
    };
    std::vector<Rank> ranks;
    std::vector<Score> others = scores;
    for (std::size_t use = 0; use < used.size(); ++use) {
        const auto matter = used[use].matter;
        if (scores[matter] != NotFound)
            ranks.emplace_back(tierOf(scores[matter], used[use].first), scores[matter], use, matter);
        others[matter] = NotFound;
    }
    std::array<std::size_t, NotFound> taken{};
    for (std::uint32_t i = 0; i < others.size(); ++i)
        if (const auto score = others[i]; score != NotFound && taken[score] < limit) {
            ++taken[score];
            ranks.emplace_back(tierOf(score, false), score, used.size(), i);
        }
    const auto shown = std::min(limit, ranks.size());
    std::partial_sort(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(shown), ranks.end());
    std::vector<const MatterEntry*> found;
    for (std::size_t i = 0; i < shown; ++i)
        found.push_back(&m_matters[std::get<3>(ranks[i])]);
    return found;
}

std::vector<const MatterEntry*> MatterIndex::find(std::string_view text,
                                                  std::size_t limit,
                                                  const MatterRanking& ranking) const
{
    const auto used = usedOf(ranking);
    const auto words = wordsOf(text);
    return best(m_texts->scores(words, limit + used.size(), used), limit, used);
}

std::vector<const MatterEntry*> MatterIndex::findNearly(std::string_view text,
                                                        std::size_t limit,
                                                        const MatterRanking& ranking) const
{
    const auto words = wordsOf(text);
    if (words.empty())
        return {};
    return best(m_texts->nearScores(words), limit, usedOf(ranking));
}

}  // namespace forms
