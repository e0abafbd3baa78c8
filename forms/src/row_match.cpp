#include <forms/row_ids.h>

#include "table_rows.h"

#include <forms/folding.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <deque>
#include <tuple>
#include <unordered_map>

namespace forms {

namespace {

using Json = nlohmann::json;
using Keys = std::vector<std::string>;

/// Beyond it leftover rows are matched in their order alone.
constexpr std::size_t MostPairs = 10'000;

bool beginsWithTheOther(const std::string& one, const std::string& other)
{
    return one.starts_with(other) || other.starts_with(one);
}

/// One version of a table, with what rows are compared by.
class Rows
{
  public:
    Rows(const PeopleTable& table, const FormData& data)
        : m_table(table)
        , m_json(tableOf(data, table.pointer))
        , m_people(table.people.size())
    {
        for (std::size_t row = 0; row < size(); ++row)
            for (std::size_t who = 0; who < m_people.size(); ++who)
                m_people[who].push_back(
                    {text(data, row, table.people[who].name), text(data, row, table.people[who].number)});
    }

    [[nodiscard]] std::size_t size() const { return m_json == nullptr ? 0 : m_json->size(); }

    [[nodiscard]] const NamedNumber& person(std::size_t row, std::size_t who) const
    {
        return m_people[who][row];
    }

    [[nodiscard]] const Json& content(std::size_t row) const { return (*m_json)[row]; }

    [[nodiscard]] Keys contents() const
    {
        Keys keys;
        for (std::size_t row = 0; row < size(); ++row)
            keys.push_back(content(row).dump(-1, ' ', false, Json::error_handler_t::replace));
        return keys;
    }

    [[nodiscard]] Keys numbers(std::size_t who) const
    {
        Keys keys;
        for (const auto& person : m_people[who])
            keys.push_back(foldedNumber(person.number));
        return keys;
    }

    [[nodiscard]] Keys names(std::size_t who) const
    {
        Keys keys;
        for (const auto& person : m_people[who])
            keys.push_back(foldedText(person.name));
        return keys;
    }

    [[nodiscard]] bool hasNobody(std::size_t row) const
    {
        return std::all_of(
            m_people.begin(), m_people.end(), [row](const auto& people) { return people[row].empty(); });
    }

  private:
    [[nodiscard]] std::string text(const FormData& data, std::size_t row, const std::string& column) const
    {
        if (column.empty() && !content(row).is_string())
            return {};
        return data.text(m_table.pointer + "/" + std::to_string(row) + column).value_or("");
    }

    const PeopleTable& m_table;
    const Json* m_json;
    std::vector<std::vector<NamedNumber>> m_people;  ///< by who, then by row
};

/// Finds the rows of before in after, the surest signs first.
class RowMatch
{
  public:
    RowMatch(const PeopleTable& table, const FormData& before, const FormData& after)
        : m_who(table.people.size())
        , m_before(table, before)
        , m_after(table, after)
        , m_from(m_after.size())
        , m_to(m_before.size())
    {}

    std::vector<std::optional<std::size_t>> run()
    {
        pairBy(m_before.contents(), m_after.contents());
        for (std::size_t who = 0; who < m_who; ++who) {
            pairBy(m_before.numbers(who), m_after.numbers(who));
            pairBy(m_before.names(who), m_after.names(who));
        }
        pairByPlace();
        return std::move(m_from);
    }

  private:
    void pair(std::size_t before, std::size_t after)
    {
        m_from[after] = before;
        m_to[before] = after;
    }

    /// Rows in their place come before those that moved; an empty key is that of no row.
    void pairBy(const Keys& before, const Keys& after)
    {
        for (std::size_t row = 0; row < std::min(before.size(), after.size()); ++row)
            if (!m_to[row] && !m_from[row] && !before[row].empty() && before[row] == after[row])
                pair(row, row);
        std::unordered_map<std::string, std::deque<std::size_t>> left;
        for (std::size_t row = 0; row < before.size(); ++row)
            if (!m_to[row] && !before[row].empty())
                left[before[row]].push_back(row);
        for (std::size_t row = 0; row < after.size(); ++row) {
            if (m_from[row])
                continue;
            if (const auto found = left.find(after[row]); found != left.end() && !found->second.empty()) {
                pair(found->second.front(), row);
                found->second.pop_front();
            }
        }
    }

    /// Between which rows after the edit something lies: the nearest matched ones above and below.
    struct Gap {
        std::ptrdiff_t above;
        std::ptrdiff_t below;

        [[nodiscard]] bool touches(const Gap& other) const
        {
            return above == other.above || below == other.below;
        }
    };

