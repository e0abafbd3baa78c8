#include "near_name.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace forms {

namespace {

/// Without what people write in different ways: letter case, "_" and "-".
std::string plain(std::string_view name)
{
    std::string text;
    for (const char c : name)
        if (c != '_' && c != '-')
            text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// Signs to put in, take out, replace, or swap with their neighbour.
std::size_t slipsBetween(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> before;
    std::vector<std::size_t> above(other.size() + 1);
    std::iota(above.begin(), above.end(), std::size_t{0});
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::vector<std::size_t> row(other.size() + 1, i);
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t replaced = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            row[j] = std::min({row[j - 1] + 1, above[j] + 1, replaced});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = std::move(above);
        above = std::move(row);
    }
    return above.back();
}

std::size_t slipsAllowed(std::size_t length)
{
    constexpr std::size_t Short = 4;
    constexpr std::size_t Middle = 8;
    return length <= Short ? 1 : length <= Middle ? 2 : 3;
}

/// "nessecity" for "necessity": the right letters in the wrong places.
bool hasSameLetters(std::string one, std::string other)
{
    constexpr std::size_t LongEnough = 6;
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    return one.size() >= LongEnough && slipsBetween(one, other) <= 1;
}

}  // namespace

std::string nearestName(std::string_view written, std::span<const std::string> known)
{
    if (std::find(known.begin(), known.end(), written) != known.end())
        return {};
    const auto word = plain(written);
    const std::string* nearest = nullptr;
    std::size_t fewest = 0;
    for (const auto& name : known) {
        const auto candidate = plain(name);
        const auto slips = slipsBetween(word, candidate);
        const bool near =
            slips <= slipsAllowed(std::min(word.size(), candidate.size())) || hasSameLetters(word, candidate);
        if (near && (nearest == nullptr || slips < fewest)) {
            nearest = &name;
            fewest = slips;
        }
    }
    return nearest ? *nearest : std::string();
}

}  // namespace forms
