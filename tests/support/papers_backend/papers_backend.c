/* SANE's entry points. One handle is used by one thread; only sane_cancel may come from another. */
#include "conf_file.h"
#include "device_options.h"
#include "pace.h"
#include "paper_stack.h"
#include "picture.h"
#include "scan_area.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXPORTED __attribute__((visibility("default")))

struct feeder {
    struct conf conf;
    struct paper_stack stack;
    struct settings settings;
    SANE_Parameters parameters; /* of the side in hand */
    struct picture picture;
    struct scan_area area;
    struct pace pace;
    uint8_t* gray; /* a row before it becomes lineart */
    uint8_t* row;
    size_t row_used; /* bytes of `row` already given */
    size_t sent;
    size_t total;
    bool reading;
    bool faulty; /* the fault waits within this side */
    atomic_bool cancelled;
    atomic_bool cancel_hangs;
};

static const SANE_Device device = {"feeder", "Papers", "A4 feeder", "sheetfed scanner"};
static const SANE_Device* const devices[] = {&device, NULL};

static void sleep_for_ever(void)
{
    for (;;) {
        pause();
    }
}

static bool fault_due(const struct feeder* feeder)
{
    const struct conf* conf = &feeder->conf;
    return conf->fault != FAULT_NONE && feeder->stack.next + 1 == conf->fault_page &&
           (conf->fault_times == 0 || feeder->stack.fired < conf->fault_times);
}

static void note_fault(struct feeder* feeder)
{
    ++feeder->stack.fired;
    stack_keep(&feeder->stack, &feeder->conf);
}

static void stop_side(struct feeder* feeder)
{
    feeder->reading = false;
    feeder->faulty = false;
    area_free(&feeder->area);
    picture_free(&feeder->picture);
}

/* What sane_start answers because of a fault; GOOD when the side begins all the same. */
static SANE_Status fault_at_start(struct feeder* feeder)
{
    if (!fault_due(feeder)) {
        return SANE_STATUS_GOOD;
    }
    switch (feeder->conf.fault) {
    case FAULT_COVER: note_fault(feeder); return SANE_STATUS_COVER_OPEN;
    case FAULT_EMPTY: note_fault(feeder); return SANE_STATUS_NO_DOCS;
    case FAULT_BUSY: note_fault(feeder); return SANE_STATUS_DEVICE_BUSY;
    case FAULT_CANCELHANG:
        note_fault(feeder);
        atomic_store(&feeder->cancel_hangs, true);
        return SANE_STATUS_GOOD;
    case FAULT_JAM:
    case FAULT_STALL:
    case FAULT_HANG:
    case FAULT_CRASH:
    case FAULT_SHORT:
    case FAULT_IO: feeder->faulty = true; return SANE_STATUS_GOOD;
    case FAULT_NONE: break;
    }
    return SANE_STATUS_GOOD;
}

/* What sane_read answers when the side has come to its fault. */
static SANE_Status fault_within(struct feeder* feeder)
{
    feeder->faulty = false;
    note_fault(feeder);
    switch (feeder->conf.fault) {
    case FAULT_JAM: stop_side(feeder); return SANE_STATUS_JAMMED;
    case FAULT_IO: stop_side(feeder); return SANE_STATUS_IO_ERROR;
    case FAULT_SHORT:
        ++feeder->stack.next;
        stack_keep(&feeder->stack, &feeder->conf);
        stop_side(feeder);
        return SANE_STATUS_EOF;
    case FAULT_STALL:
        pace_wait(pace_now() + feeder->conf.fault_ms * 1e-3, &feeder->cancelled);
        return SANE_STATUS_GOOD;
    case FAULT_CRASH:
        signal(SIGSEGV, SIG_DFL);
        raise(SIGSEGV);
        return SANE_STATUS_IO_ERROR;
    case FAULT_HANG: sleep_for_ever(); break;
    case FAULT_NONE:
    case FAULT_COVER:
    case FAULT_EMPTY:
    case FAULT_BUSY:
    case FAULT_CANCELHANG: break;
    }
    return SANE_STATUS_GOOD;
}

/* Reloads the stack behind the NO_DOCS it reports; the glass simply shows the first image again. */
static SANE_Status pull_sheet(struct feeder* feeder)
{
    const bool glass = feeder->settings.source == SOURCE_FLATBED;
    const int sides = stack_sides(&feeder->stack, &feeder->conf, feeder->settings.source == SOURCE_DUPLEX);
    if (feeder->stack.next >= sides) {
        feeder->stack.next = 0;
        stack_keep(&feeder->stack, &feeder->conf);
        if (!glass || sides == 0) {
            return SANE_STATUS_NO_DOCS;
        }
    }
    return SANE_STATUS_GOOD;
}

