#include "device_options.h"

#include <sane/saneopts.h>

#include <string.h>

enum {
    OPTION_COUNT,
    OPTION_SCAN_GROUP,
    OPTION_SOURCE,
    OPTION_MODE,
    OPTION_RESOLUTION,
    OPTION_AREA_GROUP,
    OPTION_TL_X,
    OPTION_TL_Y,
    OPTION_BR_X,
    OPTION_BR_Y,
    OPTIONS
};

static const SANE_String_Const sources[] = {"Flatbed", "Automatic Document Feeder", "ADF Duplex", NULL};
static const SANE_String_Const modes[] = {SANE_VALUE_SCAN_MODE_LINEART, SANE_VALUE_SCAN_MODE_GRAY, SANE_VALUE_SCAN_MODE_COLOR, NULL};
static const SANE_Range resolutions = {75, 600, 1};
static const SANE_Range widths = {SANE_FIX(0), SANE_FIX(216), 0};
static const SANE_Range heights = {SANE_FIX(0), SANE_FIX(356), 0};

#define WORDS(option_name, option_title, option_desc, list)                                                            \
    {.name = (option_name), .title = (option_title), .desc = (option_desc), .type = SANE_TYPE_STRING,                    \
     .unit = SANE_UNIT_NONE, .size = 32, .cap = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT,                             \
     .constraint_type = SANE_CONSTRAINT_STRING_LIST, .constraint = {.string_list = (list)}}
#define NUMBER(option_name, option_title, option_desc, option_type, option_unit, limits)                                \
    {.name = (option_name), .title = (option_title), .desc = (option_desc), .type = (option_type),                       \
     .unit = (option_unit), .size = sizeof(SANE_Word), .cap = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT,                \
     .constraint_type = SANE_CONSTRAINT_RANGE, .constraint = {.range = &(limits)}}
#define GROUP(group_title) {.name = "", .title = (group_title), .desc = "", .type = SANE_TYPE_GROUP}

static const SANE_Option_Descriptor descriptors[OPTIONS] = {
    [OPTION_COUNT] = {.name = "", .title = SANE_TITLE_NUM_OPTIONS, .desc = SANE_DESC_NUM_OPTIONS, .type = SANE_TYPE_INT, .size = sizeof(SANE_Word), .cap = SANE_CAP_SOFT_DETECT},
    [OPTION_SCAN_GROUP] = GROUP("Scan mode"),
    [OPTION_SOURCE] = WORDS(SANE_NAME_SCAN_SOURCE, SANE_TITLE_SCAN_SOURCE, SANE_DESC_SCAN_SOURCE, sources),
    [OPTION_MODE] = WORDS(SANE_NAME_SCAN_MODE, SANE_TITLE_SCAN_MODE, SANE_DESC_SCAN_MODE, modes),
    [OPTION_RESOLUTION] = NUMBER(SANE_NAME_SCAN_RESOLUTION, SANE_TITLE_SCAN_RESOLUTION, SANE_DESC_SCAN_RESOLUTION, SANE_TYPE_INT, SANE_UNIT_DPI, resolutions),
    [OPTION_AREA_GROUP] = GROUP("Geometry"),
    [OPTION_TL_X] = NUMBER(SANE_NAME_SCAN_TL_X, SANE_TITLE_SCAN_TL_X, SANE_DESC_SCAN_TL_X, SANE_TYPE_FIXED, SANE_UNIT_MM, widths),
    [OPTION_TL_Y] = NUMBER(SANE_NAME_SCAN_TL_Y, SANE_TITLE_SCAN_TL_Y, SANE_DESC_SCAN_TL_Y, SANE_TYPE_FIXED, SANE_UNIT_MM, heights),
    [OPTION_BR_X] = NUMBER(SANE_NAME_SCAN_BR_X, SANE_TITLE_SCAN_BR_X, SANE_DESC_SCAN_BR_X, SANE_TYPE_FIXED, SANE_UNIT_MM, widths),
    [OPTION_BR_Y] = NUMBER(SANE_NAME_SCAN_BR_Y, SANE_TITLE_SCAN_BR_Y, SANE_DESC_SCAN_BR_Y, SANE_TYPE_FIXED, SANE_UNIT_MM, heights),
};

void settings_default(struct settings* settings)
{
    *settings = (struct settings){
        .source = SOURCE_FLATBED, .mode = MODE_GRAY, .resolution = 300, .br_x = SANE_FIX(210), .br_y = SANE_FIX(297)};
}

