#include <forms/catalogue.h>
#include <forms/catalogue_file.h>

#include <cstdint>
#include <cstdlib>
#include <vector>

namespace {

struct Content {
    std::string jws;
    std::vector<std::string> guides;

    bool operator==(const Content&) const = default;
};

std::optional<Content> read(std::string_view bytes)
{
    auto reader = forms::CatalogueReader::open(forms::CatalogueBytes::of(bytes));
    if (!reader)
        return std::nullopt;
    Content content{reader->jws(), {}};
    for (;;) {
        auto guide = reader->next();
        if (!guide)
            return std::nullopt;
        if (!*guide)
            return content;
        content.guides.push_back(std::move((*guide)->bytes));
    }
}

std::string written(const Content& content)
{
    std::string bytes;
    auto writer = forms::CatalogueWriter::open(
                      [&bytes](std::string_view piece) {
                          bytes += piece;
                          return true;
                      },
                      content.jws)
                      .value();
    for (const auto& guide : content.guides)
        if (!writer.add(guide))
            std::abort();
    if (!writer.finish())
        std::abort();
    return bytes;
}

}  // namespace

/// What is read is written and read again the same, as a file and as an index.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto content = read(bytes); content && read(written(*content)) != content)
        std::abort();
    if (const auto catalogue = forms::catalogueFromJson(bytes)) {
        const auto text = forms::catalogueToJson(*catalogue);
        const auto again = forms::catalogueFromJson(text);
        if (!again || forms::catalogueToJson(*again) != text)
            std::abort();
    }
    return 0;
}
