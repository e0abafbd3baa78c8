#include "scan_area.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool enlarging(const struct scan_area* area)
{
    return area->step < 0.999;
}

bool area_make(struct scan_area* area, const struct picture* picture, int width, int height, double left, double top, double step)
{
    *area = (struct scan_area){
        .picture = picture, .width = width, .height = height, .left = left, .top = top, .step = step};
    if (fabs(step - 1) < 1e-6) { /* the same resolution is a plain copy */
        area->step = 1;
        area->left = round(left);
        area->top = round(top);
    }
    area->first = malloc(((size_t)width + 1) * sizeof *area->first);
    area->weight = malloc(((size_t)width + 1) * sizeof *area->weight);
    area->sums = malloc((size_t)picture->width * picture->channels * sizeof *area->sums);
    if (area->first == NULL || area->weight == NULL || area->sums == NULL) {
        area_free(area);
        return false;
    }
    for (int x = 0; x <= width; ++x) {
        const double at = area->left + x * area->step + (enlarging(area) ? area->step / 2 - 0.5 : 0);
        area->first[x] = (int)floor(at);
        area->weight[x] = (uint16_t)((at - floor(at)) * 256);
    }
    return true;
}

void area_free(struct scan_area* area)
{
    free(area->first);
    free(area->weight);
    free(area->sums);
    *area = (struct scan_area){0};
}

static const uint8_t* picture_row(const struct picture* picture, int y)
{
    return picture->pixels + (size_t)y * picture->width * picture->channels;
}

static int clamp(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

static void copy_row(const struct scan_area* area, int y, uint8_t* row)
{
    const struct picture* picture = area->picture;
    const int left = (int)area->left;
    const int from = clamp(left, 0, picture->width);
    const int to = clamp(left + area->width, from, picture->width);
    const int channels = picture->channels;
    memcpy(row + (size_t)(from - left) * channels, picture_row(picture, y) + (size_t)from * channels, (size_t)(to - from) * channels);
}

static void blend_row(const struct scan_area* area, double at, uint8_t* row)
{
    const struct picture* picture = area->picture;
    const int channels = picture->channels;
    const int top = (int)floor(at);
    const uint32_t low = (uint32_t)((at - top) * 256);
    const uint8_t* upper = picture_row(picture, clamp(top, 0, picture->height - 1));
    const uint8_t* lower = picture_row(picture, clamp(top + 1, 0, picture->height - 1));
    for (int x = 0; x < area->width; ++x) {
        const int column = area->first[x];
        if (column < -1 || column >= picture->width) {
            continue;
        }
        const int a = clamp(column, 0, picture->width - 1) * channels;
        const int b = clamp(column + 1, 0, picture->width - 1) * channels;
        const uint32_t right = area->weight[x];
        for (int c = 0; c < channels; ++c) {
            const uint32_t over = upper[a + c] * (256 - right) + upper[b + c] * right;
            const uint32_t under = lower[a + c] * (256 - right) + lower[b + c] * right;
            row[x * channels + c] = (uint8_t)((over * (256 - low) + under * low) >> 16);
        }
    }
}

static int add_rows(struct scan_area* area, int top, int bottom)
{
    const struct picture* picture = area->picture;
    const int values = picture->width * picture->channels;
    memset(area->sums, 0, (size_t)values * sizeof *area->sums);
    for (int y = top; y < bottom; ++y) {
        const uint8_t* from = picture_row(picture, y);
        for (int i = 0; i < values; ++i) {
            area->sums[i] += from[i];
        }
    }
    return bottom - top;
}

static void average_row(struct scan_area* area, int y, uint8_t* row)
{
    const struct picture* picture = area->picture;
    const int channels = picture->channels;
    const int top = clamp((int)floor(area->top + y * area->step), 0, picture->height);
    const int bottom = clamp((int)floor(area->top + (y + 1) * area->step), 0, picture->height);
    const int rows = add_rows(area, top, bottom);
    for (int x = 0; rows > 0 && x < area->width; ++x) {
        const int from = clamp(area->first[x], 0, picture->width);
        const int to = clamp(area->first[x + 1], 0, picture->width);
        for (int c = 0; to > from && c < channels; ++c) {
            uint64_t sum = 0;
            for (int i = from; i < to; ++i) {
                sum += area->sums[i * channels + c];
            }
            row[x * channels + c] = (uint8_t)(sum / (uint64_t)((to - from) * rows));
        }
    }
}

void area_row(struct scan_area* area, int y, uint8_t* row)
{
    memset(row, 255, (size_t)area->width * area->picture->channels);
    const double at = area->top + y * area->step + (enlarging(area) ? area->step / 2 - 0.5 : 0);
    if (at < -1 || at >= area->picture->height) {
        return;
    }
    if (enlarging(area)) {
        blend_row(area, at, row);
    } else if (area->step == 1) {
        if (at >= 0) copy_row(area, (int)at, row);
    } else {
        average_row(area, y, row);
    }
}
