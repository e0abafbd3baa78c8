#include "paper_stack.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static int is_picture(const struct dirent* entry)
{
    static const char* const endings[] = {".pgm", ".ppm", ".pnm", ".jpg", ".jpeg"};
    const char* ending = strrchr(entry->d_name, '.');
    for (size_t i = 0; ending != NULL && i < sizeof endings / sizeof endings[0]; ++i) {
        if (strcasecmp(ending, endings[i]) == 0) {
            return 1;
        }
    }
    return 0;
}

static int by_name(const struct dirent** a, const struct dirent** b)
{
    return strcmp((*a)->d_name, (*b)->d_name); /* not alphasort: the locale must not reorder pages */
}

static void load_files(struct paper_stack* stack, const char* folder)
{
    struct dirent** entries = NULL;
    const int found = scandir(folder, &entries, is_picture, by_name);
    if (found <= 0) {
        free(entries);
        return;
    }
    stack->files = calloc((size_t)found, sizeof(char*));
    for (int i = 0; i < found; ++i) {
        char path[PATH_MAX + NAME_MAX + 2];
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        stack->files[stack->count++] = strdup(path);
        free(entries[i]);
    }
    free(entries);
}

void stack_load(struct paper_stack* stack, const struct conf* conf)
{
    *stack = (struct paper_stack){0};
    if (conf->folder[0] != '\0') {
        load_files(stack, conf->folder);
    }
    FILE* file = conf->state[0] != '\0' ? fopen(conf->state, "r") : NULL;
    if (file != NULL) {
        if (fscanf(file, "next %d fired %d", &stack->next, &stack->fired) != 2) {
            stack->next = stack->fired = 0;
        }
        fclose(file);
    }
}

void stack_free(struct paper_stack* stack)
{
    for (int i = 0; i < stack->count; ++i) {
        free(stack->files[i]);
    }
    free(stack->files);
    *stack = (struct paper_stack){0};
}

int stack_sides(const struct paper_stack* stack, const struct conf* conf, bool duplex)
{
    switch (conf->printed) {
    case PRINTED_AS_READ: return stack->count;
    case PRINTED_ONE_SIDE: return duplex ? stack->count * 2 : stack->count;
    case PRINTED_BOTH_SIDES: return duplex ? stack->count : (stack->count + 1) / 2;
    }
    return 0;
}

const char* stack_side(const struct paper_stack* stack, const struct conf* conf, bool duplex, int side)
{
    switch (conf->printed) {
    case PRINTED_AS_READ: return stack->files[side];
    case PRINTED_ONE_SIDE:
        if (!duplex) {
            return stack->files[side];
        }
        return side % 2 == 0 ? stack->files[side / 2] : NULL;
    case PRINTED_BOTH_SIDES: return stack->files[duplex ? side : side * 2];
    }
    return NULL;
}

void stack_keep(const struct paper_stack* stack, const struct conf* conf)
{
    if (conf->state[0] == '\0') {
        return;
    }
    char fresh[PATH_MAX + 8];
    snprintf(fresh, sizeof fresh, "%s.new", conf->state);
    FILE* file = fopen(fresh, "w");
    if (file == NULL) {
        return;
    }
    fprintf(file, "next %d fired %d\n", stack->next, stack->fired);
    if (fclose(file) == 0) {
        rename(fresh, conf->state);
    }
}
