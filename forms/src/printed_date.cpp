#include <forms/printed_date.h>

#include <forms/folding.h>

#include <algorithm>
#include <array>

namespace forms {

namespace {

using Text = std::u32string_view;

constexpr std::array<Text, 7> Endless{
    U"长期", U"長期", U"长期有效", U"永久", U"永久有效", U"无固定期限", U"long"};

bool isEndlessWord(Text text)
{
    return std::find(Endless.begin(), Endless.end(), text) != Endless.end();
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

/// At most `most` digits from the start, taken away; -1 = none.
int takeNumber(Text& text, std::size_t most)
{
    int number = -1;
    for (std::size_t i = 0; i < most && !text.empty() && isDigit(text.front()); ++i) {
        number = std::max(number, 0) * 10 + static_cast<int>(text.front() - U'0');
        text.remove_prefix(1);
    }
    return number;
}

bool take(Text& text, Text signs)
{
    if (text.empty() || signs.find(text.front()) == Text::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<base::Date> dayOf(int year, int month, int day)
{
    if (year < 1000 || month < 1 || day < 1)
        return std::nullopt;
    const base::Date date{std::chrono::year{year},
                          std::chrono::month{static_cast<unsigned>(month)},
                          std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::size_t digitsAhead(Text text)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
}

/// "-", " / ", "年", or a blank alone. A full stop was folded to the dot of names.
bool takeSeparator(Text& text)
{
    const bool blank = take(text, U" ");
    const bool sign = take(text, U"·-/年月");
    take(text, U" ");
    return blank || sign;
}

/// The day the text begins with, taken away.
std::optional<base::Date> takeDay(Text& text)
{
    const auto ahead = digitsAhead(text);
    const int year = takeNumber(text, 4);
    if (ahead == 8) {
        const int month = takeNumber(text, 2);
        return dayOf(year, month, takeNumber(text, 2));
    }
    if (ahead != 4 || !takeSeparator(text))
        return std::nullopt;
    const int month = takeNumber(text, 2);
    if (!takeSeparator(text))
        return std::nullopt;
    const int day = takeNumber(text, 2);
    if (digitsAhead(text) > 0)
        return std::nullopt;
    take(text, U" ");
    take(text, U"日");
    return dayOf(year, month, day);
}

/// What stands between the two days: at least one of these.
bool takeUntil(Text& text)
{
    bool taken = false;
    while (take(text, U" -~～至到止·"))
        taken = true;
    return taken;
}

}  // namespace

std::optional<base::Date> readDay(std::string_view text)
{
    const auto folded = foldText(text, Blanks::Single);
    Text rest = folded;
    const auto day = takeDay(rest);
    return rest.empty() ? day : std::nullopt;
}

std::optional<PrintedTerm> readTerm(std::string_view text)
{
    const auto folded = foldText(text, Blanks::Single);
    Text rest = folded;
    if (isEndless(text))
        return PrintedTerm{{}, {}, true};
    take(rest, U"自从");
    const auto first = takeDay(rest);
    if (!first)
        return std::nullopt;
    if (rest.empty() || rest == U"止" || rest == U"-")
        return PrintedTerm{{}, first, false};
    if (!takeUntil(rest))
        return std::nullopt;
    if (isEndlessWord(rest))
        return PrintedTerm{first, {}, true};
    const auto last = takeDay(rest);
    if (!last || !(rest.empty() || rest == U"止"))
        return std::nullopt;
    return PrintedTerm{first, last, false};
}

std::optional<base::Date> firstDay(std::string_view text)
{
    const auto term = readTerm(text);
    return !term ? std::nullopt : term->from ? term->from : term->to;
}

bool isEndless(std::string_view text)
{
    return isEndlessWord(foldText(text, Blanks::Dropped));
}

}  // namespace forms
