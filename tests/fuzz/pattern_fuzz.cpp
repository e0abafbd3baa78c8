#include <pattern.h>

#include <cstdint>
#include <cstdlib>

/// A pattern compiles or is refused with itself named; matching any text comes back, however greedy the pattern. The
/// first line is the pattern, the rest the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto end = bytes.find('\n');
    const auto pattern = forms::Pattern::compile(bytes.substr(0, end));
    if (!pattern) {
        if (pattern.error().code != base::ErrorCode::BadInput)
            std::abort();
        return 0;
    }
    const auto text = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
    if (pattern->matches(text) != pattern->matches(text))
        std::abort();
    return 0;
}