    /// `place(row)`: where that row stands after the edit, where it was matched.
    template <class Place>
    static std::vector<Gap> gapsOf(std::size_t count, std::ptrdiff_t end, Place place)
    {
        std::vector<Gap> gaps(count, {-1, end});
        std::ptrdiff_t above = -1;
        for (std::size_t row = 0; row < count; ++row) {
            gaps[row].above = above;
            if (const auto at = place(row))
                above = static_cast<std::ptrdiff_t>(*at);
        }
        auto below = end;
        for (std::size_t row = count; row-- > 0;) {
            gaps[row].below = below;
            if (const auto at = place(row))
                below = static_cast<std::ptrdiff_t>(*at);
        }
        return gaps;
    }

    void pairByPlace()
    {
        const auto end = static_cast<std::ptrdiff_t>(m_after.size());
        const auto before = gapsOf(m_before.size(), end, [this](std::size_t row) { return m_to[row]; });
        const auto after = gapsOf(m_after.size(), end, [this](std::size_t row) -> std::optional<std::size_t> {
            return m_from[row] ? std::optional(row) : std::nullopt;
        });
        const auto olds = leftOf(m_to);
        const auto news = leftOf(m_from);
        std::vector<std::tuple<int, std::size_t, std::size_t, std::size_t>> pairs;
        const bool all = olds.size() * news.size() <= MostPairs;
        for (std::size_t i = 0; i < olds.size(); ++i)
            for (std::size_t j = all ? 0 : i; j < (all ? news.size() : std::min(i + 1, news.size())); ++j) {
                const auto row = olds[i];
                const auto now = news[j];
                if (before[row].touches(after[now]) && mayBeTheSame(row, now))
                    pairs.emplace_back(-likeness(row, now), row > now ? row - now : now - row, row, now);
            }
        std::sort(pairs.begin(), pairs.end());
        for (const auto& [unlike, far, row, now] : pairs)
            if (!m_to[row] && !m_from[now])
                pair(row, now);
    }

    static std::vector<std::size_t> leftOf(const std::vector<std::optional<std::size_t>>& matches)
    {
        std::vector<std::size_t> left;
        for (std::size_t row = 0; row < matches.size(); ++row)
            if (!matches[row])
                left.push_back(row);
        return left;
    }

    [[nodiscard]] bool mayBeTheSame(std::size_t before, std::size_t after) const
    {
        if (m_after.hasNobody(after) && !m_before.hasNobody(before))
            return false;
        const bool alike = likeness(before, after) > 0;
        for (std::size_t who = 0; who < m_who; ++who) {
            const auto& was = m_before.person(before, who);
            const auto& now = m_after.person(after, who);
            if (isSomebodyElse(was, now))
                return false;
            if (!alike && !was.name.empty() && !beginsWithTheOther(was.name, now.name))
                return false;
        }
        return true;
    }

    /// How many cells are as they were.
    [[nodiscard]] int likeness(std::size_t before, std::size_t after) const
    {
        const auto& was = m_before.content(before);
        const auto& now = m_after.content(after);
        if (!was.is_object() || !now.is_object())
            return was == now ? 1 : 0;
        int alike = 0;
        for (const auto& [name, value] : was.items())
            if (const auto found = now.find(name); found != now.end() && *found == value)
                ++alike;
        return alike;
    }

    std::size_t m_who;
    Rows m_before;
    Rows m_after;
    std::vector<std::optional<std::size_t>> m_from;  ///< by row after: its row before
    std::vector<std::optional<std::size_t>> m_to;    ///< by row before: its row after
};

bool isAsBefore(const std::string& table, const FormData& before, const FormData& after)
{
    const auto* was = tableOf(before, table);
    const auto* now = tableOf(after, table);
    return was != nullptr && now != nullptr && *was == *now;
}

}  // namespace

std::vector<std::optional<std::size_t>> sameRows(const PeopleTable& table,
                                                 const FormData& before,
                                                 const FormData& after)
{
    if (isAsBefore(table.pointer, before, after)) {
        std::vector<std::optional<std::size_t>> same(rowCount(after, table.pointer));
        for (std::size_t row = 0; row < same.size(); ++row)
            same[row] = row;
        return same;
    }
    return RowMatch(table, before, after).run();
}

bool hasSameNumber(const NamedNumber& one, const NamedNumber& other)
{
    return !one.number.empty() && foldedNumber(one.number) == foldedNumber(other.number);
}

bool isSomebodyElse(const NamedNumber& before, const NamedNumber& after)
{
    if (before.name.empty() || after.name.empty() || before.number.empty() || after.number.empty())
        return false;
    return foldedText(before.name) != foldedText(after.name)
           && !beginsWithTheOther(foldedNumber(before.number), foldedNumber(after.number));
}

}  // namespace forms
