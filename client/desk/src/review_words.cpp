#include <desk/review_words.h>

#include <i18n/phrase.h>

#include <array>

namespace desk {

namespace {

using i18n::messageId;

constexpr std::array FailedPoint{
    messageId("Not legible: scan it again"),
    messageId("Part of the page is cut off or covered"),
    messageId("A page is lacking"),
    messageId("The name differs from the form"),
    messageId("The number differs from the form"),
    messageId("The address differs from the form"),
    messageId("Seal or signature is lacking"),
    messageId("No longer valid"),
    messageId("This is a copy: the original is needed"),
};

constexpr std::array Opinion{
    messageId("The materials are complete and in the form the law asks for."),
    messageId("Everything that was asked for is corrected."),
    messageId("On examination the conditions are met."),
    messageId("On examination the conditions are not met; see the review points."),
    messageId("The pages are not legible; the applicant need not come again."),
};

}  // namespace

std::span<const std::string_view> usualWords(WordsFor what)
{
    switch (what) {
    case WordsFor::FailedPoint: return FailedPoint;
    case WordsFor::Opinion: return Opinion;
    }
    return {};
}

}  // namespace desk
