#include <kit/pdf_pages.h>

#include <wx/image.h>
#include <wx/mstream.h>

#include <poppler-document.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <memory>

namespace kit {

namespace {

base::Result<std::unique_ptr<poppler::document>> open(std::string_view pdf)
{
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    if (!document || document->is_locked())
        return base::fail(base::ErrorCode::BadInput, "The notice is no PDF that can be shown.");
    return document;
}

std::string encode(const poppler::image& picture)
{
    wxImage image(picture.width(), picture.height(), false);
    auto* target = image.GetData();
    for (int y = 0; y < picture.height(); ++y) {
        const auto* row =
            reinterpret_cast<const unsigned char*>(picture.const_data()) + y * picture.bytes_per_row();
        for (int x = 0; x < picture.width(); ++x, row += 4, target += 3) {
            target[0] = row[2];
            target[1] = row[1];
            target[2] = row[0];
        }
    }
    wxMemoryOutputStream stream;
    image.SaveFile(stream, wxBITMAP_TYPE_PNG);
    std::string bytes(stream.GetSize(), '\0');
    stream.CopyTo(bytes.data(), bytes.size());
    return bytes;
}

}  // namespace

base::Result<std::size_t> countPdfPages(std::string_view pdf)
{
    const auto document = open(pdf);
    if (!document)
        return base::passOn(document);
    return static_cast<std::size_t>((*document)->pages());
}

base::Result<std::string> drawPdfPage(std::string_view pdf, std::size_t page, int dpi)
{
    const auto document = open(pdf);
    if (!document)
        return base::passOn(document);
    const std::unique_ptr<poppler::page> wanted((*document)->create_page(static_cast<int>(page)));
    if (!wanted)
        return base::fail(base::ErrorCode::NotFound,
                          "The notice has no page {page}.",
                          {{"page", std::to_string(page + 1)}});
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
    renderer.set_image_format(poppler::image::format_argb32);
    const auto picture = renderer.render_page(wanted.get(), dpi, dpi);
    if (!picture.is_valid())
        return base::fail(base::ErrorCode::BadInput, "The notice is no PDF that can be shown.");
    return encode(picture);
}

}  // namespace kit
