#include <kit/page_image.h>

#include <wx/log.h>
#include <wx/mstream.h>

#include <algorithm>

namespace kit {
namespace {

constexpr int MostReduced = 8;
constexpr int MostPixelsAcross = 65000;

int byteAt(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : -1;
}

int wordAt(std::string_view bytes, std::size_t at)
{
    return byteAt(bytes, at) * 256 + byteAt(bytes, at + 1);
}

/// Goes from marker to marker up to the frame header, which is the only one that tells the size.
wxSize jpegSize(std::string_view bytes)
{
    std::size_t at = 2;
    while (at + 9 < bytes.size() && byteAt(bytes, at) == 0xFF) {
        const int marker = byteAt(bytes, at + 1);
        const bool isFrame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame) {
            return {wordAt(bytes, at + 7), wordAt(bytes, at + 5)};
        }
        at += marker == 0xFF ? 1 : 2 + static_cast<std::size_t>(wordAt(bytes, at + 2));
    }
    return {0, 0};
}

int reductionFor(const wxSize& full, int wantedWidth)
{
    int reduction = 1;
    while (wantedWidth > 0 && reduction < MostReduced && full.x / (reduction * 2) >= wantedWidth) {
        reduction *= 2;
    }
    return reduction;
}

}  // namespace

wxSize readPageSize(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xD8")) {
        return jpegSize(bytes);
    }
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) {
        return {wordAt(bytes, 18), wordAt(bytes, 22)};
    }
    return {0, 0};
}

base::Result<DecodedPage> decodePage(std::string_view bytes, int wantedWidth)
{
    const wxLogNull quiet;  // what is wrong is told by the result
    DecodedPage page{wxImage(), readPageSize(bytes)};
    const int reduction = reductionFor(page.full, wantedWidth);
    if (reduction > 1) {
        page.pixels.SetOption(wxIMAGE_OPTION_MAX_WIDTH, page.full.x / reduction + 1);
    }
    wxMemoryInputStream stream(bytes.data(), bytes.size());
    if (!page.pixels.LoadFile(stream) || page.pixels.GetWidth() > MostPixelsAcross) {
        return base::fail(base::ErrorCode::BadInput,
                          "This page is no image the program can show. Scan it again.");
    }
    if (page.full.x == 0) {
        page.full = page.pixels.GetSize();
    }
    const int late =
        reductionFor(page.pixels.GetSize(), wantedWidth);  // formats that cannot be read at a part
    if (late > 1) {
        page.pixels = page.pixels.ShrinkBy(late, late);
    }
    return page;
}

}  // namespace kit
