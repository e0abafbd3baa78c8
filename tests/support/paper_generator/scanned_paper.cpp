#include "scanned_paper.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <random>

namespace papers_drawn {
namespace {

constexpr std::size_t NoiseLength = 1 << 16;

using Noise = std::array<std::int8_t, NoiseLength>;

Noise makeNoise(std::minstd_rand& random)
{
    Noise noise;
    for (auto& value : noise) {  // four dice make a bell
        const unsigned sum = random() % 7 + random() % 7 + random() % 7 + random() % 7;
        value = static_cast<std::int8_t>(static_cast<int>(sum) - 12);
    }
    return noise;
}

/// Slow clouds of the paper's fibres: a coarse grid of values, blended between.
class Clouds
{
  public:
    explicit Clouds(std::minstd_rand& random)
    {
        for (auto& value : m_grid) {
            value = static_cast<int>(random() % 9) - 4;
        }
    }

    /// In 1/4096 of a step; `x`, `y` in pixels.
    [[nodiscard]] int at(int x, int y) const
    {
        const int column = x >> 6;
        const int line = y >> 6;
        const int right = x & 63;
        const int low = y & 63;
        const int upper = grid(column, line) * (64 - right) + grid(column + 1, line) * right;
        const int lower = grid(column, line + 1) * (64 - right) + grid(column + 1, line + 1) * right;
        return upper * (64 - low) + lower * low;
    }

  private:
    static constexpr int Columns = Sheet::Width / 64 + 2;
    static constexpr int Lines = Sheet::Height / 64 + 2;

    [[nodiscard]] int grid(int column, int line) const
    {
        return m_grid[static_cast<std::size_t>(line * Columns + column)];
    }

    std::array<int, static_cast<std::size_t>(Columns) * Lines> m_grid{};
};

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

/// The sheet on the scanner's light backing, turned, with a shadow at its edge.
Surface layOnGlass(const Sheet& sheet, const Handling& handling)
{
    Surface glass(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Sheet::Width, Sheet::Height),
                  &cairo_surface_destroy);
    cairo_t* cairo = cairo_create(glass.get());
    cairo_set_source_rgb(cairo, 0.80, 0.80, 0.79);
    cairo_paint(cairo);
    cairo_translate(cairo, Sheet::Width / 2.0, Sheet::Height / 2.0);
    cairo_rotate(cairo, handling.degrees * M_PI / 180);
    cairo_translate(cairo, -Sheet::Width / 2.0, -Sheet::Height / 2.0);
    if (handling.cornerCut) {
        cairo_move_to(cairo, 0, 0);
        cairo_line_to(cairo, Sheet::Width * 0.56, 0);
        cairo_line_to(cairo, Sheet::Width, Sheet::Height * 0.33);
        cairo_line_to(cairo, Sheet::Width, Sheet::Height);
        cairo_line_to(cairo, 0, Sheet::Height);
        cairo_clip(cairo);
    }
    cairo_set_source_surface(cairo, sheet.surface(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BILINEAR);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(glass.get());
    return glass;
}

std::uint8_t shade(int value, int lamp)
{
    return static_cast<std::uint8_t>(std::clamp((value * lamp) >> 12, 0, 255));
}

}  // namespace

std::vector<std::uint8_t> scanOf(const Sheet& sheet, const Handling& handling)
{
    std::minstd_rand random(handling.seed);
    const auto noise = makeNoise(random);
    const Clouds clouds(random);
    const auto glass = layOnGlass(sheet, handling);
    const unsigned char* pixels = cairo_image_surface_get_data(glass.get());
    const int stride = cairo_image_surface_get_stride(glass.get());
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(Sheet::Width) * Sheet::Height * 3);
    auto* to = rgb.data();
    for (int y = 0; y < Sheet::Height; ++y) {
        const auto* from =
            reinterpret_cast<const std::uint32_t*>(pixels + static_cast<std::ptrdiff_t>(y) * stride);
        std::size_t dice = random() % NoiseLength;
        for (int x = 0; x < Sheet::Width; ++x) {
            const int lamp = static_cast<int>(handling.light * (4040 - x / 16 - y / 40));
            const int grain = noise[dice] / 3 + clouds.at(x, y) / 10000;
            dice = (dice + 1) % NoiseLength;
            const auto pixel = from[x];
            *to++ = shade(static_cast<int>((pixel >> 16) & 0xFF) + grain, lamp);
            *to++ = shade(static_cast<int>((pixel >> 8) & 0xFF) - 1 + grain, lamp);
            *to++ = shade(static_cast<int>(pixel & 0xFF) - 5 + grain, lamp);
        }
    }
    return rgb;
}

}  // namespace papers_drawn
