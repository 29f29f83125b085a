#include "progress.h"

#include <stdio.h>
#include <unistd.h>

static double since(const struct timespec *const then)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) + (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

void progress_begin(progress_line *const progress)
{
    *progress = (progress_line){.terminal = isatty(STDERR_FILENO)};
    clock_gettime(CLOCK_MONOTONIC, &progress->began);
    progress->last = progress->began;
}

void progress_show(progress_line *const progress, const size_t documents)
{
    if (!progress->terminal || since(&progress->began) < 1 || since(&progress->last) < 0.2) return;
    clock_gettime(CLOCK_MONOTONIC, &progress->last);
    progress->shown = true;
    const double seconds = since(&progress->began);
    fprintf(stderr, "\r\033[K%zu documents, %.0f s, %.1f a second", documents, seconds,
            (double)documents / seconds);
}

void progress_clear(progress_line *const progress)
{
    if (progress->shown) fputs("\r\033[K", stderr);
    progress->shown = false;
}
