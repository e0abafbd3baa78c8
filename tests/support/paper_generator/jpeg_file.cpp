#include "jpeg_file.h"

#include <cstdio>
#include <memory>
#include <stdexcept>

#include <jpeglib.h>

namespace papers_drawn {

void writeJpeg(const std::filesystem::path& path, const std::vector<std::uint8_t>& rgb, int width, int height)
{
    const std::unique_ptr<std::FILE, decltype(&std::fclose)> file(std::fopen(path.c_str(), "wb"),
                                                                  &std::fclose);
    if (!file) {
        throw std::runtime_error("cannot write " + path.string());
    }
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr trouble{};
    jpeg.err = jpeg_std_error(&trouble);  // ends the program, which is right for a drawing tool
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, file.get());
    jpeg.image_width = static_cast<JDIMENSION>(width);
    jpeg.image_height = static_cast<JDIMENSION>(height);
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 90, TRUE);
    jpeg.density_unit = 1;
    jpeg.X_density = jpeg.Y_density = 300;
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        const std::size_t at = static_cast<std::size_t>(jpeg.next_scanline) * jpeg.image_width * 3;
        auto* row = const_cast<JSAMPROW>(rgb.data() + at);  // libjpeg only reads it
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
}

}  // namespace papers_drawn
