#include <scanner/image_header.h>

#include "jpeg_header.h"
#include "tiff_header.h"

#include <string>

namespace scanner {

using base::ErrorCode;
using base::fail;

namespace {

constexpr std::uint32_t LargestSide = 65'535;
constexpr std::string_view Png("\x89PNG\r\n\x1a\n", 8);
constexpr std::string_view Pdf("%PDF-", 5);

base::Result<ImageHeader> checked(ImageHeader header, bool isWhole, std::string_view name)
{
    if (!isWhole)
        return fail(ErrorCode::BadInput,
                    "The image {file} is cut off: copy it again from where it came.",
                    {{"file", std::string(name)}});
    if (header.width == 0 || header.height == 0 || header.width > LargestSide || header.height > LargestSide)
        return fail(ErrorCode::BadInput,
                    "The image {file} has no usable size: at most 65535 pixels each way are possible.",
                    {{"file", std::string(name)}});
    return header;
}

tl::unexpected<base::Error> whatItIs(std::string_view bytes, std::string_view name)
{
    const std::vector<base::Argument> where{{"file", std::string(name)}};
    if (bytes.empty())
        return fail(ErrorCode::BadInput, "The file {file} is empty.", where);
    if (bytes.starts_with(Png))
        return fail(ErrorCode::BadInput, "The file {file} is a PNG image: save it as JPEG or TIFF.", where);
    if (bytes.starts_with(Pdf))
        return fail(
            ErrorCode::BadInput,
            "The file {file} is a PDF document: print it and scan the paper, or save its pages as JPEG.",
            where);
    return fail(ErrorCode::BadInput, "The file {file} is not a JPEG or TIFF image.", where);
}

}  // namespace

base::Result<ImageHeader> readImageHeader(std::string_view bytes, std::string_view name)
{
    if (const auto jpeg = readJpegHeader(bytes))
        return checked({ImageType::Jpeg, jpeg->width, jpeg->height, jpeg->dpi}, jpeg->isWhole, name);
    const auto tiff = readTiffHeader(bytes);
    if (!tiff)
        return whatItIs(bytes, name);
    if (tiff->hasMoreImages)
        return fail(ErrorCode::BadInput,
                    "The file {file} holds several images: save each page as a file of its own.",
                    {{"file", std::string(name)}});
    return checked({ImageType::Tiff, tiff->width, tiff->height, tiff->dpi}, tiff->isWhole, name);
}

}  // namespace scanner
