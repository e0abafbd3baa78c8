#include <base/utf8.h>
#include <forms/decimal.h>
#include <forms/folding.h>
#include <forms/han.h>
#include <forms/identity_card.h>
#include <forms/printed_date.h>
#include <i18n/isolate.h>

#include <cstdint>
#include <cstdlib>

namespace {

constexpr base::Date Today{std::chrono::year{2026}, std::chrono::month{4}, std::chrono::day{8}};

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void foldAndTidy(std::string_view text)
{
    for (const auto blanks : {forms::Blanks::Single, forms::Blanks::Dropped}) {
        const auto folded = base::encodeUtf8(forms::foldText(text, blanks));
        require(base::encodeUtf8(forms::foldText(folded, blanks)) == folded);
        const auto tidied = forms::tidiedText(text, blanks);
        require(forms::tidiedText(tidied, blanks) == tidied);
        require(forms::isSameText(tidied, text));
    }
}

}  // namespace

/// Whatever is typed or pasted: folding twice is folding once, what is read of a day is a day, a card's number is of
/// its paper, and a decimal is a multiple of itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    foldAndTidy(text);
    static_cast<void>(forms::withEveryHan(text));
    if (const auto day = forms::readDay(text))
        require(day->ok() && forms::readDay(base::formatDate(*day)) == day);
    if (const auto term = forms::readTerm(text))
        require(term->endless != term->to.has_value());
    if (const auto card = forms::IdentityCard::read(text)) {
        require(forms::fits(card->paper, card->number));
        static_cast<void>(forms::contradictionsOf(*card, Today));
    }
    if (const auto number = forms::Decimal::parse(text))
        require(number->isMultipleOf(*number) && *number == *number);
    const auto isolated = i18n::isolate(text);
    require(i18n::isolate(isolated) == isolated);
    return 0;
}
