#include <forms/matter_index.h>

#include "matter_texts.h"

#include <algorithm>
#include <array>
#include <map>

namespace forms {

namespace {

std::vector<std::u32string> wordsOf(std::string_view text)
{
    std::vector<std::u32string> words(1);
    for (const char32_t point : foldText(text)) {
        if (point != U' ' && point != U'\u3000' && point != U'\t')
            words.back().push_back(point);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

}  // namespace

/// Each department is looked up once however many matters it has.
class MatterIndex::Texts
{
  public:
    explicit Texts(const std::vector<MatterEntry>& matters);

    /// The score of every matter for one word, right for the best `enough` of them.
    [[nodiscard]] std::vector<Score> scores(const std::u32string& word, std::size_t enough) const;

  private:
    std::size_t m_count;
    MatterTexts m_texts;
    MatterTexts m_departments;
    std::vector<std::vector<std::uint32_t>> m_ofDepartment;
};

MatterIndex::Texts::Texts(const std::vector<MatterEntry>& matters)
    : m_count(matters.size())
{
    std::map<std::string, std::uint32_t> departments;
    for (std::uint32_t i = 0; i < matters.size(); ++i) {
        const auto& matter = matters[i];
        m_texts.add(i, TextKind::Name, matter.name);
        for (const auto& alias : matter.aliases)
            m_texts.add(i, TextKind::Alias, alias);
        for (const auto& initials : matter.initials)
            m_texts.add(i, TextKind::Alias, initials);
        m_texts.add(i, TextKind::Code, matter.code);
        const auto [known, added] =
            departments.emplace(matter.department, static_cast<std::uint32_t>(m_ofDepartment.size()));
        if (added) {
            m_departments.add(known->second, TextKind::Department, matter.department);
            m_ofDepartment.emplace_back();
        }
        m_ofDepartment[known->second].push_back(i);
    }
    m_texts.finish();
    m_departments.finish();
}

std::vector<Score> MatterIndex::Texts::scores(const std::u32string& word, std::size_t enough) const
{
    std::vector<Score> scores(m_count, NotFound);
    m_texts.find(word, enough, scores);
    std::vector<Score> departments(m_ofDepartment.size(), NotFound);
    m_departments.find(word, departments.size() + 1, departments);
    for (std::size_t i = 0; i < departments.size(); ++i)
        if (departments[i] != NotFound)
            for (const auto matter : m_ofDepartment[i])
                scores[matter] = std::min(scores[matter], scoreOf(Fit::Piece, TextKind::Department));
    return scores;
}

MatterEntry matterEntryOf(const Guide& guide)
{
    return {guide.code, guide.name(), guide.aliases, guide.initials, guide.department.name};
}

MatterIndex::MatterIndex(std::vector<MatterEntry> matters)
    : m_matters(std::move(matters))
    , m_texts(std::make_shared<Texts>(m_matters))
{}

std::vector<const MatterEntry*> MatterIndex::find(std::string_view text, std::size_t limit) const
{
    std::vector<const MatterEntry*> found;
    const auto words = wordsOf(text);
    std::vector<Score> total(m_matters.size(), 0);
    for (const auto& word : words) {
        // With several words a matter far down for one may be the only one for all.
        const auto scores = m_texts->scores(word, words.size() == 1 ? limit : m_matters.size() + 1);
        for (std::size_t i = 0; i < total.size(); ++i)
            total[i] = std::max(total[i], scores[i]);
    }
    std::array<std::vector<std::uint32_t>, NotFound> byScore;
    for (std::uint32_t i = 0; i < total.size(); ++i)
        if (total[i] != NotFound && byScore[total[i]].size() < limit)
            byScore[total[i]].push_back(i);
    for (const auto& matters : byScore)
        for (const auto matter : matters)
            if (found.size() < limit)
                found.push_back(&m_matters[matter]);
    return found;
}

}  // namespace forms
