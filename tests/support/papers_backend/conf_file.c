#include "conf_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char* const fault_names[] = {
    "none", "jam", "cover", "empty", "stall", "hang", "cancelhang", "crash", "short", "busy", "io"};
static const char* const printed_names[] = {"as-read", "one-side", "both-sides"};
static const char* const lines_names[] = {"known", "unknown"};

#define COUNT(names) ((int)(sizeof(names) / sizeof((names)[0])))

static int index_of(const char* word, const char* const* names, int count)
{
    for (int i = 0; i < count; ++i) {
        if (strcmp(word, names[i]) == 0) {
            return i;
        }
    }
    return -1;
}

static bool set_path(char* place, const char* base, const char* value)
{
    const int length = value[0] == '/' ? snprintf(place, PATH_MAX, "%s", value)
                                       : snprintf(place, PATH_MAX, "%s/%s", base, value);
    return length < PATH_MAX;
}

static bool set_int(int* place, const char* value, int least, int most)
{
    char* end = NULL;
    const long number = strtol(value, &end, 10);
    if (end == value || *end != '\0' || number < least || number > most) {
        return false;
    }
    *place = (int)number;
    return true;
}

static bool set_double(double* place, const char* value, double least, double most)
{
    char* end = NULL;
    const double number = strtod(value, &end);
    if (end == value || *end != '\0' || !(number >= least && number <= most)) {
        return false;
    }
    *place = number;
    return true;
}

static bool set_fault(struct conf* conf, const char* value)
{
    const int found = index_of(value, fault_names, COUNT(fault_names));
    conf->fault = found < 0 ? FAULT_NONE : (enum fault)found;
    return found >= 0;
}

static bool set_printed(struct conf* conf, const char* value)
{
    const int found = index_of(value, printed_names, COUNT(printed_names));
    conf->printed = found < 0 ? PRINTED_AS_READ : (enum printed)found;
    return found >= 0;
}

static bool set_lines(struct conf* conf, const char* value)
{
    const int found = index_of(value, lines_names, COUNT(lines_names));
    conf->lines_unknown = found == 1;
    return found >= 0;
}

static bool set_key(struct conf* conf, const char* base, const char* key, const char* value)
{
    if (strcmp(key, "folder") == 0) return set_path(conf->folder, base, value);
    if (strcmp(key, "state") == 0) return set_path(conf->state, base, value);
    if (strcmp(key, "image-dpi") == 0) return set_double(&conf->image_dpi, value, 10, 2400);
    if (strcmp(key, "pages-per-minute") == 0) return set_double(&conf->pages_per_minute, value, 0, 100000);
    if (strcmp(key, "printed") == 0) return set_printed(conf, value);
    if (strcmp(key, "fault") == 0) return set_fault(conf, value);
    if (strcmp(key, "fault-page") == 0) return set_int(&conf->fault_page, value, 1, INT_MAX);
    if (strcmp(key, "fault-times") == 0) return set_int(&conf->fault_times, value, 0, INT_MAX);
    if (strcmp(key, "fault-percent") == 0) return set_int(&conf->fault_percent, value, 0, 100);
    if (strcmp(key, "fault-ms") == 0) return set_int(&conf->fault_ms, value, 0, INT_MAX);
    if (strcmp(key, "open-delay-ms") == 0) return set_int(&conf->open_delay_ms, value, 0, INT_MAX);
    if (strcmp(key, "read-bytes") == 0) return set_int(&conf->read_bytes, value, 1, INT_MAX);
    if (strcmp(key, "lines") == 0) return set_lines(conf, value);
    return false;
}

static bool read_line(struct conf* conf, const char* base, char* line)
{
    line[strcspn(line, "#\r\n")] = '\0';
    const char* key = line + strspn(line, " \t");
    if (*key == '\0') {
        return true;
    }
    char* value = line + (key - line) + strcspn(key, " \t");
    if (*value != '\0') {
        *value++ = '\0';
        value += strspn(value, " \t");
    }
    for (size_t end = strlen(value); end > 0 && strchr(" \t", value[end - 1]) != NULL; --end) {
        value[end - 1] = '\0';
    }
    if (set_key(conf, base, key, value)) {
        return true;
    }
    fprintf(stderr, "papers.conf: '%s %s' means nothing here\n", key, value);
    return false;
}

static bool read_file(struct conf* conf, const char* base, FILE* file)
{
    char line[PATH_MAX + 64];
    bool understood = true;
    while (understood && fgets(line, sizeof line, file) != NULL) {
        understood = read_line(conf, base, line);
    }
    fclose(file);
    return understood;
}

bool conf_read(struct conf* conf)
{
    *conf = (struct conf){
        .image_dpi = 300, .fault_page = 1, .fault_times = 1, .fault_percent = 50, .fault_ms = 2000, .read_bytes = 32768};
    const char* folders = getenv("SANE_CONFIG_DIR");
    folders = folders != NULL && *folders != '\0' ? folders : ".:/etc/sane.d";
    while (*folders != '\0') {
        const size_t length = strcspn(folders, ":");
        char base[PATH_MAX];
        char path[PATH_MAX + 16];
        snprintf(base, sizeof base, "%.*s", (int)length, folders);
        snprintf(path, sizeof path, "%s/papers.conf", base);
        FILE* file = fopen(path, "r");
        if (file != NULL) {
            return read_file(conf, base, file);
        }
        folders += length + (folders[length] == ':');
    }
    fprintf(stderr, "papers: no papers.conf in SANE_CONFIG_DIR\n");
    return false;
}
