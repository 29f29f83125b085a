/* Takes all documents of all files through a task, in order. */
#ifndef CASUS_CLI_WORK_H
#define CASUS_CLI_WORK_H

#include "command.h"

typedef struct work_task {
    const casus_engine *engine; /* NULL where the task needs none */
    const argument_set *arguments;
    /* Run by any thread; NULL does nothing. */
    casus_code (*process)(const casus_engine *engine, casus_document *document, casus_error *error);
    void (*write)(const argument_set *arguments, const casus_document *document,
                  casus_output *output);
} work_task;

/* Gives the exit code.  With more than one job the documents are processed by as many threads; what
 * is printed, and its order, is the same. */
int work(const work_task *task, const char *const *files, size_t count);

/* Opens the engine as the arguments say; complains and gives false where it cannot be. */
bool open_engine(const argument_set *arguments, casus_depth depth, casus_engine **engine);

/* "casus: FILE:LINE (byte N): message" */
void report(const char *file, const casus_error *error);

#endif