static bool make_area(struct feeder* feeder)
{
    const struct settings* settings = &feeder->settings;
    const bool duplex = settings->source == SOURCE_DUPLEX;
    const int channels = settings->mode == MODE_COLOR ? 3 : 1;
    const char* file = stack_side(&feeder->stack, &feeder->conf, duplex, feeder->stack.next);
    const bool decoded = file != NULL ? picture_load(&feeder->picture, file, channels, feeder->conf.image_dpi)
                                      : picture_blank(&feeder->picture, channels, feeder->conf.image_dpi);
    if (!decoded) {
        fprintf(stderr, "papers: cannot read the image of side %d\n", feeder->stack.next + 1);
        return false;
    }
    const double dots = feeder->picture.dpi / 25.4;
    const SANE_Parameters* parameters = &feeder->parameters;
    return area_make(&feeder->area, &feeder->picture, parameters->pixels_per_line, parameters->lines,
                     SANE_UNFIX(settings->tl_x) * dots, SANE_UNFIX(settings->tl_y) * dots,
                     feeder->picture.dpi / settings->resolution);
}

static bool make_rows(struct feeder* feeder)
{
    const SANE_Parameters* parameters = &feeder->parameters;
    free(feeder->gray);
    free(feeder->row);
    feeder->gray = malloc((size_t)parameters->pixels_per_line);
    feeder->row = malloc((size_t)parameters->bytes_per_line);
    feeder->row_used = (size_t)parameters->bytes_per_line;
    feeder->sent = 0;
    feeder->total = (size_t)parameters->bytes_per_line * (size_t)parameters->lines;
    return feeder->gray != NULL && feeder->row != NULL;
}

static void make_row(struct feeder* feeder)
{
    const SANE_Parameters* parameters = &feeder->parameters;
    const int y = (int)(feeder->sent / (size_t)parameters->bytes_per_line);
    feeder->row_used = 0;
    if (parameters->depth == 8) {
        area_row(&feeder->area, y, feeder->row);
        return;
    }
    area_row(&feeder->area, y, feeder->gray);
    memset(feeder->row, 0, (size_t)parameters->bytes_per_line);
    for (int x = 0; x < parameters->pixels_per_line; ++x) {
        if (feeder->gray[x] < 128) {
            feeder->row[x / 8] |= (uint8_t)(0x80 >> (x % 8));
        }
    }
}

static size_t give_rows(struct feeder* feeder, SANE_Byte* data, size_t wanted)
{
    size_t given = 0;
    while (given < wanted) {
        const size_t row_bytes = (size_t)feeder->parameters.bytes_per_line;
        if (feeder->row_used == row_bytes) {
            make_row(feeder);
        }
        const size_t left = row_bytes - feeder->row_used;
        const size_t part = left < wanted - given ? left : wanted - given;
        memcpy(data + given, feeder->row + feeder->row_used, part);
        feeder->row_used += part;
        feeder->sent += part;
        given += part;
    }
    return given;
}

EXPORTED SANE_Status sane_papers_init(SANE_Int* version, SANE_Auth_Callback authorize);
EXPORTED void sane_papers_exit(void);
EXPORTED SANE_Status sane_papers_get_devices(const SANE_Device*** list, SANE_Bool local_only);
EXPORTED SANE_Status sane_papers_open(SANE_String_Const name, SANE_Handle* handle);
EXPORTED void sane_papers_close(SANE_Handle handle);
EXPORTED const SANE_Option_Descriptor* sane_papers_get_option_descriptor(SANE_Handle handle, SANE_Int option);
EXPORTED SANE_Status sane_papers_control_option(SANE_Handle handle, SANE_Int option, SANE_Action action, void* value, SANE_Int* info);
EXPORTED SANE_Status sane_papers_get_parameters(SANE_Handle handle, SANE_Parameters* parameters);
EXPORTED SANE_Status sane_papers_start(SANE_Handle handle);
EXPORTED SANE_Status sane_papers_read(SANE_Handle handle, SANE_Byte* data, SANE_Int most, SANE_Int* length);
EXPORTED void sane_papers_cancel(SANE_Handle handle);
EXPORTED SANE_Status sane_papers_set_io_mode(SANE_Handle handle, SANE_Bool non_blocking);
EXPORTED SANE_Status sane_papers_get_select_fd(SANE_Handle handle, SANE_Int* fd);

SANE_Status sane_papers_init(SANE_Int* version, SANE_Auth_Callback authorize)
{
    (void)authorize;
    if (version != NULL) {
        *version = SANE_VERSION_CODE(SANE_CURRENT_MAJOR, 0, 1);
    }
    return SANE_STATUS_GOOD;
}

void sane_papers_exit(void) {}

SANE_Status sane_papers_get_devices(const SANE_Device*** list, SANE_Bool local_only)
{
    (void)local_only;
    *list = (const SANE_Device**)devices;
    return SANE_STATUS_GOOD;
}

