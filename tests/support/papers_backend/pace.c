#include "pace.h"

#include <stdbool.h>
#include <time.h>

double pace_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void pace_wait(double time, const atomic_bool* stop)
{
    for (double left = time - pace_now(); left > 0 && !atomic_load(stop); left = time - pace_now()) {
        const double nap = left < 0.01 ? left : 0.01;
        const struct timespec pause = {.tv_sec = 0, .tv_nsec = (long)(nap * 1e9)};
        nanosleep(&pause, NULL);
    }
}

void pace_begin_side(struct pace* pace, const atomic_bool* stop)
{
    if (pace->period <= 0) {
        return;
    }
    const double now = pace_now();
    const double due = pace->start + pace->period;
    if (pace->start <= 0 || now - due > pace->period) {
        pace->start = now;
        return;
    }
    pace_wait(due, stop);
    pace->start = due;
}

void pace_halt(struct pace* pace)
{
    pace->start = 0;
}

void pace_wait_for(const struct pace* pace, size_t bytes, size_t total, const atomic_bool* stop)
{
    if (pace->period > 0) {
        pace_wait(pace->start + pace->period * 0.9 * (double)bytes / (double)total, stop);
    }
}
