#pragma once
/* papers.conf: what lies in the feeder, how fast it goes and what goes wrong. README.md lists the keys. */
#include <limits.h>
#include <stdbool.h>

enum fault {
    FAULT_NONE,
    FAULT_JAM,
    FAULT_COVER,
    FAULT_EMPTY,
    FAULT_STALL,
    FAULT_HANG,
    FAULT_CANCELHANG,
    FAULT_CRASH,
    FAULT_SHORT,
    FAULT_BUSY,
    FAULT_IO
};

enum printed { PRINTED_AS_READ, PRINTED_ONE_SIDE, PRINTED_BOTH_SIDES };

struct conf {
    char folder[PATH_MAX];
    char state[PATH_MAX]; /* empty: nothing is kept */
    double image_dpi;
    double pages_per_minute; /* 0: unpaced */
    enum printed printed;
    enum fault fault;
    int fault_page;  /* from 1 */
    int fault_times; /* 0: always */
    int fault_percent;
    int fault_ms;
    int open_delay_ms;
    int read_bytes;
    bool lines_unknown;
};

/* Reads papers.conf of the first folder of SANE_CONFIG_DIR that has one. False, with a line on stderr, when
   there is none or a line in it means nothing: a test with a mistyped key must not pass by luck. */
bool conf_read(struct conf* conf);
