#include <forms/number_check.h>

#include <cstdint>
#include <cstdlib>

/// No text is both kinds of number, a right one is judged right, and a mask never shows the middle.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto citizen = forms::CitizenNumber::parse(text);
    if (citizen && !(citizen->text.size() == 18 && citizen->birth.ok()))
        std::abort();
    if ((citizen || forms::isCreditCode(text)) && forms::isPhone(text))
        std::abort();
    const auto mask = forms::maskNumber(text);
    if (mask.size() != text.size() || (text.size() >= 11 && mask.find('*') == std::string::npos))
        std::abort();
    const auto judged = forms::judgeNumber(text);
    if ((citizen || forms::isCreditCode(text)) && judged.fault)
        std::abort();
    if (!judged.fault && judged.kind != forms::NumberKind::CreditCode && !judged.citizen)
        std::abort();
    if (const auto modern = forms::modernNumber(text); modern && !forms::CitizenNumber::parse(*modern))
        std::abort();
    static_cast<void>(forms::maskName(text));
    return 0;
}
