#pragma once
/* A decoded page image: 8 bit gray or RGB, rows without padding, top row first. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct picture {
    int width;
    int height;
    int channels; /* 1 or 3 */
    double dpi;
    uint8_t* pixels; /* owned */
};

/* Decodes a P5, P6 (maxval 255) or JPEG file into the asked number of channels. `dpi` is used where the file
   has no density of its own. False when the file cannot be read; the picture is then empty. */
bool picture_load(struct picture* picture, const char* path, int channels, double dpi);

/* An unprinted A4 side. */
bool picture_blank(struct picture* picture, int channels, double dpi);

void picture_free(struct picture* picture);
