#pragma once
/* Rows of the asked area of a picture at the asked resolution: averages when shrinking, blends when enlarging,
   white beside the paper. The picture must outlive the area. */
#include "picture.h"

struct scan_area {
    const struct picture* picture;
    int width;
    int height;
    double left; /* of the area, in picture pixels */
    double top;
    double step;      /* picture pixels for one pixel of the area */
    int* first;       /* per column: first picture column (may lie outside) */
    uint16_t* weight; /* per column: share of the second one in 1/256, when enlarging */
    uint32_t* sums;   /* one row of sums, when shrinking */
};

bool area_make(struct scan_area* area,
               const struct picture* picture,
               int width,
               int height,
               double left,
               double top,
               double step);
void area_free(struct scan_area* area);

/* Writes row y: width * channels bytes. */
void area_row(struct scan_area* area, int y, uint8_t* row);
