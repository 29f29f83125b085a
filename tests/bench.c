/* What each stage costs: time on one core, and memory.
 *
 *     bench ROUNDS FILE... */
#include "base/vec.h"
#include "ingest/ingest.h"
#include "pipeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { MOST_STAGES = 16 };

typedef struct stage_tally {
    double read, write, stage[MOST_STAGES];
    size_t memory[MOST_STAGES]; /* the most that a document took, up to the end of the stage */
    size_t documents, bytes, sentences, words, events;
} stage_tally;

static double now(const clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double cpu(void)
{
    return now(CLOCK_PROCESS_CPUTIME_ID);
}

static long peak_kib(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static void code(const casus_engine *const engine, casus_document *const document,
                 stage_tally *const tally)
{
    for (size_t i = 0; i < casus_stage_count; i++) {
        const double began = cpu();
        casus_stages[i].run(engine, document);
        tally->stage[i] += cpu() - began;
        const size_t memory = casus_arena_used(document->arena);
        if (memory > tally->memory[i]) tally->memory[i] = memory;
    }
    casus_output output = {0};
    const double began = cpu();
    casus_write_record(document, 0, &output);
    tally->write += cpu() - began;
    casus_output_destroy(&output);
    const casus_sizes sizes = casus_document_sizes(document);
    tally->documents++;
    tally->bytes += sizes.bytes;
    tally->sentences += sizes.sentences;
    tally->words += sizes.words;
    tally->events += sizes.events;
}

static void run_file(const casus_engine *const engine, const char *const path,
                     stage_tally *const tally)
{
    casus_reader *reader;
    const casus_read_options options = {.published = "2025-03-12"};
    if (casus_reader_open(path, &options, &reader, NULL) != CASUS_OK) return;
    casus_document *const document = casus_document_create();
    for (bool more = true; more;) {
        const double began = cpu();
        const casus_code code_read = casus_reader_next(reader, document, &more, NULL);
        tally->read += cpu() - began;
        if (code_read == CASUS_OK && more) code(engine, document, tally);
    }
    casus_document_destroy(document);
    casus_reader_close(reader);
}

static void print(const stage_tally *const tally)
{
    double all = tally->read + tally->write;
    for (size_t i = 0; i < casus_stage_count; i++) all += tally->stage[i];
    printf("%zu documents, %zu sentences, %zu words, %zu events\n", tally->documents,
           tally->sentences, tally->words, tally->events);
    printf("%-10s %8s %6s %14s %12s %22s\n", "stage", "seconds", "share", "sentences/s", "words/s",
           "most memory a document");
    printf("%-10s %8.3f %5.1f%%\n", "read", tally->read, 100 * tally->read / all);
    for (size_t i = 0; i < casus_stage_count; i++)
        printf("%-10s %8.3f %5.1f%% %14.0f %12.0f %18zu KiB\n", casus_stages[i].name,
               tally->stage[i], 100 * tally->stage[i] / all,
               (double)tally->sentences / tally->stage[i], (double)tally->words / tally->stage[i],
               tally->memory[i] / 1024);
    printf("%-10s %8.3f %5.1f%%\n", "write", tally->write, 100 * tally->write / all);
    printf("%-10s %8.3f %6s %14.0f %12.0f  a CPU-second\n", "all", all, "",
           (double)tally->sentences / all, (double)tally->words / all);
}

int main(const int count, char **const words)
{
    const int rounds = count > 1 ? atoi(words[1]) : 0;
    casus_engine *engine;
    casus_error error;
    const double began = now(CLOCK_MONOTONIC);
    if (rounds < 1 || casus_engine_open(NULL, &engine, &error) != CASUS_OK) {
        fprintf(stderr, "usage: bench ROUNDS FILE... (%s)\n",
                rounds < 1 ? "no rounds" : error.detail);
        return 1;
    }
    printf("start-up %.1f ms, %.1f MiB resident at most\n", 1000 * (now(CLOCK_MONOTONIC) - began),
           (double)peak_kib() / 1024);
    static stage_tally tally;
    for (int round = 0; round < rounds; round++)
        for (int i = 2; i < count; i++) run_file(engine, words[i], &tally);
    print(&tally);
    printf("peak memory %.1f MiB\n", (double)peak_kib() / 1024);
    casus_engine_close(engine);
    return 0;
}
