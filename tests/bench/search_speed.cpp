// How long a keystroke waits for its matches among 100,000 matters, beside SQLite's trigram index, which knows no pinyin.
#include "province.h"

#include <forms/matter_index.h>
#include <i18n/pinyin.h>

#include <base/utf8.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace {

constexpr std::size_t Matters = 100'000;
constexpr std::size_t Words = 150;
constexpr std::size_t Shown = 50;

using Clock = std::chrono::steady_clock;
using Texts = std::vector<std::string>;

double millisecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// What this thread computed, whoever else used the machine meanwhile.
double computedMilliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double percentile(std::vector<double>& times, std::size_t percent)
{
    std::sort(times.begin(), times.end());
    return times[times.size() * percent / 100];
}

/// Every keystroke on the way to each word.
Texts keystrokes(const Texts& words)
{
    Texts typed;
    for (const auto& word : words) {
        const auto signs = base::decodeUtf8(word);
        for (std::size_t length = 1; length <= signs.size(); ++length)
            typed.push_back(base::encodeUtf8(signs.substr(0, length)));
    }
    return typed;
}

void measure(const char* what,
             const Texts& typed,
             const std::function<std::size_t(const std::string&)>& search)
{
    std::vector<double> waited;
    std::vector<double> computed;
    std::size_t found = 0;
    for (const auto& text : typed) {
        const auto begin = Clock::now();
        const auto computedBefore = computedMilliseconds();
        found += search(text) > 0 ? 1 : 0;
        computed.push_back(computedMilliseconds() - computedBefore);
        waited.push_back(millisecondsSince(begin));
    }
    const auto longest = *std::max_element(waited.begin(), waited.end());
    std::printf(
        "%-34s p50 %6.2f ms   p99 %6.2f ms   max %6.2f ms   computing p99 %6.2f ms   (%zu keystrokes, %zu find)\n",
        what,
        percentile(waited, 50),
        percentile(waited, 99),
        longest,
        percentile(computed, 99),
        typed.size(),
        found);
}

/// Pieces of names as people type them.
Texts pieces(const std::vector<forms::MatterEntry>& matters)
{
    Texts words;
    for (std::size_t i = 0; i < Words; ++i) {
        const auto name = base::decodeUtf8(matters[i * 613 % matters.size()].name);
        const auto from = i % 3 == 0 ? 0 : i % (name.size() / 2 + 1);
        words.push_back(base::encodeUtf8(name.substr(from, 2 + i % 6)));
    }
    return words;
}

Texts mapped(const Texts& words, const std::function<std::string(const std::string&)>& change)
{
    Texts changed;
    for (const auto& word : words)
        changed.push_back(change(word));
    return changed;
}

/// One letter of the pinyin lies beside where it belongs.
std::string withSlip(const std::string& word)
{
    auto pinyin = i18n::pinyinKeys(word, 1).full.front();
    if (pinyin.size() > 3)
        std::swap(pinyin[pinyin.size() / 2], pinyin[pinyin.size() / 2 - 1]);
    return pinyin;
}

void measureTrigrams(const std::vector<forms::MatterEntry>& matters, const Texts& typed)
{
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("CREATE VIRTUAL TABLE matters USING fts5 (name, tokenize = 'trigram')");
    database.exec("BEGIN");
    SQLite::Statement insert(database, "INSERT INTO matters VALUES (?)");
    for (const auto& matter : matters) {
        insert.bind(1, matter.name);
        insert.exec();
        insert.reset();
    }
    database.exec("COMMIT");
    SQLite::Statement select(database, "SELECT rowid FROM matters WHERE name LIKE ? LIMIT 50");
    measure("SQLite FTS5 trigram, Chinese only", typed, [&](const std::string& text) {
        select.reset();
        select.bind(1, "%" + text + "%");
        std::size_t rows = 0;
        while (select.executeStep())
            ++rows;
        return rows;
    });
}

}  // namespace

int main()
{
    const bench::Province province;
    std::vector<forms::MatterEntry> matters;
    for (std::size_t i = 0; i < Matters; ++i)
        matters.push_back(province.matter(i));
    const auto begin = Clock::now();
    const forms::MatterIndex index(matters);
    std::printf("index of %zu matters built in %.0f ms\n", Matters, millisecondsSince(begin));

    forms::MatterRanking ranking;
    for (std::size_t i = 0; i < 200; ++i)
        (i < 20 ? ranking.first : ranking.used).push_back(matters[i * 311 % Matters].code);
    const auto find = [&](const std::string& text) { return index.find(text, Shown, ranking).size(); };
    const auto chinese = pieces(matters);
    const auto full =
        mapped(chinese, [](const auto& word) { return i18n::pinyinKeys(word, 1).full.front(); });
    const auto initials =
        mapped(chinese, [](const auto& word) { return i18n::pinyinKeys(word, 1).initials.front(); });
    Texts two;
    for (std::size_t i = 1; i < full.size(); ++i)
        two.push_back(full[i - 1] + " " + full[i]);
    measure("Chinese", keystrokes(chinese), find);
    measureTrigrams(matters, keystrokes(chinese));
    measure("pinyin", keystrokes(full), find);
    measure("initials", keystrokes(initials), find);
    measure("two pinyin words", keystrokes(two), find);
    measure("with a slip (after the exact ones)", mapped(chinese, withSlip), [&](const std::string& text) {
        return index.findNearly(text, Shown, ranking).size();
    });
    std::printf("figure: p99 <= 10 ms for Chinese, pinyin and initials\n");
}