const SANE_Option_Descriptor* settings_describe(SANE_Int option)
{
    return option >= 0 && option < OPTIONS ? &descriptors[option] : NULL;
}

static SANE_Word* number_of(struct settings* settings, SANE_Int option)
{
    switch (option) {
    case OPTION_RESOLUTION: return &settings->resolution;
    case OPTION_TL_X: return &settings->tl_x;
    case OPTION_TL_Y: return &settings->tl_y;
    case OPTION_BR_X: return &settings->br_x;
    case OPTION_BR_Y: return &settings->br_y;
    default: return NULL;
    }
}

static SANE_Status get_option(struct settings* settings, SANE_Int option, void* value)
{
    if (option == OPTION_COUNT) {
        *(SANE_Word*)value = OPTIONS;
    } else if (option == OPTION_SOURCE) {
        strcpy(value, sources[settings->source]);
    } else if (option == OPTION_MODE) {
        strcpy(value, modes[settings->mode]);
    } else {
        *(SANE_Word*)value = *number_of(settings, option);
    }
    return SANE_STATUS_GOOD;
}

static int place_in(const SANE_String_Const* list, const char* word)
{
    for (int i = 0; list[i] != NULL; ++i) {
        if (strcmp(list[i], word) == 0) {
            return i;
        }
    }
    return -1;
}

static SANE_Status set_word(struct settings* settings, SANE_Int option, const char* word, SANE_Int* info)
{
    const int place = place_in(option == OPTION_SOURCE ? sources : modes, word);
    if (place < 0) {
        return SANE_STATUS_INVAL;
    }
    if (option == OPTION_SOURCE) {
        settings->source = (enum source)place;
    } else {
        settings->mode = (enum mode)place;
        *info |= SANE_INFO_RELOAD_PARAMS;
    }
    return SANE_STATUS_GOOD;
}

static SANE_Status set_number(struct settings* settings, SANE_Int option, SANE_Word* value, SANE_Int* info)
{
    const SANE_Range* limits = descriptors[option].constraint.range;
    const SANE_Word asked = *value;
    const SANE_Word given = asked < limits->min ? limits->min : asked > limits->max ? limits->max : asked;
    *number_of(settings, option) = *value = given;
    *info |= SANE_INFO_RELOAD_PARAMS | (given != asked ? SANE_INFO_INEXACT : 0);
    return SANE_STATUS_GOOD;
}

SANE_Status settings_control(struct settings* settings, SANE_Int option, SANE_Action action, void* value, SANE_Int* info, bool locked)
{
    SANE_Int ignored = 0;
    SANE_Int* told = info != NULL ? info : &ignored;
    *told = 0;
    const SANE_Option_Descriptor* descriptor = settings_describe(option);
    if (descriptor == NULL || descriptor->type == SANE_TYPE_GROUP || value == NULL) {
        return SANE_STATUS_INVAL;
    }
    if (action == SANE_ACTION_GET_VALUE) {
        return get_option(settings, option, value);
    }
    if (action != SANE_ACTION_SET_VALUE || !SANE_OPTION_IS_SETTABLE(descriptor->cap)) {
        return SANE_STATUS_INVAL;
    }
    if (locked) {
        return SANE_STATUS_DEVICE_BUSY;
    }
    return descriptor->type == SANE_TYPE_STRING ? set_word(settings, option, value, told)
                                                : set_number(settings, option, value, told);
}

static int pixels(SANE_Fixed from, SANE_Fixed to, int resolution)
{
    const double length = SANE_UNFIX(to) - SANE_UNFIX(from);
    return length <= 0 ? 0 : (int)(length / 25.4 * resolution + 0.5);
}

SANE_Parameters settings_parameters(const struct settings* settings)
{
    SANE_Parameters parameters = {
        .format = settings->mode == MODE_COLOR ? SANE_FRAME_RGB : SANE_FRAME_GRAY,
        .last_frame = SANE_TRUE,
        .pixels_per_line = pixels(settings->tl_x, settings->br_x, settings->resolution),
        .lines = pixels(settings->tl_y, settings->br_y, settings->resolution),
        .depth = settings->mode == MODE_LINEART ? 1 : 8,
    };
    parameters.bytes_per_line = settings->mode == MODE_LINEART ? (parameters.pixels_per_line + 7) / 8
                                                               : parameters.pixels_per_line * (settings->mode == MODE_COLOR ? 3 : 1);
    return parameters;
}
