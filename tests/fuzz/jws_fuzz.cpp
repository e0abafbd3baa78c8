#include <forms/jws.h>

#include <cstdint>
#include <cstdlib>

/// Nothing the fuzzer makes is signed by a key that was never used.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto key = base::SigningKey::fromSeed(base::Key()).publicKey();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto peeked = forms::peekJws(text);
    const auto verified = forms::verifyJws(
        text, peeked ? peeked->typ : "", [](std::string_view) { return std::optional(key); });
    if (verified)
        std::abort();
    return 0;
}
