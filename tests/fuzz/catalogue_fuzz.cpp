#include <forms/catalogue.h>

#include <cstdint>
#include <cstdlib>

/// What is read is written and read again the same, as a file and as an index.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto file = forms::readCatalogueFile(bytes)) {
        const auto again = forms::readCatalogueFile(forms::writeCatalogueFile(*file).value());
        if (!again || again->jws != file->jws || again->guides != file->guides)
            std::abort();
    }
    if (const auto catalogue = forms::catalogueFromJson(bytes)) {
        const auto text = forms::catalogueToJson(*catalogue);
        const auto again = forms::catalogueFromJson(text);
        if (!again || forms::catalogueToJson(*again) != text)
            std::abort();
    }
    return 0;
}
