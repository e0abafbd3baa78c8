#pragma once
/* The sheets in the feeder: which side comes next, and what it is a picture of. */
#include "conf_file.h"

struct paper_stack {
    char** files; /* owned; sorted by name */
    int count;
    int next;  /* sides read since loading */
    int fired; /* how often the fault struck */
};

void stack_load(struct paper_stack* stack, const struct conf* conf);
void stack_free(struct paper_stack* stack);

/* How many sides the stack has for that source. */
int stack_sides(const struct paper_stack* stack, const struct conf* conf, bool duplex);

/* The file of a side; NULL for the blank back of a sheet printed on one side. */
const char* stack_side(const struct paper_stack* stack, const struct conf* conf, bool duplex, int side);

/* Writes position and fault count to the state file, if one is asked for; whole or not at all. */
void stack_keep(const struct paper_stack* stack, const struct conf* conf);
