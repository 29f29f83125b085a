/* A line on standard error while long work goes on, where that is a terminal. */
#ifndef CASUS_CLI_PROGRESS_H
#define CASUS_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct progress_line {
    bool shown, terminal;
    struct timespec began, last;
} progress_line;

void progress_begin(progress_line *progress);
void progress_show(progress_line *progress, size_t documents); /* at most five times a second */
void progress_clear(progress_line *progress); /* before anything else is printed, and at the end */

#endif