SANE_Status sane_papers_open(SANE_String_Const name, SANE_Handle* handle)
{
    if (name == NULL || (*name != '\0' && strcmp(name, device.name) != 0)) {
        return SANE_STATUS_INVAL;
    }
    struct feeder* feeder = calloc(1, sizeof *feeder);
    if (feeder == NULL) {
        return SANE_STATUS_NO_MEM;
    }
    if (!conf_read(&feeder->conf)) {
        free(feeder);
        return SANE_STATUS_INVAL;
    }
    pace_wait(pace_now() + feeder->conf.open_delay_ms * 1e-3, &feeder->cancelled);
    stack_load(&feeder->stack, &feeder->conf);
    settings_default(&feeder->settings);
    feeder->pace.period = feeder->conf.pages_per_minute > 0 ? 60 / feeder->conf.pages_per_minute : 0;
    *handle = feeder;
    return SANE_STATUS_GOOD;
}

void sane_papers_close(SANE_Handle handle)
{
    struct feeder* feeder = handle;
    stop_side(feeder);
    stack_free(&feeder->stack);
    free(feeder->gray);
    free(feeder->row);
    free(feeder);
}

const SANE_Option_Descriptor* sane_papers_get_option_descriptor(SANE_Handle handle, SANE_Int option)
{
    (void)handle;
    return settings_describe(option);
}

SANE_Status sane_papers_control_option(SANE_Handle handle, SANE_Int option, SANE_Action action, void* value, SANE_Int* info)
{
    struct feeder* feeder = handle;
    return settings_control(&feeder->settings, option, action, value, info,
                            feeder->reading && !atomic_load(&feeder->cancelled));
}

SANE_Status sane_papers_get_parameters(SANE_Handle handle, SANE_Parameters* parameters)
{
    const struct feeder* feeder = handle;
    *parameters = feeder->reading ? feeder->parameters : settings_parameters(&feeder->settings);
    if (feeder->conf.lines_unknown) {
        parameters->lines = -1;
    }
    return SANE_STATUS_GOOD;
}

SANE_Status sane_papers_start(SANE_Handle handle)
{
    struct feeder* feeder = handle;
    if (atomic_exchange(&feeder->cancelled, false)) {
        stop_side(feeder);
        pace_halt(&feeder->pace);
    }
    if (feeder->reading) {
        return SANE_STATUS_DEVICE_BUSY;
    }
    feeder->parameters = settings_parameters(&feeder->settings);
    if (feeder->parameters.pixels_per_line < 1 || feeder->parameters.lines < 1) {
        return SANE_STATUS_INVAL;
    }
    SANE_Status status = pull_sheet(feeder);
    if (status == SANE_STATUS_GOOD) {
        status = fault_at_start(feeder);
    }
    if (status != SANE_STATUS_GOOD) {
        pace_halt(&feeder->pace);
        return status;
    }
    pace_begin_side(&feeder->pace, &feeder->cancelled);
    if (!make_area(feeder) || !make_rows(feeder)) {
        stop_side(feeder);
        return SANE_STATUS_IO_ERROR;
    }
    feeder->reading = true;
    return SANE_STATUS_GOOD;
}

SANE_Status sane_papers_read(SANE_Handle handle, SANE_Byte* data, SANE_Int most, SANE_Int* length)
{
    struct feeder* feeder = handle;
    *length = 0;
    if (atomic_load(&feeder->cancelled)) {
        stop_side(feeder);
        return SANE_STATUS_CANCELLED;
    }
    if (!feeder->reading) {
        return SANE_STATUS_EOF;
    }
    const size_t fault_at = feeder->total / 100 * (size_t)feeder->conf.fault_percent;
    if (feeder->faulty && feeder->sent >= fault_at) {
        const SANE_Status status = fault_within(feeder);
        if (status != SANE_STATUS_GOOD) {
            return status;
        }
    }
    if (feeder->sent == feeder->total) {
        ++feeder->stack.next;
        stack_keep(&feeder->stack, &feeder->conf);
        stop_side(feeder);
        return SANE_STATUS_EOF;
    }
    const size_t end = feeder->faulty ? fault_at : feeder->total;
    size_t wanted = (size_t)(most < feeder->conf.read_bytes ? most : feeder->conf.read_bytes);
    wanted = wanted < end - feeder->sent ? wanted : end - feeder->sent;
    pace_wait_for(&feeder->pace, feeder->sent + wanted, feeder->total, &feeder->cancelled);
    if (atomic_load(&feeder->cancelled)) {
        stop_side(feeder);
        return SANE_STATUS_CANCELLED;
    }
    *length = (SANE_Int)give_rows(feeder, data, wanted);
    return SANE_STATUS_GOOD;
}

void sane_papers_cancel(SANE_Handle handle)
{
    struct feeder* feeder = handle;
    if (atomic_load(&feeder->cancel_hangs)) {
        sleep_for_ever();
    }
    atomic_store(&feeder->cancelled, true);
}

SANE_Status sane_papers_set_io_mode(SANE_Handle handle, SANE_Bool non_blocking)
{
    (void)handle;
    return non_blocking ? SANE_STATUS_UNSUPPORTED : SANE_STATUS_GOOD;
}

SANE_Status sane_papers_get_select_fd(SANE_Handle handle, SANE_Int* fd)
{
    (void)handle;
    (void)fd;
    return SANE_STATUS_UNSUPPORTED;
}
