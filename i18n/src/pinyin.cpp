#include <i18n/pinyin.h>

#include <base/utf8.h>
#include <i18n/pinyinTable.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace i18n {

namespace {

/// The table that i18n/tables/pinyin_table.py describes and writes.
class Table
{
  public:
    [[nodiscard]] std::string_view readingsOf(char32_t character) const
    {
        std::uint32_t from = 0;
        std::uint32_t to = m_characters;
        while (from < to) {
            const auto middle = from + (to - from) / 2;
            const auto row = rowAt(middle);
            if (row >> SetBits == character)
                return setAt(row & ((1U << SetBits) - 1));
            if (row >> SetBits < character)
                from = middle + 1;
            else
                to = middle;
        }
        return {};
    }

  private:
    static constexpr unsigned SetBits = 14;

    [[nodiscard]] static std::uint32_t number(std::size_t index)
    {
        std::uint32_t value = 0;
        std::memcpy(&value, pinyinTable.data() + index * sizeof value, sizeof value);
        return value;
    }

    [[nodiscard]] std::uint32_t rowAt(std::uint32_t index) const { return number(3 + m_sets + index); }

    [[nodiscard]] std::string_view setAt(std::uint32_t set) const
    {
        const std::size_t text = (3 + std::size_t{m_sets} + m_characters) * sizeof(std::uint32_t);
        const auto begin = number(2 + set);
        return pinyinTable.substr(text + begin, number(3 + set) - begin);
    }

    std::uint32_t m_sets = number(0);
    std::uint32_t m_characters = number(1);
};

/// What a character may contribute to a key, the most usual first.
using Choices = std::vector<std::string_view>;

char32_t folded(char32_t point)
{
    constexpr char32_t FullWidth = U'！' - U'!';
    if ((point >= U'０' && point <= U'９') || (point >= U'Ａ' && point <= U'Ｚ')
        || (point >= U'ａ' && point <= U'ｚ'))
        point -= FullWidth;
    return point >= U'A' && point <= U'Z' ? point + (U'a' - U'A') : point;
}

Choices initialsOf(const Choices& readings)
{
    Choices initials;
    for (const auto reading : readings)
        if (std::ranges::none_of(initials, [&](auto known) { return known.front() == reading.front(); }))
            initials.push_back(reading.substr(0, 1));
    return initials;
}

/// The best combinations of what the characters offer. A combination's cost is the sum of the ranks of what was
/// chosen, so the best of a longer text always begin with one of the best of the shorter: nothing better is lost
/// by keeping only those. What was chosen is noted as a chain backwards; keys are spelled out only once.
class Combinations
{
  public:
    explicit Combinations(std::size_t limit)
        : m_limit(limit)
    {}

    /// What the views show must live until keys() was called.
    void append(Choices choices)
    {
        if (choices.size() > 1)
            branch(choices.size());
        m_characters.push_back(std::move(choices));
    }

    [[nodiscard]] std::vector<std::string> keys() const
    {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < best().size(); ++i)
            if (auto key = spelled(i); std::ranges::find(all, key) == all.end())
                all.push_back(std::move(key));
        return all;
    }

  private:
    struct Pick {
        std::size_t cost = 0;
        std::size_t before = 0;  ///< its place among the picks of the last character that had a choice
        std::size_t rank = 0;

        auto operator<=>(const Pick&) const = default;
    };

    [[nodiscard]] const std::vector<Pick>& best() const { return m_picks.back(); }

    void branch(std::size_t choices)
    {
        std::vector<Pick> longer;
        longer.reserve(best().size() * choices);
        for (std::size_t before = 0; before < best().size(); ++before)
            for (std::size_t rank = 0; rank < choices; ++rank)
                longer.push_back({best()[before].cost + rank, before, rank});
        const auto kept = std::min(m_limit, longer.size());
        std::ranges::partial_sort(longer, longer.begin() + static_cast<std::ptrdiff_t>(kept));
        longer.resize(kept);
        m_picks.push_back(std::move(longer));
    }

    [[nodiscard]] std::string spelled(std::size_t pick) const
    {
        std::vector<std::string_view> pieces;
        pieces.reserve(m_characters.size());
        auto picks = m_picks.rbegin();
        for (auto choices = m_characters.rbegin(); choices != m_characters.rend(); ++choices) {
            if (choices->size() == 1) {
                pieces.push_back(choices->front());
                continue;
            }
            pieces.push_back((*choices)[(*picks)[pick].rank]);
            pick = (*picks++)[pick].before;
        }
        std::string key;
        std::for_each(pieces.rbegin(), pieces.rend(), [&key](auto piece) { key += piece; });
        return key;
    }

    std::size_t m_limit;
    std::vector<Choices> m_characters;
    std::vector<std::vector<Pick>> m_picks{{Pick{}}};  ///< of each character that had a choice
};

}  // namespace

std::vector<std::string_view> readingsOf(char32_t character)
{
    static const Table table;
    auto text = table.readingsOf(character);
    std::vector<std::string_view> readings;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        readings.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return readings;
}

PinyinKeys pinyinKeys(std::string_view text, std::size_t limit)
{
    const auto points = base::decodeUtf8(text);
    std::vector<std::string> others;  // what the views of characters without readings show
    others.reserve(points.size());
    Combinations full(std::max<std::size_t>(limit, 1));
    Combinations initials(std::max<std::size_t>(limit, 1));
    for (const char32_t point : points) {
        if (auto readings = readingsOf(point); !readings.empty()) {
            initials.append(initialsOf(readings));
            full.append(std::move(readings));
        } else {
            const std::string_view other =
                others.emplace_back(base::encodeUtf8(std::u32string(1, folded(point))));
            initials.append({other});
            full.append({other});
        }
    }
    return {full.keys(), initials.keys()};
}

}  // namespace i18n
