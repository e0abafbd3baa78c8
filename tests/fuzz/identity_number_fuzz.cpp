#include <base/utf8.h>
#include <forms/folding.h>
#include <forms/number_check.h>

#include <cstdint>
#include <cstdlib>

namespace {

constexpr base::Date Today{std::chrono::year{2026}, std::chrono::month{4}, std::chrono::day{8}};

}  // namespace

/// No text is both kinds of number, a right one is judged right, a guessed paper bears it, and a mask never shows the
/// middle nor is longer than what it hides.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto citizen = forms::CitizenNumber::parse(text);
    if (citizen && !(citizen->text.size() == 18 && citizen->birth.ok()))
        std::abort();
    const bool plain = text == forms::foldedNumber(text);
    if (plain && (citizen || forms::isCreditCode(text)) && forms::isPhone(text))
        std::abort();
    const auto mask = forms::maskNumber(text);
    if (base::countCodePoints(mask) > base::countCodePoints(text)
        || (mask.size() >= 5 && mask.find('*') == std::string::npos))
        std::abort();
    const auto judged = forms::judgeNumber(text, Today);
    if ((citizen || forms::isCreditCode(text)) && judged.fault && judged.fault != forms::NumberFault::Future)
        std::abort();
    const bool person =
        judged.kind == forms::NumberKind::Citizen || judged.kind == forms::NumberKind::OldCitizen;
    if (!judged.fault && person && !judged.citizen)
        std::abort();
    const auto paper = forms::identityPaperOf(text);
    if (paper && !forms::fits(*paper, text))
        std::abort();
    if (const auto modern = forms::modernNumber(text); modern && !forms::CitizenNumber::parse(*modern))
        std::abort();
    if (base::countCodePoints(forms::maskName(text)) > base::countCodePoints(text))
        std::abort();
    return 0;
}
