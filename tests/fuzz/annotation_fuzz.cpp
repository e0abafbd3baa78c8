#include <forms/annotation.h>

#include <cstdint>
#include <cstdlib>

/// What is read is written, read again and the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto annotation = forms::annotationFromJson({reinterpret_cast<const char*>(data), size});
    if (!annotation)
        return 0;
    const auto again = forms::annotationFromJson(forms::annotationToJson(*annotation));
    if (!again || !(*again == *annotation))
        std::abort();
    return 0;
}
