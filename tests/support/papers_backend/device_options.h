#pragma once
/* The device's settings as SANE options. Not thread-safe; one handle, one thread. */
#include <sane/sane.h>
#include <stdbool.h>

enum source { SOURCE_FLATBED, SOURCE_FEEDER, SOURCE_DUPLEX };

enum mode { MODE_LINEART, MODE_GRAY, MODE_COLOR };

struct settings {
    enum source source;
    enum mode mode;
    int resolution;                    /* dpi */
    SANE_Fixed tl_x, tl_y, br_x, br_y; /* mm */
};

void settings_default(struct settings* settings);

const SANE_Option_Descriptor* settings_describe(SANE_Int option);

/* `locked`: a side is being read, nothing may be set. */
SANE_Status settings_control(
    struct settings* settings, SANE_Int option, SANE_Action action, void* value, SANE_Int* info, bool locked);

SANE_Parameters settings_parameters(const struct settings* settings);
