#include "drawings.h"

#include <cmath>

namespace papers_drawn {
namespace {

constexpr double CardWidth = 85.6;
constexpr double CardHeight = 54;

void useTint(cairo_t* cairo, double x, double y, Ink from, Ink to)
{
    cairo_pattern_t* tint = cairo_pattern_create_linear(x, y, x + CardWidth, y + CardHeight);
    cairo_pattern_add_color_stop_rgb(tint, 0, from.red, from.green, from.blue);
    cairo_pattern_add_color_stop_rgb(tint, 1, to.red, to.green, to.blue);
    cairo_set_source(cairo, tint);
    cairo_pattern_destroy(tint);
}

void waves(cairo_t* cairo, double x, double y)
{
    cairo_set_line_width(cairo, 0.08);
    for (int wave = 0; wave < 40; ++wave) {
        cairo_set_source_rgba(cairo, 0.35, 0.55, 0.72, 0.32);
        for (double along = 0; along <= CardWidth; along += 1.2) {
            cairo_line_to(cairo, x + along, y + wave * 1.45 - 2 + 1.6 * std::sin(along / 7 + wave * 0.35));
        }
        cairo_stroke(cairo);
    }
}

/// The card's body with rounded corners; what follows is drawn on it.
void body(Sheet& sheet, double x, double y)
{
    cairo_t* cairo = sheet.cairo();
    sheet.fill({x + 0.5, y + 0.6, CardWidth, CardHeight}, {0.55, 0.55, 0.55, 0.5}, 3.2);
    useTint(cairo, x, y, {0.87, 0.94, 0.97}, {0.96, 0.91, 0.92});
    cairo_new_sub_path(cairo);
    const double r = 3.18;
    cairo_arc(cairo, x + CardWidth - r, y + r, r, -M_PI / 2, 0);
    cairo_arc(cairo, x + CardWidth - r, y + CardHeight - r, r, 0, M_PI / 2);
    cairo_arc(cairo, x + r, y + CardHeight - r, r, M_PI / 2, M_PI);
    cairo_arc(cairo, x + r, y + r, r, M_PI, 3 * M_PI / 2);
    cairo_close_path(cairo);
    cairo_fill_preserve(cairo);
    cairo_save(cairo);
    cairo_clip(cairo);
    waves(cairo, x, y);
    cairo_restore(cairo);
}

void portrait(Sheet& sheet, double x, double y)
{
    cairo_t* cairo = sheet.cairo();
    const Box photo{x, y, 24, 30};
    sheet.fill(photo, {0.97, 0.98, 0.99});
    cairo_save(cairo);
    cairo_rectangle(cairo, photo.x, photo.y, photo.width, photo.height);
    cairo_clip(cairo);
    cairo_set_source_rgb(cairo, 0.27, 0.31, 0.38);  // shoulders
    cairo_arc(cairo, x + 12, y + 33, 11.5, 0, 2 * M_PI);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0.13, 0.12, 0.12);  // hair
    cairo_arc(cairo, x + 12, y + 12, 6.6, 0, 2 * M_PI);
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0.88, 0.74, 0.65);  // face and neck
    cairo_rectangle(cairo, x + 9.8, y + 17, 4.4, 6);
    cairo_fill(cairo);
    cairo_save(cairo);
    cairo_translate(cairo, x + 12, y + 14);
    cairo_scale(cairo, 1, 1.2);
    cairo_arc(cairo, 0, 0, 5.2, 0, 2 * M_PI);
    cairo_fill(cairo);
    cairo_restore(cairo);
    cairo_restore(cairo);
}

void front(Sheet& sheet, double x, double y, const Person& person, const char* address)
{
    body(sheet, x, y);
    const Lettering label{.millimetres = 2.5, .ink = {0.16, 0.38, 0.60}, .font = "Noto Sans CJK SC"};
    const Lettering value{.millimetres = 3.2, .font = "Noto Sans CJK SC Medium"};
    const auto row = [&](double left, double top, const char* name, const std::string& text, double at) {
        sheet.text(x + left, y + top + 0.6, name, label);
        sheet.text(x + at, y + top, text, value);
    };
    row(6, 5.5, "姓名", person.name, 16);
    row(6, 13, "性别", person.sex, 16);
    row(26, 13, "民族", person.nation, 36);
    row(6, 20, "出生", person.year, 16);
    row(26, 20, "年", person.month, 31);
    row(36, 20, "月", person.day, 41);
    sheet.text(x + 47, y + 20.6, "日", label);
    sheet.text(x + 6, y + 27.6, "住址", label);
    Lettering lines = value;
    lines.width = 36;
    lines.lineHeight = 1.5;
    sheet.text(x + 16, y + 27, address, lines);
    sheet.text(x + 6, y + 45.2, "公民身份号码", label);
    sheet.text(x + 29,
               y + 44.3,
               person.number,
               {.millimetres = 4.1, .font = "Noto Sans Mono CJK SC", .spacing = 0.35});
    portrait(sheet, x + 56, y + 8.5);
    sheet.watermark({x, y, CardWidth, CardHeight});
}

void back(Sheet& sheet, double x, double y)
{
    body(sheet, x, y);
    cairo_t* cairo = sheet.cairo();
    cairo_set_source_rgb(cairo, 0.78, 0.20, 0.20);
    cairo_set_line_width(cairo, 0.5);
    cairo_new_path(cairo);
    cairo_arc(cairo, x + 15, y + 15.5, 7.5, 0, 2 * M_PI);
    cairo_stroke(cairo);
    sheet.text(x + 15,
               y + 12.2,
               "样本",
               {.millimetres = 4.2,
                .ink = {0.78, 0.20, 0.20},
                .align = Align::Centre,
                .font = "Noto Sans CJK SC Bold"});
    sheet.text(
        x + 53,
        y + 7.5,
        "中华人民共和国",
        {.millimetres = 4.4, .align = Align::Centre, .font = "Noto Sans CJK SC Medium", .spacing = 1.0});
    sheet.text(
        x + 53,
        y + 15.5,
        "居民身份证",
        {.millimetres = 6.6, .align = Align::Centre, .font = "Noto Sans CJK SC Medium", .spacing = 2.2});
    const Lettering label{.millimetres = 2.6, .ink = {0.16, 0.38, 0.60}, .font = "Noto Sans CJK SC"};
    const Lettering value{.millimetres = 3.0, .font = "Noto Sans CJK SC Medium"};
    sheet.text(x + 20, y + 36.4, "签发机关", label);
    sheet.text(x + 34, y + 36, "测试市公安局测试区分局", value);
    sheet.text(x + 20, y + 44.4, "有效期限", label);
    sheet.text(x + 34, y + 44, "2019.03.01-2039.03.01", value);
    sheet.watermark({x, y, CardWidth, CardHeight});
}

}  // namespace

void drawIdentityCard(Sheet& sheet, const Person& person, const char* address)
{
    front(sheet, 62, 52, person, address);
    back(sheet, 62, 168);
}

void drawIdentityCardFront(Sheet& sheet, const Person& person, const char* address)
{
    front(sheet, 62, 60, person, address);
}

void drawIdentityCardBack(Sheet& sheet)
{
    back(sheet, 62, 60);
}

}  // namespace papers_drawn
