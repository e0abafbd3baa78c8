#include <json_lines.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

/// A text is broken exactly when it is no JSON, and every line named is one it has.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const forms::JsonLines lines(bytes);
    if ((lines.brokenAt() == 0) != nlohmann::json::accept(bytes))
        std::abort();
    const auto last = 1 + std::count(bytes.begin(), bytes.end(), '\n');
    for (const auto* pointer : {"", "/a", "/0", "/a/0/b", "/materials/0/name"})
        if (lines.lineOf(pointer) < 1 || lines.lineOf(pointer) > last)
            std::abort();
    return lines.brokenAt() > last ? 1 : 0;
}
