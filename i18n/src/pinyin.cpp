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
using Choices = std::vector<std::string>;

char32_t folded(char32_t point)
{
    constexpr char32_t FullWidth = U'！' - U'!';
    if ((point >= U'０' && point <= U'９') || (point >= U'Ａ' && point <= U'Ｚ')
        || (point >= U'ａ' && point <= U'ｚ'))
        point -= FullWidth;
    return point >= U'A' && point <= U'Z' ? point + (U'a' - U'A') : point;
}

Choices fullChoices(char32_t point)
{
    const auto readings = readingsOf(point);
    if (readings.empty())
        return {base::encodeUtf8(std::u32string(1, folded(point)))};
    return {readings.begin(), readings.end()};
}

Choices initialsOf(const Choices& full, char32_t point)
{
    if (readingsOf(point).empty())
        return full;
    Choices initials;
    for (const auto& reading : full)
        if (std::ranges::none_of(initials,
                                 [&](const auto& known) { return known.front() == reading.front(); }))
            initials.push_back(reading.substr(0, 1));
    return initials;
}

/// The best combinations so far. A combination's cost is the sum of the ranks of what was chosen, so the best of
/// a longer text always begin with one of the best of the shorter: nothing better is lost by keeping only those.
class Combinations
{
  public:
    explicit Combinations(std::size_t limit)
        : m_limit(limit)
    {}

    void append(const Choices& choices)
    {
        if (choices.size() == 1) {
            for (auto& each : m_all)
                each.key += choices.front();
            return;
        }
        std::vector<Combination> longer;
        longer.reserve(m_all.size() * choices.size());
        for (const auto& each : m_all)
            for (std::size_t rank = 0; rank < choices.size(); ++rank)
                longer.push_back({each.cost + rank, each.key + choices[rank]});
        std::ranges::stable_sort(longer, {}, &Combination::cost);
        if (longer.size() > m_limit)
            longer.resize(m_limit);
        m_all = std::move(longer);
    }

    [[nodiscard]] std::vector<std::string> keys() const
    {
        std::vector<std::string> all;
        for (const auto& each : m_all)
            if (std::ranges::find(all, each.key) == all.end())
                all.push_back(each.key);
        return all;
    }

  private:
    struct Combination {
        std::size_t cost = 0;
        std::string key;
    };

    std::size_t m_limit;
    std::vector<Combination> m_all{Combination{}};
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
    Combinations full(std::max<std::size_t>(limit, 1));
    Combinations initials(std::max<std::size_t>(limit, 1));
    for (const char32_t point : base::decodeUtf8(text)) {
        const auto choices = fullChoices(point);
        full.append(choices);
        initials.append(initialsOf(choices, point));
    }
    return {full.keys(), initials.keys()};
}

}  // namespace i18n
