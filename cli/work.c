#include "work.h"

#include "progress.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { AHEAD = 4 }; /* documents per thread that may be read before they are printed */

typedef enum slot_state { SLOT_READ, SLOT_BUSY, SLOT_DONE } slot_state;

typedef struct work_slot {
    slot_state state;
    casus_document *document;
    casus_output output;
    casus_code code;
    casus_error error;
    const char *file;
} work_slot;

/* A ring of slots in input order: the reader fills at `head`, threads work in between, the reader
 * also prints and frees at `tail`. */
typedef struct work_line {
    const work_task *task;
    work_slot *slots;
    size_t room, head, next, tail; /* counts of slots filled, begun, printed */
    bool closed;
    pthread_mutex_t mutex;
    pthread_cond_t filled, done;
    int exit_code;
    bool broken; /* nobody reads the output any more */
    progress_line progress;
} work_line;

void report(const char *const file, const casus_error *const error)
{
    fprintf(stderr, "casus: %s", strcmp(file, "-") == 0 ? "standard input" : file);
    if (error->line) fprintf(stderr, ":%llu", (unsigned long long)error->line);
    if (error->byte != UINT64_MAX) fprintf(stderr, " (byte %llu)", (unsigned long long)error->byte);
    fprintf(stderr, ": %s", casus_code_message(error->code));
    if (error->detail[0]) fprintf(stderr, ": %s", error->detail);
    fputc('\n', stderr);
}

bool open_engine(const argument_set *const arguments, const casus_depth depth,
                 casus_engine **const engine)
{
    const casus_engine_options options = {
        .data = arguments->data, .user = arguments->user, .depth = depth};
    casus_error error;
    if (casus_engine_open(&options, engine, &error) == CASUS_OK) return true;
    fprintf(stderr, "casus: %s: %s\n", casus_code_message(error.code), error.detail);
    return false;
}

static void process(const work_task *const task, work_slot *const slot)
{
    slot->output.size = 0;
    if (slot->code == CASUS_OK && task->process)
        slot->code = task->process(task->engine, slot->document, &slot->error);
    if (slot->code == CASUS_OK) task->write(task->arguments, slot->document, &slot->output);
}

static void *thread_main(void *const argument)
{
    work_line *const line = argument;
    pthread_mutex_lock(&line->mutex);
    for (;;) {
        while (line->next == line->head && !line->closed)
            pthread_cond_wait(&line->filled, &line->mutex);
        if (line->next == line->head) break;
        work_slot *const slot = &line->slots[line->next++ % line->room];
        slot->state = SLOT_BUSY;
        pthread_mutex_unlock(&line->mutex);
        process(line->task, slot);
        pthread_mutex_lock(&line->mutex);
        slot->state = SLOT_DONE;
        pthread_cond_signal(&line->done);
    }
    pthread_mutex_unlock(&line->mutex);
    return NULL;
}

static void print(work_line *const line, const work_slot *const slot)
{
    if (slot->code != CASUS_OK) {
        progress_clear(&line->progress);
        report(slot->file, &slot->error);
        if (line->exit_code == EXIT_OK) line->exit_code = EXIT_INPUT;
        return;
    }
    const size_t size = slot->output.size;
    if (line->broken || fwrite(slot->output.bytes, 1, size, stdout) == size) return;
    line->broken = true;
    if (errno == EPIPE) return;
    fprintf(stderr, "casus: standard output: %s\n", strerror(errno));
    line->exit_code = EXIT_OUTPUT;
}

/* Waits for the oldest slot, prints and frees it. */
static void finish_oldest(work_line *const line)
{
    work_slot *const slot = &line->slots[line->tail % line->room];
    if (line->task->arguments->jobs == 1) {
        process(line->task, slot);
    } else {
        pthread_mutex_lock(&line->mutex);
        while (slot->state != SLOT_DONE) pthread_cond_wait(&line->done, &line->mutex);
        pthread_mutex_unlock(&line->mutex);
    }
    print(line, slot);
    line->tail++;
    progress_show(&line->progress, line->tail);
}

