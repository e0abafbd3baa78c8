#include <forms/manifest.h>

#include <cstdint>
#include <cstdlib>

/// What is read is written, read again and written the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto manifest = forms::manifestFromJson({reinterpret_cast<const char*>(data), size});
    if (!manifest)
        return 0;
    const auto text = forms::manifestToJson(*manifest);
    const auto again = forms::manifestFromJson(text);
    if (!again || forms::manifestToJson(*again) != text)
        std::abort();
    return 0;
}
