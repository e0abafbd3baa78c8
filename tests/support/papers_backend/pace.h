#pragma once
/* The paper's own time. Sides follow each other at a fixed period; within one, bytes come evenly during nine
   tenths of it and the rest is the gap between sheets. A program up to one side late is waited for by the
   device's memory and loses nothing; a later one stops the motor. Times are monotonic seconds. */
#include <stdatomic.h>
#include <stddef.h>

struct pace {
    double period; /* of one side; 0: no pace */
    double start;  /* of the side in hand; 0: the motor stands */
};

double pace_now(void);

/* Waits in short naps until `time`, or until `stop` is set. */
void pace_wait(double time, const atomic_bool* stop);

void pace_begin_side(struct pace* pace, const atomic_bool* stop);
void pace_halt(struct pace* pace);

/* Waits until `bytes` of the side's `total` have passed the sensor. */
void pace_wait_for(const struct pace* pace, size_t bytes, size_t total, const atomic_bool* stop);