static work_slot *free_slot(work_line *const line)
{
    if (line->head - line->tail == line->room) finish_oldest(line);
    return &line->slots[line->head % line->room];
}

static void submit(work_line *const line, work_slot *const slot, const char *const file,
                   const casus_code code)
{
    slot->file = file;
    slot->code = code;
    pthread_mutex_lock(&line->mutex);
    slot->state = SLOT_READ;
    line->head++;
    pthread_cond_signal(&line->filled);
    pthread_mutex_unlock(&line->mutex);
}

static void read_file(work_line *const line, const char *const file)
{
    const casus_read_options options = {.published = line->task->arguments->published};
    casus_reader *reader;
    work_slot *slot = free_slot(line);
    casus_code code = casus_reader_open(file, &options, &reader, &slot->error);
    if (code != CASUS_OK) {
        submit(line, slot, file, code);
        return;
    }
    for (bool more = true; more && !line->broken;) {
        slot = free_slot(line);
        code = casus_reader_next(reader, slot->document, &more, &slot->error);
        if (more || code != CASUS_OK) submit(line, slot, file, code);
    }
    casus_reader_close(reader);
}

static void read_files(work_line *const line, const char *const *const files, const size_t count)
{
    for (size_t i = 0; i < count && !line->broken; i++) read_file(line, files[i]);
    while (line->tail < line->head) finish_oldest(line);
}

static bool make_slots(work_line *const line)
{
    line->slots = calloc(line->room, sizeof *line->slots);
    for (size_t i = 0; line->slots && i < line->room; i++) {
        line->slots[i].document = casus_document_create();
        if (!line->slots[i].document) return false;
    }
    return line->slots != NULL;
}

static void free_slots(work_line *const line)
{
    for (size_t i = 0; line->slots && i < line->room; i++) {
        casus_document_destroy(line->slots[i].document);
        casus_output_destroy(&line->slots[i].output);
    }
    free(line->slots);
}

/* Starts the threads; as many as can be had, at least one where `jobs` is more than one. */
static unsigned start(work_line *const line, pthread_t *const threads, const unsigned jobs)
{
    unsigned started = 0;
    while (jobs > 1 && started < jobs &&
           pthread_create(&threads[started], NULL, thread_main, line) == 0)
        started++;
    return started;
}

static void stop(work_line *const line, const pthread_t *const threads, const unsigned count)
{
    pthread_mutex_lock(&line->mutex);
    line->closed = true;
    pthread_cond_broadcast(&line->filled);
    pthread_mutex_unlock(&line->mutex);
    for (unsigned i = 0; i < count; i++) pthread_join(threads[i], NULL);
}

int work(const work_task *const task, const char *const *const files, const size_t count)
{
    const unsigned jobs = task->arguments->jobs;
    work_line line = {.task = task, .room = jobs == 1 ? 1 : (size_t)jobs * AHEAD};
    pthread_t *const threads = calloc(jobs, sizeof *threads);
    if (!threads || !make_slots(&line)) {
        fputs("casus: out of memory\n", stderr);
        free_slots(&line);
        free(threads);
        return EXIT_INTERNAL;
    }
    pthread_mutex_init(&line.mutex, NULL);
    pthread_cond_init(&line.filled, NULL);
    pthread_cond_init(&line.done, NULL);
    progress_begin(&line.progress);
    const unsigned started = start(&line, threads, jobs);
    if (jobs > 1 && started == 0) {
        fputs("casus: no thread can be started\n", stderr);
        line.exit_code = EXIT_INTERNAL;
    } else
        read_files(&line, files, count);
    stop(&line, threads, started);
    progress_clear(&line.progress);
    pthread_cond_destroy(&line.done);
    pthread_cond_destroy(&line.filled);
    pthread_mutex_destroy(&line.mutex);
    free_slots(&line);
    free(threads);
    return line.exit_code;
}
