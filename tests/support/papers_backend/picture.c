#include "picture.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

enum { MOST_PIXELS = 40000 };

static bool make_room(struct picture* picture)
{
    if (picture->width < 1 || picture->height < 1 || picture->width > MOST_PIXELS || picture->height > MOST_PIXELS) {
        return false;
    }
    picture->pixels = malloc((size_t)picture->width * picture->height * picture->channels);
    return picture->pixels != NULL;
}

static int read_number(FILE* file)
{
    int c = getc(file);
    while (c == '#' || isspace(c)) {
        if (c == '#') {
            while (c != '\n' && c != EOF) {
                c = getc(file);
            }
        }
        c = getc(file);
    }
    int number = 0;
    for (; isdigit(c) && number < MOST_PIXELS * 10; c = getc(file)) {
        number = number * 10 + (c - '0');
    }
    return number;
}

static void convert_row(const uint8_t* from, int from_channels, uint8_t* to, int to_channels, int width)
{
    if (from_channels == to_channels) {
        memcpy(to, from, (size_t)width * to_channels);
        return;
    }
    for (int x = 0; x < width; ++x) {
        if (to_channels == 3) {
            to[3 * x] = to[3 * x + 1] = to[3 * x + 2] = from[x];
        } else {
            to[x] = (uint8_t)((77 * from[3 * x] + 150 * from[3 * x + 1] + 29 * from[3 * x + 2]) >> 8);
        }
    }
}

static bool load_pnm(struct picture* picture, FILE* file, int file_channels)
{
    picture->width = read_number(file);
    picture->height = read_number(file);
    if (read_number(file) != 255 || !make_room(picture)) {
        return false;
    }
    const size_t row = (size_t)picture->width * file_channels;
    uint8_t* line = malloc(row);
    bool whole = line != NULL;
    for (int y = 0; whole && y < picture->height; ++y) {
        whole = fread(line, 1, row, file) == row;
        uint8_t* to = picture->pixels + (size_t)y * picture->width * picture->channels;
        convert_row(line, file_channels, to, picture->channels, picture->width);
    }
    free(line);
    return whole;
}

struct jpeg_trouble {
    struct jpeg_error_mgr manager;
    jmp_buf way_out;
};

static void leave(j_common_ptr jpeg)
{
    longjmp(((struct jpeg_trouble*)jpeg->err)->way_out, 1);
}

static void set_density(struct picture* picture, const struct jpeg_decompress_struct* jpeg)
{
    if (jpeg->saw_JFIF_marker && jpeg->density_unit == 1 && jpeg->X_density > 1) {
        picture->dpi = jpeg->X_density;
    } else if (jpeg->saw_JFIF_marker && jpeg->density_unit == 2 && jpeg->X_density > 1) {
        picture->dpi = jpeg->X_density * 2.54;
    }
}

static bool load_jpeg(struct picture* picture, FILE* file)
{
    struct jpeg_decompress_struct jpeg;
    struct jpeg_trouble trouble;
    jpeg.err = jpeg_std_error(&trouble.manager);
    trouble.manager.error_exit = leave;
    if (setjmp(trouble.way_out)) {
        jpeg_destroy_decompress(&jpeg);
        return false;
    }
    jpeg_create_decompress(&jpeg);
    jpeg_stdio_src(&jpeg, file);
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space = picture->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    picture->width = (int)jpeg.image_width;
    picture->height = (int)jpeg.image_height;
    set_density(picture, &jpeg);
    if (!make_room(picture)) {
        jpeg_destroy_decompress(&jpeg);
        return false;
    }
    jpeg_start_decompress(&jpeg);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = picture->pixels + (size_t)jpeg.output_scanline * picture->width * picture->channels;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    return true;
}

bool picture_load(struct picture* picture, const char* path, int channels, double dpi)
{
    *picture = (struct picture){.channels = channels, .dpi = dpi};
    FILE* file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    uint8_t magic[2] = {0, 0};
    bool loaded = fread(magic, 1, 2, file) == 2;
    if (loaded && magic[0] == 'P' && (magic[1] == '5' || magic[1] == '6')) {
        loaded = load_pnm(picture, file, magic[1] == '5' ? 1 : 3);
    } else if (loaded && magic[0] == 0xFF && magic[1] == 0xD8) {
        rewind(file);
        loaded = load_jpeg(picture, file);
    } else {
        loaded = false;
    }
    fclose(file);
    if (!loaded) {
        picture_free(picture);
    }
    return loaded;
}

bool picture_blank(struct picture* picture, int channels, double dpi)
{
    *picture = (struct picture){.channels = channels, .dpi = dpi};
    picture->width = (int)(210 / 25.4 * dpi + 0.5);
    picture->height = (int)(297 / 25.4 * dpi + 0.5);
    if (!make_room(picture)) {
        return false;
    }
    memset(picture->pixels, 250, (size_t)picture->width * picture->height * channels);
    return true;
}

void picture_free(struct picture* picture)
{
    free(picture->pixels);
    *picture = (struct picture){0};
}
