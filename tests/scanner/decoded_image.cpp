#include "decoded_image.h"

#include "temp_folder.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>
#include <tiffio.h>

namespace scanner_tests {

namespace {

struct Jump {
    jpeg_error_mgr manager{};
    std::jmp_buf back{};
};

[[noreturn]] void jumpBack(j_common_ptr codec)
{
    std::longjmp(reinterpret_cast<Jump*>(codec->err)->back, 1);
}

}  // namespace

DecodedImage decodeJpeg(const std::string& bytes)
{
    static DecodedImage image;
    image = {};
    jpeg_decompress_struct codec{};
    Jump jump;
    codec.err = jpeg_std_error(&jump.manager);
    jump.manager.error_exit = jumpBack;
    if (setjmp(jump.back) != 0) {
        jpeg_destroy_decompress(&codec);
        return {};
    }
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&codec, TRUE);
    jpeg_start_decompress(&codec);
    image.width = codec.output_width;
    image.height = codec.output_height;
    image.channels = codec.output_components;
    image.dpiX = codec.density_unit == 1 ? codec.X_density : 0;
    image.dpiY = codec.density_unit == 1 ? codec.Y_density : 0;
    const auto row = std::size_t{image.width} * static_cast<std::size_t>(image.channels);
    image.samples.resize(row * image.height);
    while (codec.output_scanline < codec.output_height) {
        JSAMPROW at = image.samples.data() + row * codec.output_scanline;
        jpeg_read_scanlines(&codec, &at, 1);
    }
    jpeg_finish_decompress(&codec);
    if (jump.manager.num_warnings != 0)
        image = {};
    jpeg_destroy_decompress(&codec);
    return image;
}

DecodedImage decodeTiff(const std::string& bytes)
{
    TempFolder folder;
    folder.write("page.tif", bytes);
    TIFF* tiff = TIFFOpen((folder.path() / "page.tif").c_str(), "r");
    if (tiff == nullptr)
        return {};
    DecodedImage image;
    std::uint16_t compression = 0;
    std::uint16_t photometric = 0;
    float dpiX = 0;
    float dpiY = 0;
    TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &image.width);
    TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &image.height);
    TIFFGetField(tiff, TIFFTAG_COMPRESSION, &compression);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &dpiX);
    TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &dpiY);
    image.channels = 1;
    image.compression = compression;
    image.dpiX = dpiX;
    image.dpiY = dpiY;
    std::vector<std::uint8_t> row(static_cast<std::size_t>(TIFFScanlineSize(tiff)));
    for (std::uint32_t y = 0; y < image.height; ++y) {
        if (TIFFReadScanline(tiff, row.data(), y, 0) != 1) {
            TIFFClose(tiff);
            return {};
        }
        for (std::uint32_t x = 0; x < image.width; ++x) {
            const bool bit = ((row[x / 8] >> (7 - x % 8)) & 1) != 0;
            const bool isBlack = photometric == PHOTOMETRIC_MINISWHITE ? bit : !bit;
            image.samples.push_back(isBlack ? 0 : 255);
        }
    }
    TIFFClose(tiff);
    return image;
}

}  // namespace scanner_tests
