#include <forms/identity_number.h>

#include <cstdint>
#include <cstdlib>

/// No text is both kinds of number, and a mask never shows the middle.
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
    static_cast<void>(forms::maskName(text));
    return 0;
}
